import { type ImportNote, note } from '../notes.ts';
import { expanderOf, known } from './known-shortcodes.ts';
import { isForm, readAttributes, type ShortcodeContext, showParts } from './shortcode-parts.ts';

/**
 * Expand the shortcodes of a text to HTML. Unknown ones are replaced by their inner text, with a note. Words in brackets
 * that are not shortcodes stay as they are, and so do shortcodes escaped by double brackets.
 *
 * @example expandShortcodes('[embed]https://www.aparat.com/v/abc[/embed]', context).html
 */
export function expandShortcodes(html: string, context: ShortcodeContext): { html: string; notes: ImportNote[] } {
  if (!html.includes('[')) return { html, notes: [] };
  const notes: ImportNote[] = [];
  const closings = new Set([...html.matchAll(/\[\/([a-z][\w-]*)\]/gi)].map(([, name]) => name!.toLowerCase()));
  const expand = (text: string, depth: number): string => {
    let written = '';
    let from = 0;
    const pairs = pairUp(text);
    for (const match of text.matchAll(opening)) {
      const [whole, escape = '', name = '', rest = '', slash = ''] = match;
      if (match.index < from) continue;
      const key = name.toLowerCase();
      const end = match.index + whole.length;
      const isCode =
        known.has(key) ||
        closings.has(key) ||
        slash !== '' ||
        (generated.test(key) && !/\w/.test(text[match.index - 1] ?? '')) ||
        /^\s+(?:[\w-]+\s*=|https?:)/.test(rest);
      if (escape === '[' || !isCode) continue;
      const closing = pairs.get(match.index);
      const inner = closing === undefined ? '' : text.slice(end, closing.start);
      const attributes = readAttributes(rest);
      const expanded = depth < maxDepth ? expanderOf(key)?.(attributes, inner, context) : undefined;
      written += text.slice(from, match.index);
      if (expanded === undefined) {
        const isWrapper = wrappers.test(key);
        if (!isWrapper)
          notes.push(note('lost', 'A shortcode has no counterpart; its inner text was kept.', `[${name}]`));
        const content = depth < maxDepth ? expand(inner, depth + 1) : inner;
        written += isForm(key) ? content : showParts(attributes, content, isWrapper, context);
      } else written += expanded;
      from = closing?.end ?? end;
    }
    return written + text.slice(from);
  };
  const expanded = expand(html, 0).replace(/\[(\[[a-z][\w-]*[^\][]*\])\]/gi, '$1');
  return { html: expanded.replace(/\[\/(?:vc|et_pb|fusion|av|mk|cs|kc)_[\w-]*\]/gi, ''), notes };
}

const opening = /(\[?)\[([a-z][\w-]*)((?:\s(?:"[^"]*"|'[^']*'|[^\]["'])*?)?)(\/?)\]/gi;
const openingOrClosing = new RegExp(String.raw`${opening.source}|\[/([a-z][\w-]*)\]`, 'gi');
const maxDepth = 10;

/** Names of shortcodes that an article would not have in brackets as words, except as an index in code. */
const generated = /_|^(?:toc|tweet)$/;

/** Layout of page builders, of which only the content is kept. */
const wrappers =
  /^(?:vc|et_pb|fusion|av|mk|cs|kc)_|^(?:row|col|column|columns|section|one_\w+|two_\w+|three_\w+|center|rtl|ltr|spoiler|accordion|tabs?|toggle)$/;

/** Match closing shortcodes with their opening ones, by the offset of the latter. */
function pairUp(text: string): Map<number, { start: number; end: number }> {
  const pairs = new Map<number, { start: number; end: number }>();
  const open = new Map<string, number[]>();
  for (const match of text.matchAll(openingOrClosing)) {
    const [whole, , name, , slash, closed] = match;
    const key = (name ?? closed)!.toLowerCase();
    if (closed !== undefined) {
      const start = open.get(key)?.pop();
      if (start !== undefined) pairs.set(start, { start: match.index, end: match.index + whole.length });
    } else if (slash === '') {
      const others = open.get(key);
      if (others) others.push(match.index);
      else open.set(key, [match.index]);
    }
  }
  return pairs;
}
