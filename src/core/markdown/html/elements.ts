import { silentElements } from '../../text/html-elements.ts';
import type { Tag } from './tokens.ts';

/**
 * Return the output name of a raw HTML element; `undefined` if only its content is kept. Apart from the name, only the
 * attributes returned by {@link keptAttributes} reach a page.
 */
export function keptName(name: string, hasLanguage: boolean): string | undefined {
  return names.get(name) ?? (hasLanguage && !silentElements.has(name) ? 'span' : undefined);
}

/**
 * Return whether an unclosed tag is a placeholder in instructions, a word in angle brackets, rather than HTML:
 * `git clone <url>`.
 */
export function isPlaceholder({ kind, name, attributes }: Tag): boolean {
  return (
    kind === 'open' && /^[a-z][\w-]*$/.test(name) && !otherElements.has(name) && Object.keys(attributes).length === 0
  );
}

/** Void elements: no content and no closing tag. */
export const emptyElements: ReadonlySet<string> = new Set(['br', 'hr', 'img']);

/** Elements whose closing tag may be left out (HTML Standard, section 13.1.2.4 "Optional tags"). */
export const optionalEnds: ReadonlySet<string> = new Set('p li dt dd tr td th thead tbody tfoot'.split(' '));

/** Block elements, including parts of lists, tables and figures. */
export const blockElements: ReadonlySet<string> = new Set(
  'p div blockquote ul ol li dl dt dd table caption thead tbody tfoot tr td th figure figcaption details summary h1 h2 h3 h4 h5 h6 hr pre'.split(
    ' ',
  ),
);

/** Return the attributes of a tag to keep, as pairs of name and value; the values still need escaping. */
export function keptAttributes(name: string, written: Readonly<Record<string, string>>): [string, string][] {
  const kept: [string, string | undefined][] = [['lang', written['lang']]];
  if (name === 'a') kept.push(['href', written['href']?.trim()], ['title', written['title']]);
  if (name === 'abbr') kept.push(['title', written['title']]);
  if (name === 'img') kept.push(['src', sourceOf(written)], ['alt', written['alt'] ?? ''], ['title', written['title']]);
  if (name === 'ol') {
    kept.push(['start', integerOf(written['start'])], ['type', numberingOf(written)]);
    kept.push(['reversed', 'reversed' in written ? '' : undefined]);
  }
  if (name === 'li') kept.push(['value', integerOf(written['value'])]);
  if (name === 'details') kept.push(['open', 'open' in written ? '' : undefined]);
  if (name === 'td' || name === 'th') {
    kept.push(['colspan', spanOf(written['colspan'])], ['rowspan', spanOf(written['rowspan'])]);
    const alignment = /text-align\s*:\s*(left|center|right)/i.exec(written['style'] ?? '')?.[1] ?? written['align'];
    kept.push(['align', /^(?:left|center|right)$/i.exec(alignment ?? '')?.[0].toLowerCase()]);
  }
  return kept.filter((attribute): attribute is [string, string] => attribute[1] !== undefined);
}

/** Return whether the attributes of a tag hide its element. */
export function isHidden({ hidden, style = '' }: Readonly<Record<string, string>>): boolean {
  return hidden !== undefined || /display\s*:\s*none/i.test(style);
}

/** Return the URL of a picture; lazy-loading scripts keep the real one in `data-src` or `data-lazy-src`. */
function sourceOf({ src, 'data-src': late, 'data-lazy-src': lazy }: Readonly<Record<string, string>>): string {
  const written = src?.trim() ?? '';
  return (/^(?:data:|$)/i.test(written) ? (lazy ?? late)?.trim() : undefined) ?? written;
}

/** Validate a `colspan` or `rowspan`: 2 to 100; `undefined` for anything else. */
function spanOf(value = ''): string | undefined {
  return /^0*(?:[2-9]|[1-9]\d|100)$/.test(value.trim()) ? String(Number(value)) : undefined;
}

function integerOf(value = ''): string | undefined {
  return /^-?\d{1,9}$/.exec(value.trim())?.[0];
}

/** Return how a list is numbered, if by letters or Roman numerals: `a`, `A`, `i` or `I`. */
function numberingOf({ type = '', style = '' }: Readonly<Record<string, string>>): string | undefined {
  const styled = /list-style(?:-type)?\s*:[^;]*?\b(lower|upper)-(alpha|latin|roman)\b/i.exec(style);
  if (!styled) return /^[aAiI]$/.exec(type.trim())?.[0];
  const letter = /roman/i.test(styled[2]!) ? 'i' : 'a';
  return /upper/i.test(styled[1]!) ? letter.toUpperCase() : letter;
}

// Other HTML elements, current and obsolete, which are removed or unwrapped.
const otherElements: ReadonlySet<string> = new Set([
  ...silentElements,
  ...(
    'acronym applet area base basefont bdi bdo bgsound big blink body button col colgroup data dialog embed font frame ' +
    'frameset head input keygen label link listing marquee meta meter multicol nobr output param picture plaintext ' +
    'progress rb rp rt rtc ruby slot source spacer span time track wbr xml xmp'
  ).split(' '),
]);

const names: ReadonlyMap<string, string> = new Map(
  Object.entries({
    div: 'address article aside body center div dir fieldset footer form header hgroup html legend main nav optgroup option search section',
    ul: 'ul menu',
    b: 'b strong',
    i: 'i em cite dfn',
    s: 's strike',
    code: 'code kbd samp tt var',
    img: 'img image',
    ...Object.fromEntries(
      'p blockquote ol li dl dt dd table caption thead tbody tfoot tr td th figure figcaption details summary h1 h2 h3 h4 h5 h6 hr pre'
        .split(' ')
        .map((name) => [name, name]),
    ),
    ...Object.fromEntries('a abbr br del ins mark q small sub sup u'.split(' ').map((name) => [name, name])),
  }).flatMap(([kept, written]) => written.split(' ').map((name) => [name, kept] as const)),
);
