import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseFront } from '../../../src/core/content/parse-front.ts';
import type { Home, Story } from '../../../src/core/site/site.ts';
import { type ArticleParts, makeArticle, makeDate, makeSite } from '../../support/make-site.ts';

const image = { src: '/files/a.jpg', alt: 'عکس', width: 4, height: 3 };
const sections = ['a', 'b'].map((slug) => ({ slug, name: slug }));

/** The front page of articles, newest first, an hour apart. */
function homeOf(
  articles: readonly ArticleParts[],
  front = '',
  now = Date.parse('2026-01-01T00:00:00Z'),
  sizes = { page: 20, feed: 30, related: 5, picks: 2, latest: 3 },
): Home {
  const dated = articles.map((fields, index) => {
    const hour = 23 - (index % 24);
    const date = makeDate(`1404/07/${String(30 - Math.floor(index / 24)).padStart(2, '0')} ${hour}:00`);
    return makeArticle({ slug: `n${index}`, date, ...fields });
  });
  const parsed = front === '' ? undefined : parseFront({ path: 'front.yml', text: front }, { sections });
  if (parsed && parsed.problems.length > 0) throw new Error(JSON.stringify(parsed.problems));
  return makeSite(dated, { sections, sizes }, { front: parsed?.front, now }).home;
}
const slugsOf = (articles: readonly { slug: string }[]): string[] => articles.map(({ slug }) => slug);
const leadOf = (...parameters: Parameters<typeof homeOf>): string | undefined => homeOf(...parameters).lead?.slug;
const times = (count: number, parts: ArticleParts = {}): ArticleParts[] => Array.from({ length: count }, () => parts);

describe('the front page without a file', () => {
  it('begins with the newest breaking story, then a pick, of the last day', () => {
    expect(leadOf([{}, { picked: true, image }, { label: 'breaking' }])).toBe('n2');
    expect(leadOf([{}, { picked: true }, { picked: true, image }])).toBe('n1');
    expect(leadOf([...times(24), { picked: true, image }, { label: 'breaking' }])).toBe('n0');
    expect(leadOf([])).toBeUndefined();
  });

  it('goes on with tiers of three and six, the newest first', () => {
    const { second, third } = homeOf([{}, { picked: true }, ...times(10)]);
    expect(slugsOf(second)).toEqual(['n0', 'n2', 'n3']);
    expect(slugsOf(third)).toEqual(['n4', 'n5', 'n6', 'n7', 'n8', 'n9']);
  });

  it('has as many headlines as the column beside them is long, if there are articles enough', () => {
    const sizes = { page: 20, feed: 30, related: 5, picks: 5, latest: 10 };
    const headlines = (count: number, parts: ArticleParts = {}): number =>
      homeOf(times(count, parts), '', undefined, sizes).third.length;
    expect([headlines(60), headlines(60, { image })]).toEqual([18, 6]);
    // Long headlines and leads fill the top; picks lengthen the column.
    const title = 'شهرداری تهران از آغاز ساخت دو خط تازهٔ مترو در شرق و غرب پایتخت خبر داد';
    const long = headlines(60, { title, lead: title.repeat(4) });
    expect(long).toBeLessThan(headlines(60, { title, lead: 'کوتاه' }));
    expect(long).toBeLessThan(headlines(60, { title, lead: title.repeat(4), picked: true }));
    expect(headlines(20)).toBe(6);
  });

  it('shows four more articles of each section, and no section without any', () => {
    const { rows } = homeOf(Array.from({ length: 19 }, (_, index) => ({ section: index === 0 ? 'b' : 'a' })));
    expect(rows.flat().map(({ section, articles: own }) => [section, slugsOf(own)])).toEqual([
      ['a', ['n10', 'n11', 'n12', 'n13']],
    ]);
  });

  it('has blocks of opinions and photo stories where there are two', () => {
    const types = (...parts: ArticleParts[]): (string | undefined)[] =>
      homeOf([...parts, ...times(7)])
        .rows.flat()
        .map(({ layout }) => layout);
    expect(types({ type: 'opinion' }, { type: 'note' }, { type: 'photo' }, { type: 'photo' })).toEqual([
      'opinion',
      'photos',
    ]);
    expect(types({ type: 'opinion' }, { type: 'photo' })).toEqual([]);
    expect(leadOf([...times(2, { type: 'opinion' }), {}])).toBe('n2');
    expect(leadOf([{ type: 'opinion' }, {}])).toBe('n0');
  });

  it('lists the latest and the picks that are not shown above', () => {
    const home = homeOf([...times(14), ...times(6, { picked: true })]);
    expect(slugsOf(home.latest)).toEqual(['n9', 'n10', 'n11']);
    expect(slugsOf(home.picks)).toEqual(['n15', 'n16']);
  });

  it('leads to the sixteen tags that are used most', () => {
    const articles = Array.from({ length: 20 }, (_, index) => ({
      tags: Array.from({ length: 20 - index }, (_unused, tag) => `برچسب ${tag}`),
    }));
    expect(homeOf(articles).tags.map(({ count }) => count)).toEqual(
      Array.from({ length: 16 }, (_, index) => 20 - index),
    );
  });
});

