import { dropControls } from '../text/control-characters.ts';
import { isolateLatin } from '../text/bidi.ts';

/** A part of a message. Messages are lists of pieces, so that each service marks them in its own way. */
export interface MessagePiece {
  text: string;
  isBold?: boolean | undefined;
  /** Absolute, percent-encoded URL of a link. */
  url?: string | undefined;
  /** A hashtag without its sign. */
  tag?: string | undefined;
}

/** What the fields of a template say; empty texts are left out. */
export interface TemplateValues {
  kicker: string;
  title: string;
  lead: string;
  section: string;
  source: string;
  tags: readonly string[];
  /** How the link is written, and where it leads. */
  link: { text: string; url: string };
}

/**
 * Fill a template; see `AnnounceSettings.template`. Lines whose fields are all empty are left out, and so are blank lines
 * that would follow another one.
 *
 * @example fillTemplate('**{title}**', values) // [{ text: 'مترو تا نیمه‌شب', isBold: true }]
 */
export function fillTemplate(template: string, values: TemplateValues): MessagePiece[] {
  const lines: MessagePiece[][] = [];
  let isBold = false;
  for (const line of template.split('\n')) {
    const pieces: MessagePiece[] = [];
    const fields: boolean[] = [];
    for (const token of line.split(/(\*\*|\{\w+\})/)) {
      if (token === '**') {
        isBold = !isBold;
        continue;
      }
      const filled = fill(token, values).filter(({ text }) => text !== '');
      if (token.startsWith('{')) fields.push(filled.length > 0);
      pieces.push(...filled.map((piece) => (isBold ? { ...piece, isBold } : piece)));
    }
    const isMissing = fields.length > 0 && !fields.includes(true);
    if (isMissing || (isBlank(pieces) && isBlank(lines.at(-1)))) continue;
    lines.push(rightToLeft(pieces));
  }
  while (lines.length > 0 && isBlank(lines.at(-1))) lines.pop();
  return lines.flatMap((line, index) => (index === 0 ? line : [{ text: '\n' }, ...line]));
}

/** The whole text of a message. */
export function textOfPieces(pieces: readonly MessagePiece[]): string {
  return pieces.map(({ text }) => text).join('');
}

/**
 * Prepare a text of an article for a message of one paragraph: no control characters, no marks of direction (an unclosed
 * one would turn what follows it), single spaces.
 */
export function plainLine(text: string): string {
  return dropControls(text)
    .replace(/[\u200B\u200E\u200F\u061C\uFEFF]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Write a tag as services recognise it: letters, digits and low lines. @example hashtag('حمل و نقل') // 'حمل_و_نقل' */
export function hashtag(tag: string): string {
  return tag.replace(/[^\p{L}\p{M}\p{N}]+/gu, '_').replace(/^_+|_+$/g, '');
}

function fill(token: string, { link, tags, ...texts }: TemplateValues): MessagePiece[] {
  const [, name] = /^\{(\w+)\}$/.exec(token) ?? [];
  if (name === undefined) return [{ text: token }];
  if (name === 'link') return [{ text: link.text, url: link.url }];
  if (name !== 'tags') return [{ text: isolateLatin(texts[name as keyof typeof texts]) }];
  const named = [...new Set(tags.map(hashtag))].filter((tag) => tag !== '');
  return named.flatMap((tag, index) => [...(index > 0 ? [{ text: ' ' }] : []), { text: `#${tag}`, tag }]);
}

/** A line takes its direction from its first letter: a Persian one that begins with a Latin word gets a mark (U+200F). */
function rightToLeft(line: MessagePiece[]): MessagePiece[] {
  const text = textOfPieces(line.filter(({ url }) => url === undefined)).replace(/\u2066[^\u2069]*\u2069/g, 'a');
  const [first] = /\p{L}/u.exec(text) ?? [];
  const isLatin = first !== undefined && !persian.test(first);
  return isLatin && persian.test(text) ? [{ text: '\u200F' }, ...line] : line;
}

const persian = /[\p{Script=Arabic}\p{Script=Hebrew}]/u;

function isBlank(line: readonly MessagePiece[] | undefined): boolean {
  return line === undefined || textOfPieces(line).trim() === '';
}
