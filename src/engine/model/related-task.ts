import { findRelated, type RelatedLists } from '../../core/related/find-related.ts';
import { type RelatedItem } from '../../core/related/features.ts';
import { openRelatedStore } from './related-store.ts';

/** Find related articles, using and updating a cache. */
export function findRelatedWith(cache: string, items: readonly RelatedItem[], count: number): RelatedLists['lists'] {
  const store = openRelatedStore(cache);
  const { lists, memory } = findRelated(items, count, store.load());
  store.save(memory);
  return lists;
}

/** Input of a thread that finds related articles: columns, which are copied faster than objects. */
export interface RelatedTask {
  cache: string;
  count: number;
  slugs: readonly string[];
  keys: readonly string[];
  sections: readonly (string | undefined)[];
  epochs: Float64Array;
  /** Features of all items, concatenated. */
  features: Uint32Array;
  /** Number of features of each item. */
  lengths: Uint32Array;
}

/** Pack items for a thread. */
export function packRelated(cache: string, items: readonly RelatedItem[], count: number): RelatedTask {
  const lengths = Uint32Array.from(items, ({ features }) => features.length);
  const features = new Uint32Array(lengths.reduce((sum, length) => sum + length, 0));
  let start = 0;
  for (const item of items) {
    features.set(item.features, start);
    start += item.features.length;
  }
  return {
    cache,
    count,
    slugs: items.map(({ slug }) => slug),
    keys: items.map(({ contentKey }) => contentKey),
    sections: items.map(({ section }) => section),
    epochs: Float64Array.from(items, ({ epoch }) => epoch),
    features,
    lengths,
  };
}

/** Unpack the items of a task. */
export function unpackRelated({ slugs, keys, sections, epochs, features, lengths }: RelatedTask): RelatedItem[] {
  let start = 0;
  return slugs.map((slug, index) => ({
    slug,
    contentKey: keys[index]!,
    section: sections[index],
    epoch: epochs[index]!,
    features: features.subarray(start, (start += lengths[index]!)),
  }));
}

/** Pack lists of at most `count` positions each; unused places are -1. */
export function packLists(lists: RelatedLists['lists'], count: number): Int32Array {
  const packed = new Int32Array(lists.length * count).fill(-1);
  lists.forEach((list, index) => packed.set(list, index * count));
  return packed;
}

/** Unpack lists. */
export function unpackLists(packed: Int32Array, count: number): RelatedLists['lists'] {
  return Array.from({ length: packed.length / count }, (_, index) => {
    const list = packed.subarray(index * count, (index + 1) * count);
    const end = list.indexOf(-1);
    return [...(end < 0 ? list : list.subarray(0, end))];
  });
}
