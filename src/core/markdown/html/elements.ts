import { silentElements } from '../../text/html-elements.ts';
import type { Tag } from './tokens.ts';

/**
 * The name under which an element of raw HTML is kept; `undefined` if only its content is. Which attributes are kept,
 * {@link keptAttributes} says; nothing else of a tag reaches a page.
 */
export function keptName(name: string, hasLanguage: boolean): string | undefined {
  return names.get(name) ?? (hasLanguage && !silentElements.has(name) ? 'span' : undefined);
}

/**
 * Return whether an opening tag that nothing closes is no element but a word in angle brackets, which writers of
 * instructions put for what is to be filled in: `git clone <url>`.
 */
export function isPlaceholder({ kind, name, attributes }: Tag): boolean {
  return (
    kind === 'open' && /^[a-z][\w-]*$/.test(name) && !otherElements.has(name) && Object.keys(attributes).length === 0
  );
}

/** Elements without content and closing tag. */
export const emptyElements: ReadonlySet<string> = new Set(['br', 'hr', 'img']);

/** Elements whose closing tag may be left out (HTML Standard, section 13.1.2.4 "Optional tags"). */
export const optionalEnds: ReadonlySet<string> = new Set('p li dt dd tr td th thead tbody tfoot'.split(' '));

/** Elements that are blocks: by themselves or in a structure. */
export const blockElements: ReadonlySet<string> = new Set(
  'p div blockquote ul ol li dl dt dd table caption thead tbody tfoot tr td th figure figcaption details summary h1 h2 h3 h4 h5 h6 hr pre'.split(
    ' ',
  ),
);

/** Read the attributes of a tag that are kept, in a form that is safe to write. */
export function keptAttributes(name: string, written: Readonly<Record<string, string>>): [string, string][] {
  const kept: [string, string | undefined][] = [['lang', written['lang']]];
  if (name === 'a') kept.push(['href', written['href']?.trim()], ['title', written['title']]);
  if (name === 'abbr') kept.push(['title', written['title']]);
  if (name === 'img') kept.push(['src', sourceOf(written)], ['alt', written['alt'] ?? ''], ['title', written['title']]);
  if (name === 'ol') kept.push(['start', /^\d{1,9}$/.exec(written['start'] ?? '')?.[0]]);
  if (name === 'details') kept.push(['open', 'open' in written ? '' : undefined]);
  if (name === 'td' || name === 'th') {
    kept.push(['colspan', spanOf(written['colspan'])], ['rowspan', spanOf(written['rowspan'])]);
    const alignment = /text-align\s*:\s*(left|center|right)/i.exec(written['style'] ?? '')?.[1] ?? written['align'];
    kept.push(['align', /^(?:left|center|right)$/i.exec(alignment ?? '')?.[0].toLowerCase()]);
  }
  return kept.filter((attribute): attribute is [string, string] => attribute[1] !== undefined);
}

/** Return whether a tag says that its element is not shown. */
export function isHidden({ hidden, style = '' }: Readonly<Record<string, string>>): boolean {
  return hidden !== undefined || /display\s*:\s*none/i.test(style);
}

/** Scripts that load pictures late keep the real address in another attribute. */
function sourceOf({ src, 'data-src': late, 'data-lazy-src': lazy }: Readonly<Record<string, string>>): string {
  const written = src?.trim() ?? '';
  return (/^(?:data:|$)/i.test(written) ? (lazy ?? late)?.trim() : undefined) ?? written;
}

/** A cell spans at most 100 columns or rows. */
function spanOf(value = ''): string | undefined {
  return /^0*(?:[2-9]|[1-9]\d|100)$/.test(value.trim()) ? String(Number(value)) : undefined;
}

// Elements of HTML, old and new, of which at most the content is kept.
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
