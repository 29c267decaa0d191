import { silentElements } from '../../text/html-elements.ts';
import { blockElements, emptyElements, isHidden, isPlaceholder, keptName, optionalEnds } from './elements.ts';
import type { HtmlToken, Tag } from './tokens.ts';

/** A child of a document node: the tokens of its raw HTML, or `undefined` if it is not raw HTML. */
export type Part = readonly HtmlToken[] | undefined;

/** A token to keep, under its output name; or a placeholder for a child that is not raw HTML. */
export type Kept =
  | { kind: 'open' | 'close'; name: string; tag: Tag; part: number }
  | { kind: 'text'; value: string; part: number }
  | { kind: 'part'; part: number };

/** Well-formed raw HTML without non-rendered elements. */
export interface Balanced {
  kept: Kept[];
  /** Inclusive ranges of parts that one element spans. */
  spans: [first: number, last: number][];
  /** Unclosed links, with the indices of their parts. */
  unclosed: { tag: Tag; part: number }[];
}

/** Nesting depth beyond which tags are dropped; their content is kept. */
const maxDepth = 40;

/**
 * Select the tags of siblings to keep. This drops non-rendered elements with their content; unknown tags, unless they
 * are placeholders as in `git clone <url>`; closing tags without an opening one; and phrases that are not closed among
 * the siblings, so that they can't affect the rest of the text.
 *
 * @param isFlow Whether the siblings are blocks. A non-rendered element then ends with its part at the latest;
 *   otherwise, it is ignored if unclosed.
 */
export function balance(parts: readonly Part[], isFlow: boolean): Balanced {
  const shown = dropSilent(parts, isFlow);
  const { closings, openings } = pairTags(shown);
  const spans: Balanced['spans'] = [];
  const unclosed: Balanced['unclosed'] = [];
  const dropped = new Set<number>();
  const left: number[] = [];
  let depth = 0;
  let spanEnd = -1;
  const kept = shown.filter((token, index) => {
    if (token.kind !== 'open' && token.kind !== 'close') return true;
    const { name, part } = token;
    if (token.kind === 'close') {
      const opening = openings.get(index);
      if (opening === undefined || dropped.has(opening)) return false;
      if (!optionalEnds.has(name)) depth -= 1;
      return true;
    }
    if (emptyElements.has(name)) return true;
    const closing = closings.get(index);
    if (closing === undefined && !blockElements.has(name)) {
      if (name === 'a') unclosed.push({ tag: token.tag, part });
      return false;
    }
    // Unclosed blocks end with their part, unless an element spans it.
    if (spanEnd < part && left.length > 0 && left[0]! < part) depth -= left.splice(0).length;
    if (depth >= maxDepth) {
      dropped.add(index);
      return false;
    }
    if (closing !== undefined && shown[closing]!.part > part) {
      spans.push([part, shown[closing]!.part]);
      spanEnd = Math.max(spanEnd, shown[closing]!.part);
    }
    if (optionalEnds.has(name)) return true;
    depth += 1;
    if (closing === undefined) left.push(part);
    return true;
  });
  return { kept, spans: joinSpans(spans), unclosed };
}

/** List the rendered tokens, under their output names. */
function dropSilent(parts: readonly Part[], isFlow: boolean): Kept[] {
  const all = parts.flatMap((tokens, part): { token: HtmlToken | undefined; part: number }[] =>
    tokens ? tokens.map((token) => ({ token, part })) : [{ token: undefined, part }],
  );
  const closings = pairNames(all.map(({ token }) => (token && token.kind !== 'text' ? token : undefined)));
  const lastOf = new Map(all.map(({ part }, index) => [part, index]));
  const kept: Kept[] = [];
  for (let index = 0; index < all.length; index += 1) {
    const { token, part } = all[index]!;
    if (!token) kept.push({ kind: 'part', part });
    else if (token.kind === 'text') kept.push({ kind: 'text', value: token.value, part });
    else {
      const closing = closings.get(index);
      const isSilent = token.kind === 'open' && silentElements.has(token.name);
      const end = isFlow && (closing === undefined || all[closing]!.part > part) ? lastOf.get(part)! : closing;
      if (isSilent && end !== undefined) index = end;
      else if (token.kind === 'open' && closing !== undefined && isHidden(token.attributes)) index = closing;
      else {
        const name = keptName(token.name, 'lang' in token.attributes || token.kind === 'close');
        if (name !== undefined) kept.push({ kind: token.kind, name, tag: token, part });
        else if (closing === undefined && isPlaceholder(token))
          kept.push({ kind: 'text', value: `<${token.written ?? token.name}>`, part });
      }
    }
  }
  return kept;
}

/** Pair opening and closing tags of the same name, innermost first. Maps indices of opening tags to closing ones. */
function pairNames(tags: readonly (Pick<Tag, 'kind' | 'name'> | undefined)[]): Map<number, number> {
  const closings = new Map<number, number>();
  const open = new Map<string, number[]>();
  tags.forEach((tag, index) => {
    if (!tag) return;
    if (tag.kind === 'close') {
      const opening = open.get(tag.name)?.pop();
      if (opening !== undefined) closings.set(opening, index);
    } else if (open.has(tag.name)) open.get(tag.name)!.push(index);
    else open.set(tag.name, [index]);
  });
  return closings;
}

function pairTags(tokens: readonly Kept[]): { closings: Map<number, number>; openings: Map<number, number> } {
  // Compare names as written: `<b>…</strong>` is not a pair, although both are output as the same element.
  const written = tokens.map((token) =>
    token.kind === 'open' || token.kind === 'close' ? { kind: token.kind, name: token.tag.name } : undefined,
  );
  const closings = pairNames(written);
  return { closings, openings: new Map(Array.from(closings, ([opening, closing]) => [closing, opening])) };
}

/** Merge overlapping ranges, which must be sorted by start. */
function joinSpans(spans: readonly [number, number][]): [number, number][] {
  const joined: [number, number][] = [];
  for (const [first, last] of spans) {
    const before = joined.at(-1);
    if (before && first <= before[1]) before[1] = Math.max(before[1], last);
    else joined.push([first, last]);
  }
  return joined;
}
