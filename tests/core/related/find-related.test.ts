import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Article } from '../../../src/core/article.ts';
import { findRelated } from '../../../src/core/related/find-related.ts';
import { type RelatedItem } from '../../../src/core/related/features.ts';
import { describeRelated } from '../../../src/core/site/place-articles.ts';
import { scanRelated } from '../../support/scan-related.ts';
import { makeArticle, makeDate } from '../../support/make-site.ts';
import { countRuns } from '../../support/runs.ts';

const seed = 1404;
const dayTime = 86_400_000;
const day = (number: number): string => `1404/07/${String(number).padStart(2, '0')}`;
const listsOf = (articles: readonly Article[], count: number): readonly (readonly number[])[] =>
  findRelated(articles.map(describeRelated), count).lists;

/** Features of a news item with some of 40 words, frequent and rare ones. */
const makeItem = (slug: string, epoch: number, words: readonly number[], section = 'news'): RelatedItem => {
  const features = Uint32Array.from(new Set(words), (word) => (Math.imul(word + 1, 0x9e3779b1) & 0xffffffc0) | 20);
  return { slug, epoch, section, features: features.toSorted(), contentKey: `${epoch} ${section} ${words.join(' ')}` };
};
const newestFirst = (items: Iterable<RelatedItem>): RelatedItem[] =>
  [...items].toSorted((a, b) => b.epoch - a.epoch || (a.slug < b.slug ? -1 : 1));
const makeItems = (count: number, spacing: number): RelatedItem[] => {
  const word = createWords();
  return newestFirst(
    Array.from({ length: count }, (_, number) =>
      makeItem(`${number}`, number * spacing, Array.from({ length: 12 }, word)),
    ),
  );
};
/** Words with the frequency distribution of a language. */
const createWords = (): (() => number) => {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor(3000 ** (state / 2 ** 32));
  };
};
const slugsOf = (items: readonly RelatedItem[], lists: readonly (readonly number[])[]): Map<string, string> =>
  new Map(items.map(({ slug }, position) => [slug, lists[position]!.map((other) => items[other]!.slug).join(' ')]));

