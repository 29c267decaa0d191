import { Tokenizer } from 'htmlparser2';

/** Callbacks for the parts of an HTML text. Positions include the angle brackets. */
export interface HtmlHandler {
  /** Decoded text, in pieces. */
  onText?: (text: string) => void;
  onOpen?: (tag: HtmlTag) => void;
  onClose?: (name: string, start: number, end: number) => void;
  onComment?: (text: string, start: number, end: number) => void;
}

/** A start tag. */
export interface HtmlTag {
  /** In lower case. */
  name: string;
  attributes: ReadonlyMap<string, string>;
  start: number;
  end: number;
}

/** Scan HTML without building a tree, in linear time even if it is deep or broken. */
export function scanHtml(html: string, handler: HtmlHandler): void {
  let name = '';
  let start = 0;
  let key = '';
  let value = '';
  let attributes = new Map<string, string>();
  const finish = (end: number): void => handler.onOpen?.({ name, attributes, start, end: end + 1 });
  const tokenizer = new Tokenizer(
    {},
    {
      ontext: (from, to) => handler.onText?.(html.slice(from, to)),
      ontextentity: (code) => handler.onText?.(String.fromCodePoint(code)),
      onopentagname(from, to) {
        name = html.slice(from, to).toLowerCase();
        start = from - 1;
        attributes = new Map();
      },
      onattribname(from, to) {
        key = html.slice(from, to).toLowerCase();
        value = '';
      },
      onattribdata(from, to) {
        value += html.slice(from, to);
      },
      onattribentity(code) {
        value += String.fromCodePoint(code);
      },
      onattribend() {
        if (!attributes.has(key)) attributes.set(key, value);
      },
      onopentagend: finish,
      onselfclosingtag: finish,
      onclosetag(from, to) {
        const bracket = html.indexOf('>', to);
        handler.onClose?.(html.slice(from, to).toLowerCase(), from - 2, bracket === -1 ? html.length : bracket + 1);
      },
      oncomment: (from, to, offset) => handler.onComment?.(html.slice(from, to - offset), from - 4, to + 1),
      oncdata: () => undefined,
      ondeclaration: () => undefined,
      onprocessinginstruction: () => undefined,
      onend: () => undefined,
    },
  );
  tokenizer.write(html);
  tokenizer.end();
}

/**
 * Return the text of HTML on one line, as browsers show it.
 *
 * @example plainText('<b>پل</b>&nbsp;تازه') // 'پل تازه'
 */
export function plainText(html: string): string {
  return gatherText(html).replace(/\s+/g, ' ').trim();
}

/** Return the text of HTML with blank lines between paragraphs; `br` becomes a line break. */
export function plainParagraphs(html: string): string {
  return gatherText(html)
    .split('\n')
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/**
 * Return a title as plain text. Feeds give text, HTML, or HTML escaped twice.
 *
 * @example titleText('تیتر &amp;quot;دوبار&amp;quot;') // 'تیتر "دوبار"'
 */
export function titleText(title: string): string {
  if (title.length > longTitle) return title;
  const once = plainText(title);
  return /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,8});/i.test(once) ? plainText(once) : once;
}

/** Decode the character references of a text without tags. */
export function decodeReferences(text: string): string {
  let decoded = '';
  scanHtml(text, { onText: (part) => (decoded += part) });
  return decoded;
}

/** Escape a text for HTML content and double-quoted attributes. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => escapes[character]!);
}

/** Return whether a text has HTML tags. */
export function hasTags(text: string): boolean {
  return tags.test(text);
}

/**
 * Unescape HTML whose tags were escaped once too often; return other texts unchanged.
 *
 * @example restoreTags('&lt;p&gt;متن&lt;/p&gt;') // '<p>متن</p>'
 */
export function restoreTags(text: string): string {
  return !hasTags(text) && escapedTags.test(text) ? decodeReferences(text) : text;
}

/** Remove parts of a text. They must be sorted, and may overlap. */
export function cutParts(text: string, parts: readonly (readonly [start: number, end: number])[]): string {
  let kept = '';
  let at = 0;
  for (const [start, end] of parts) {
    if (start > at) kept += text.slice(at, start);
    at = Math.max(at, end);
  }
  return kept + text.slice(at);
}

/** Remove elements, with their content, from HTML. Those without an end are left alone. */
export function cutElements(html: string, isCut: (tag: HtmlTag) => boolean): string {
  const parts: [number, number][] = [];
  let cut: { name: string; start: number; depth: number } | undefined;
  scanHtml(html, {
    onOpen(tag) {
      if (cut) cut.depth += tag.name === cut.name ? 1 : 0;
      else if (isCut(tag)) cut = { name: tag.name, start: tag.start, depth: 1 };
    },
    onClose(name, _, end) {
      if (cut?.name !== name || --cut.depth > 0) return;
      parts.push([cut.start, end]);
      cut = undefined;
    },
  });
  return cutParts(html, parts);
}

/** Find the first picture that is not a tracking pixel. */
export function firstPicture(html: string): HtmlTag | undefined {
  let found: HtmlTag | undefined;
  scanHtml(html, {
    onOpen(tag) {
      if (!found && tag.name === 'img' && !isTracker(tag) && (tag.attributes.get('src') ?? '').trim() !== '')
        found = tag;
    },
  });
  return found;
}

/** Remove tracking pixels. */
export function dropTrackers(html: string): string {
  const parts: [number, number][] = [];
  scanHtml(html, {
    onOpen(tag) {
      if (tag.name === 'img' && isTracker(tag)) parts.push([tag.start, tag.end]);
    },
  });
  return cutParts(html, parts);
}

function isTracker({ attributes }: HtmlTag): boolean {
  const isDot = (name: string): boolean => /^[01](?:px)?$/.test((attributes.get(name) ?? '').trim());
  return isDot('width') && isDot('height');
}

function gatherText(html: string): string {
  let text = '';
  let hidden = '';
  scanHtml(html, {
    onText(part) {
      if (hidden === '') text += part.includes('\n') ? part.replaceAll('\n', ' ') : part;
    },
    onOpen({ name }) {
      if (hidden === '' && (name === 'script' || name === 'style')) hidden = name;
      text += breakOf(name);
    },
    onClose(name) {
      if (name === hidden) hidden = '';
      text += name === 'br' ? '' : breakOf(name);
    },
  });
  return text;
}

function breakOf(name: string): string {
  if (name === 'br') return '\n';
  return blocks.has(name) ? '\n\n' : '';
}

const longTitle = 20_000;
const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const blocks = new Set(
  (
    'address article aside blockquote dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 ' +
    'header hr li main nav ol p pre section summary table tbody td tfoot th thead tr ul'
  ).split(' '),
);
const names =
  '(?:p|div|br|a|img|h[1-6]|[uo]l|li|blockquote|figure|figcaption|table|t[rdh]|span|strong|em|[biu]|iframe|video|section|article|hr|pre|code|su[bp]|center|font)';
const tags = new RegExp(`</?${names}(?=[\\s/>])`, 'i');
const escapedTags = new RegExp(`&lt;/?${names}(?=[\\s/&])`, 'i');
