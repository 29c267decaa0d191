/** The fields of a form with a comment, as they were sent. */
export interface CommentForm {
  slug: string;
  /** The comment that it answers. */
  re: string;
  name: string;
  mail: string;
  text: string;
  /** Honeypot: people don't see this field, so only bots fill it in. */
  website: string;
  /** Proof that the form was asked for a while ago; empty at the first step of the journey without JavaScript. */
  token: string;
}

/** The most bytes of a form’s body: 2,000 letters of four bytes, percent-encoded, are just below. */
export const largestForm = 24_576;

/** Fields that a form may have, each once. */
const fields = ['slug', 're', 'name', 'mail', 'text', 'website', 'token'] as const satisfies (keyof CommentForm)[];

/**
 * Parse the body of a form (`application/x-www-form-urlencoded`, URL Standard, section 5.1), strictly: browsers send nothing else.
 *
 * @returns `encoding` if it is not UTF-8 or contains NUL; `form` if a field is unknown, comes twice, or no article is named.
 */
export function parseForm(body: Uint8Array): CommentForm | 'encoding' | 'form' {
  const form: CommentForm = { slug: '', re: '', name: '', mail: '', text: '', website: '', token: '' };
  const seen = new Set<string>();
  let start = 0;
  while (start < body.length) {
    const end = indexOrEnd(body, ampersand, start, body.length);
    const equals = indexOrEnd(body, equalsSign, start, end);
    const name = decode(body.subarray(start, equals));
    const value = decode(body.subarray(Math.min(equals + 1, end), end));
    if (name === undefined || value === undefined) return 'encoding';
    if (!isField(name) || seen.has(name)) return 'form';
    seen.add(name);
    form[name] = value;
    start = end + 1;
  }
  return isSlug(form.slug) ? form : 'form';
}

/**
 * Return whether a text can name an article and the file with its comments: no path, nothing hidden, not longer than file
 * systems allow.
 */
export function isSlug(text: string): boolean {
  // oxlint-disable-next-line no-control-regex
  if (!/^(?!\.)[^/\\\u0000-\u001F\u007F]+$/.test(text)) return false;
  return text.length <= longestSlug / mostBytes || new TextEncoder().encode(text).length <= longestSlug;
}

/**
 * Return whether an e-mail address is well-formed, as browsers check it in forms (HTML Standard, section 4.10.5.1.5), with a
 * domain of two parts.
 */
export function isMail(text: string): boolean {
  return text.length <= 254 && mailPattern.test(text);
}

const label = '[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?';
const mailPattern = new RegExp(`^[a-zA-Z0-9.!#$%&'*+/=?^_\`{|}~-]{1,64}@${label}(?:\\.${label})+$`);
/** In bytes: 255 for a file name, without `.jsonl`. */
const longestSlug = 249;
/** Bytes that a UTF-16 code unit can have in UTF-8. */
const mostBytes = 3;
const [ampersand, equalsSign, percent, plus, space] = [0x26, 0x3d, 0x25, 0x2b, 0x20];

function isField(name: string): name is keyof CommentForm {
  return (fields as readonly string[]).includes(name);
}

function indexOrEnd(bytes: Uint8Array, wanted: number, start: number, end: number): number {
  const at = bytes.indexOf(wanted, start);
  return at < 0 || at > end ? end : at;
}

/** Percent-decode bytes; `undefined` if they are not UTF-8 or contain NUL. */
function decode(bytes: Uint8Array): string | undefined {
  const plain = new Uint8Array(bytes.length);
  let length = 0;
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at]!;
    const code = byte === percent ? hexAt(bytes, at + 1) : undefined;
    if (code !== undefined) at += 2;
    plain[length++] = code ?? (byte === plus ? space : byte);
  }
  try {
    const text = strict.decode(plain.subarray(0, length));
    return text.includes('\0') ? undefined : text;
  } catch {
    return undefined;
  }
}

const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

function hexAt(bytes: Uint8Array, at: number): number | undefined {
  const [high, low] = [digitOf(bytes[at]), digitOf(bytes[at + 1])];
  return high === undefined || low === undefined ? undefined : high * 16 + low;
}

function digitOf(byte = 0): number | undefined {
  if (byte >= 0x30 && byte <= 0x39) return byte - 0x30;
  const letter = byte | 0x20;
  return letter >= 0x61 && letter <= 0x66 ? letter - 0x57 : undefined;
}