describe('findRelated', () => {
  it('prefers articles that share a rare tag', () => {
    const articles = [
      makeArticle({ slug: 'a', title: 'نمایشگاه کتاب گشایش یافت', tags: ['کتاب', 'تهران'], date: makeDate(day(20)) }),
      makeArticle({ slug: 'b', title: 'باران در شهر', tags: ['تهران'], date: makeDate(day(19)) }),
      makeArticle({ slug: 'c', title: 'ترافیک پایتخت', tags: ['تهران'], date: makeDate(day(18)) }),
      makeArticle({ slug: 'd', title: 'نویسندگان جوان', tags: ['کتاب'], date: makeDate(day(17)) }),
    ];
    expect(listsOf(articles, 2)[0]).toEqual([3, 1]);
  });

  it('needs no common tag: the words of headline, lead and body suffice', () => {
    const articles = [
      makeArticle({ slug: 'a', title: 'سامانهٔ هشدار زلزله آزموده شد', lead: 'لرزه‌نگارها', date: makeDate(day(20)) }),
      makeArticle({ slug: 'b', title: 'قهرمانی والیبال ساحلی', lead: 'بندر انزلی', date: makeDate(day(19)) }),
      makeArticle({ slug: 'c', title: 'پژوهشی تازه', lead: 'چکیده', text: 'زلزله', date: makeDate(day(18)) }),
    ];
    expect(listsOf(articles, 1)[0]).toEqual([2]);
  });

  it('equates a plural and its singular in any spelling', () => {
    const titles = ['همکاری\u200Cها گسترش یافت', 'بازار گل', 'همکاري تازه'];
    const articles = titles.map((title, index) =>
      makeArticle({ slug: `${index}`, title, lead: title, text: title, date: makeDate(day(20 - index)) }),
    );
    expect(listsOf(articles, 1)[0]).toEqual([2]);
  });

  it('completes with the nearest of the same section if nothing is shared', () => {
    const articles = ['الف', 'ب‌پ', 'تثج', 'چحخ'].map((title, index) =>
      makeArticle({
        slug: `${index}`,
        title,
        lead: title,
        text: title,
        section: index === 1 ? 'sport' : 'economy',
        date: makeDate(day(20 - index)),
      }),
    );
    expect(listsOf(articles, 3)).toEqual([[2, 3], [], [3, 0], [2, 0]]);
  });

  it('never lists an article itself, nor another one twice', () => {
    const articles = Array.from({ length: 40 }, (_, index) =>
      makeArticle({
        slug: `${index}`,
        title: `خبر شهر ${index % 7}`,
        tags: ['شهر', `ت${index % 3}`],
        date: makeDate(day(29 - Math.floor(index / 2))),
      }),
    );
    listsOf(articles, 5).forEach((list, position) => {
      expect(list).not.toContain(position);
      expect(new Set(list).size).toBe(5);
    });
  });

  it('lists one copy of the article itself, and one of several copies of another', () => {
    const story = (word: string): number[] =>
      Array.from({ length: 60 }, (_, index) => word.charCodeAt(0) * 100 + index);
    const own = [...story('a'), 1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
    const items = [
      ...['a1', 'a2', 'a3'].map((slug, index) => makeItem(slug, (20 - index) * dayTime, own)),
      ...['b1', 'b2', 'b3'].map((slug, index) => makeItem(slug, (15 - index) * dayTime, [...story('b'), 1, 2, 3, 4])),
      makeItem('c', 5 * dayTime, [1, 2, 5000, 5001]),
      makeItem('d', 4 * dayTime, [3, 5002, 5003, 5004]),
    ].map((item) => ({
      ...item,
      features: item.features.map((feature) => (feature & ~63) | (item.slug < 'c' ? 16 : 40)),
    }));
    const list = findRelated(items, 3).lists[0]!.map((position) => items[position]!.slug);
    expect(list.filter((slug) => slug.startsWith('a'))).toEqual(['a2']);
    expect(list.filter((slug) => slug.startsWith('b')).length).toBeLessThanOrEqual(1);
  });

  it('lists both reports of one event that share three quarters of their words, but not two that share nine tenths', () => {
    const listedOf = (shared: number): string[] => {
      const words = (start: number, count: number): number[] =>
        Array.from({ length: count }, (_, index) => start + index);
      const items = [
        makeItem('own', 20 * dayTime, [1, 2, 3, 4]),
        makeItem('one', 19 * dayTime, [1, 2, 3, ...words(100, shared - 3), ...words(200, 40 - shared)]),
        makeItem('two', 18 * dayTime, [1, 2, 3, ...words(100, shared - 3), ...words(300, 40 - shared)]),
        makeItem('other', 17 * dayTime, [4, ...words(400, 39)]),
      ];
      return findRelated(items, 2).lists[0]!.map((position) => items[position]!.slug);
    };
    expect([32, 33].map(listedOf)).toEqual([
      ['one', 'two'],
      ['one', 'two'],
    ]);
    expect([35, 36].map(listedOf)).toEqual([
      ['one', 'other'],
      ['one', 'other'],
    ]);
  });

  it('lists only articles at most a month newer, or 200 articles later', () => {
    const items = makeItems(900, dayTime / 2);
    const { lists } = findRelated(items, 5);
    const isLate = (position: number, other: number): boolean =>
      items[other]!.epoch - items[position]!.epoch > 30 * dayTime && position - other > 200;
    expect(lists.flatMap((list, position) => list.filter((other) => isLate(position, other)))).toEqual([]);
    expect(lists.some((list, position) => list.some((other) => other < position))).toBe(true);
  });

  it('keeps the lists of the archive when news is added', () => {
    const words = [1, 2, 3, 700];
    const between = Array.from({ length: 600 }, (_, index) =>
      makeItem(`${index}`, (900 - index) * dayTime, [2000 + index]),
    );
    const items = [makeItem('new', 1000 * dayTime, words), ...between, makeItem('old', 0, words)];
    const { lists } = findRelated(items, 1);
    expect(lists[0]).toEqual([601]);
    expect(lists[601]).not.toContain(0);
  });

  it('prefers the newer of two that share as much', () => {
    const items = [5, 4, 3].map((number) => makeItem(`${number}`, number * dayTime, [1, 2]));
    expect(findRelated(items, 1).lists).toEqual([[1], [0], [0]]);
  });

  it('matches a scan of all pairs in nearly all positions', () => {
    const items = makeItems(3000, dayTime / 3);
    const { lists } = findRelated(items, 5);
    const scanned = scanRelated(items, 5);
    const same = lists.flatMap((list, position) => list.filter((other, place) => scanned[position]![place] === other));
    expect(same.length / (5 * items.length)).toBeGreaterThanOrEqual(0.98);
  });
});

describe('findRelated with the memory of an earlier run', () => {
  const remembered = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

  it('changes only lists that the new article enters', () => {
    const items = makeItems(1500, dayTime / 3);
    const plus = [makeItem('new', items[0]!.epoch + dayTime, Array.from({ length: 12 }, createWords())), ...items];
    const before = findRelated(items, 5);
    const after = findRelated(plus, 5, before.memory);
    const earlier = slugsOf(items, before.lists);
    const changed = [...slugsOf(plus, after.lists)].filter(
      ([slug, list]) => slug !== 'new' && earlier.get(slug) !== list,
    );
    expect(changed.filter(([, list]) => !list.includes('new'))).toEqual([]);
    expect(changed.length).toBeLessThan(20);
  });

  it('starts over for another list length', () => {
    const items = makeItems(100, dayTime);
    const { memory } = findRelated(items, 5);
    expect(findRelated(items, 3, memory)).toEqual(findRelated(items, 3));
  });

  it.each([undefined, 1])('notices that a word is rarer where another article is gone (foreknown: %s)', (foreknown) => {
    const story = (number: number, ...shared: number[]): RelatedItem =>
      makeItem(String(number), number * dayTime, [
        ...shared,
        ...Array.from({ length: 8 }, (_, own) => 100 * number + own),
      ]);
    // 1 is the word of three articles, 2 that of two; without the oldest, both are words of two.
    const [newest, second, third, oldest] = [story(4, 1, 2), story(3, 1), story(2, 2), story(1, 1)];
    const before = findRelated([newest!, second!, third!, oldest!], 1, undefined, foreknown);
    expect(before.lists[0]).toEqual([2]);
    const rest = [newest!, second!, third!];
    expect(findRelated(rest, 1, remembered(before.memory), foreknown).lists[0]).toEqual([1]);
  });

  // A small site knows itself as a whole; a few foreknown articles make it see as a large one does.
  it.each([
    ['a small site', undefined],
    ['a large one', 16],
  ])(
    `gives for %s what a run without it gives, whatever was added, edited, deleted and dated anew (seed ${seed})`,
    (_, foreknown) => {
      const words = fc.array(
        fc.nat(60).map((number) => Math.floor(number ** 2 / 40)),
        { maxLength: 8 },
      );
      const time = fc.oneof(fc.nat(40), fc.nat(2000)).map((number) => number * dayTime);
      const item = fc
        .record({ slug: fc.nat(120).map(String), time, words, section: fc.constantFrom('a', 'b') })
        .map(({ slug, time, words, section }) => makeItem(slug, time, words, section));
      const edit = fc.record({
        puts: fc.array(item, { maxLength: 3 }),
        deletes: fc.array(fc.nat(120).map(String), { maxLength: 2 }),
      });
      fc.assert(
        fc.property(
          fc.array(item, { minLength: 1, maxLength: 400 }),
          fc.array(edit, { maxLength: 6 }),
          (first, edits) => {
            const items = new Map(first.map((one) => [one.slug, one]));
            let { memory } = findRelated(newestFirst(items.values()), 5, undefined, foreknown);
            for (const { puts, deletes } of edits) {
              for (const one of puts) items.set(one.slug, one);
              for (const slug of deletes) items.delete(slug);
              const now = newestFirst(items.values());
              const next = findRelated(now, 5, remembered(memory), foreknown);
              expect(next).toEqual(findRelated(now, 5, undefined, foreknown));
              ({ memory } = next);
            }
          },
        ),
        { seed, numRuns: countRuns(40, 300) },
      );
    },
  );
});
