import { weightBits } from '../../../src/core/related/features.ts';
import { findRelated } from '../../../src/core/related/find-related.ts';
import { type RelatedItem } from '../../../src/core/related/features.ts';

/** Cost of finding related articles, in seconds of CPU. */
export interface ScaleFigures {
  articles: number;
  full: number;
  /** With the memory of the previous run, after one article was added, and after one in the middle was edited. */
  added: number;
  edited: number;
  /** Number of lists that the new article changed. */
  changed: number;
  /** Size of the memory as JSON, in megabytes. */
  memory: number;
}

const listLength = 6;
const wordsEach = 96;
const vocabulary = 300_000;
// More frequent words are stop words.
const firstWord = 30;
const years = 10;

/** Measure with generated articles: words with the frequencies of natural language (Zipf 1949), over ten years. */
export function measureScale(count: number): ScaleFigures {
  const makeItem = createMaker(count);
  const items = Array.from({ length: count }, (_, position) => makeItem(count - position));
  const full = measure(() => findRelated(items, listLength));
  const { memory } = full.result;
  const added = measure(() => findRelated([makeItem(count + 1), ...items], listLength, memory));
  const middle = count >> 1;
  const edited = items.with(middle, { ...makeItem(count - middle), contentKey: 'edited' });
  const changed = full.result.lists.filter(
    (list, position) => list.join() !== added.result.lists[position + 1]!.map((other) => other - 1).join(),
  );
  return {
    articles: count,
    full: full.seconds,
    added: added.seconds,
    edited: measure(() => findRelated(edited, listLength, memory)).seconds,
    changed: changed.length,
    memory: JSON.stringify(memory).length / 1e6,
  };
}

function createMaker(count: number): (number: number) => RelatedItem {
  let state = 42;
  const random = (): number => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) / 2 ** 32;
  const word = (): number => Math.floor(firstWord * (vocabulary / firstWord) ** random());
  return (number) => {
    const hashes = new Set(Array.from({ length: wordsEach }, () => Math.imul(word(), 0x9e3779b1) >>> weightBits));
    const features = Uint32Array.from(hashes, (hash) => (hash << weightBits) | (6 + Math.floor(random() ** 3 * 30)));
    const slug = String(number).padStart(7, '0');
    const epoch = Date.UTC(2016, 2, 20) + Math.floor((number / count) * years * 365.25 * 86_400_000);
    return { slug, epoch, section: 'news', features: features.toSorted(), contentKey: slug };
  };
}

function measure<T>(work: () => T): { result: T; seconds: number } {
  const start = process.cpuUsage();
  const result = work();
  const { user, system } = process.cpuUsage(start);
  return { result, seconds: (user + system) / 1e6 };
}
