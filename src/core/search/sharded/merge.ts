import type { SpellingCount } from '../store.ts';
import { compareTexts } from '../../text/compare.ts';
import { countKept, packForms, type PackedGroup, unpackForms, type WordForm } from './groups.ts';

/** Groups of an index, with the mapping of its articles to the merged one. */
export interface MergePart {
  groups: Iterator<PackedGroup>;
  /** The new number of each article, ascending; -1 if it is left out. */
  numbers: Int32Array;
}

/**
 * Merge parts of indexes into the index of all their articles. Articles can be left out and added; the result is byte
 * for byte the one of indexing the resulting set of articles from scratch.
 *
 * @param counts Receives the number of articles of each spelling.
 */
export function* mergeGroups(parts: readonly MergePart[], counts: SpellingCount[]): Generator<PackedGroup> {
  const heads = parts.map(({ groups, numbers }): Head => ({ groups, numbers, group: nextOf(groups) }));
  for (;;) {
    const stem = heads.reduce<string | undefined>(
      (least, { group }) => (group && (least === undefined || group.stem < least) ? group.stem : least),
      undefined,
    );
    if (stem === undefined) return;
    const same = heads.filter(({ group }) => group?.stem === stem);
    const merged = keepGroup(same) ?? mergeGroup(stem, same);
    for (const each of merged.counts) counts.push(each);
    if (merged.counts.length > 0) yield merged;
    for (const head of same) head.group = nextOf(head.groups);
  }
}

interface Head extends MergePart {
  group: PackedGroup | undefined;
}

function nextOf(groups: Iterator<PackedGroup>): PackedGroup | undefined {
  const next = groups.next();
  return next.done ? undefined : next.value;
}

type Merged = PackedGroup & { counts: readonly SpellingCount[] };

/** Return a group unchanged, as for most words, which occur in no article that changes. */
function keepGroup([head, other]: readonly Head[]): Merged | undefined {
  if (!head?.group || other) return undefined;
  const counts = countKept(head.group, head.numbers);
  return counts && { ...head.group, counts };
}

function mergeGroup(stem: string, heads: readonly Head[]): Merged {
  const forms = heads.flatMap(({ group, numbers }) => unpackForms(group!).map((form) => renumber(form, numbers)));
  const joined = joinForms(forms.filter(({ articles }) => articles.length > 0));
  const counts = joined.map(({ spelling, articles }): SpellingCount => [spelling, articles.length]);
  return { stem, forms: packForms(stem, joined), counts };
}

function renumber({ spelling, articles, weights }: WordForm, numbers: Int32Array): WordForm {
  const isKept = (_: number, index: number): boolean => numbers[articles[index]!]! >= 0;
  return {
    spelling,
    articles: articles.filter(isKept).map((article) => numbers[article]!),
    weights: weights.filter(isKept),
  };
}

/** Join forms with the same spelling, sorted by spelling. */
function joinForms(forms: WordForm[]): WordForm[] {
  const sorted = forms.toSorted((a, b) => compareTexts(a.spelling, b.spelling));
  const joined: WordForm[] = [];
  for (const form of sorted) {
    const before = joined.at(-1);
    if (before?.spelling === form.spelling) joined[joined.length - 1] = joinPostings(before, form);
    else joined.push(form);
  }
  return joined;
}

function joinPostings(a: WordForm, b: WordForm): WordForm {
  const length = a.articles.length + b.articles.length;
  const [articles, weights] = [new Uint32Array(length), new Uint8Array(length)];
  let [inA, inB] = [0, 0];
  for (let index = 0; index < length; index++) {
    const isOfA = inB >= b.articles.length || (inA < a.articles.length && a.articles[inA]! < b.articles[inB]!);
    const [from, at] = isOfA ? [a, inA++] : [b, inB++];
    articles[index] = from.articles[at]!;
    weights[index] = from.weights[at]!;
  }
  return { spelling: a.spelling, articles, weights };
}