describe('the front page of front.yml', () => {
  it('begins with its lead and package, then its top, filled up by date', () => {
    const home = homeOf(times(20), 'lead: {slug: n5, with: [n7, n6]}\ntop: [n9, n8]');
    expect([home.lead?.slug, slugsOf(home.with)]).toEqual(['n5', ['n7', 'n6']]);
    expect(slugsOf([...home.second, ...home.third])).toEqual(['n9', 'n8', 'n0', 'n1', 'n2', 'n3', 'n4', 'n10', 'n11']);
  });

  it('skips what is not published yet, and fills its place', () => {
    const home = homeOf([{ draft: true }, ...times(9)], 'lead: n0\ntop: [n0, n5]\nbreaking: {text: زلزله, slug: n0}');
    expect([home.lead?.slug, home.second[0]?.slug]).toEqual(['n5', 'n1']);
    expect(home.breaking).toBeUndefined();
  });

  it('forgets what has expired', () => {
    const front =
      'lead: {slug: n5, until: 1404/08/01 10:00}\nbreaking: {text: زلزله, until: 1404/08/01 10:00}\n' +
      'blocks: [{latest: true, until: 1404/08/01 10:00}]';
    const shown = (now: string): unknown[] => {
      const { lead, breaking, rows } = homeOf(times(20), front, Date.parse(now));
      return [lead?.slug, breaking?.text, rows.length];
    };
    expect(shown('2025-10-23T06:29:59Z')).toEqual(['n5', 'زلزله', 1]);
    expect(shown('2025-10-23T06:30:00Z')).toEqual(['n0', undefined, 0]);
    expect(homeOf(times(9), 'lead: n5\ntop: [n6]\nuntil: 1404/07/01').lead?.slug).toBe('n0');
  });

  it('has its blocks in their order, and an own «latest» only once', () => {
    const articles = [...times(10), ...times(4, { section: 'a' }), ...times(4, { tags: ['آب'], picked: true })];
    const home = homeOf(
      articles,
      'blocks:\n  - {tag: آب, layout: three, count: 3, title: پروندهٔ آب}\n  - section: a\n  - latest\n  - slugs: [n3]',
    );
    expect(
      home.rows.map((row) => row.map(({ title, layout, articles: own }) => [title, layout, slugsOf(own)])),
    ).toEqual([
      [['پروندهٔ آب', 'three', ['n15', 'n16', 'n17']]],
      [
        ['a', 'lead', ['n10', 'n11', 'n12', 'n13']],
        ['آخرین اخبار', 'list', ['n9']],
      ],
    ]);
    expect([home.latest, slugsOf(home.picks)]).toEqual([[], []]);
  });
});

const seed = 14050909;

it(`shows no story twice (seed ${seed})`, () => {
  const part = fc.record({
    section: fc.constantFrom('a', 'b'),
    picked: fc.boolean(),
    type: fc.constantFrom('opinion', 'photo', 'report'),
    label: fc.constantFrom('breaking', undefined),
  });
  const slug = fc.integer({ min: 0, max: 40 }).map((number) => `n${number}`);
  const block = fc.oneof(
    fc.constantFrom('latest', 'picks', 'opinion', 'photos'),
    fc.record({ section: fc.constantFrom('a', 'b'), layout: fc.constantFrom('lead', 'three', 'list') }),
    fc.record({ slugs: fc.array(slug, { minLength: 1, maxLength: 5 }) }),
  );
  const front = fc.record({
    lead: slug,
    top: fc.array(slug, { maxLength: 8 }),
    blocks: fc.array(block, { maxLength: 6 }),
  });
  fc.assert(
    fc.property(fc.array(part, { maxLength: 40 }), fc.option(front), (articles, file) => {
      const home = homeOf(articles as ArticleParts[], file ? JSON.stringify(file) : '');
      const shown: Story[] = [
        ...(home.lead ? [home.lead] : []),
        ...home.with,
        ...home.second,
        ...home.third,
        ...home.rows.flat().flatMap(({ articles: own }) => own),
        ...home.latest,
        ...home.picks,
      ];
      expect(slugsOf(shown)).toHaveLength(new Set(slugsOf(shown)).size);
      expect(home.rows.flat().every(({ articles: own }) => own.length > 0)).toBe(true);
      if (articles.length > 0) expect(home.lead).toBeDefined();
    }),
    { seed, numRuns: 200 },
  );
});
