import { describe, expect, it } from 'vitest';
import { dateAt, formatGregorianDate } from '../../src/core/dates/news-date.ts';
import { readSampleSite } from '../support/sample-pages.ts';
import { attributesOf, attributeOf, elementsOf, findAll, findParts, textOf, type Element } from '../support/html.ts';

const { pages } = readSampleSite();
const articles = pages.filter(({ tree }) => findParts(tree, 'headline').length > 0);
const spoken = new Set(['title', 'aria-label', 'alt', 'placeholder']);

describe('the dates of the sample site', () => {
  it('each have their Gregorian day in the tooltip, in Persian digits', () => {
    const times = pages.flatMap(({ tree }) => findAll(tree, 'time'));
    expect(times.length).toBeGreaterThan(500);
    for (const time of times) {
      const day = formatGregorianDate(dateAt(Date.parse(attributeOf(time, 'datetime') ?? '')));
      expect(attributeOf(time, 'title')).toBe(`${day} میلادی`);
      expect(day).toMatch(/^[۰-۹]{1,2} \p{L}+\u0654? [۰-۹]{4}$/u);
    }
  });

  it('say on the pages of months and years which Gregorian days they hold', () => {
    const noteOf = (path: string): string => {
      const page = pages.find((each) => each.path === path)!;
      return classElements(page.tree, 'page-note').map(textOf).join(' ');
    };
    expect(noteOf('archive/1404/index.html')).toContain('۲۱ مارس ۲۰۲۵ تا ۲۰ مارس ۲۰۲۶');
    expect(noteOf('archive/1404/07/index.html')).toContain('۲۳ سپتامبر تا ۲۲ اکتبر ۲۰۲۵');
  });
});

describe('the reading time of the sample site', () => {
  it('stands once on the page of each article, for readers and for machines', () => {
    expect(articles.length).toBeGreaterThan(50);
    for (const { path, tree } of articles) {
      const lines = classElements(tree, 'reading-time');
      expect(lines, path).toHaveLength(1);
      const text = textOf(lines[0]!).replace(/\s+/g, ' ').trim();
      const minutes = /^PT(\d+)M$/.exec(attributeOf(findAll(lines[0]!, 'data')[0]!, 'value') ?? '')?.[1];
      expect(text).toBe(`زمان خواندن: ${Number(minutes).toLocaleString('fa-IR')} دقیقه`);
    }
  });
});

describe('the archive of the sample site', () => {
  it('says of each month how many articles it has, as the page of its year does', () => {
    const countsOf = (path: string): string[] =>
      classElements(pages.find((each) => each.path === path)!.tree, 'months').flatMap((list) =>
        classElements(list, 'count').map(textOf),
      );
    const counts = countsOf('archive/index.html');
    expect(counts).toHaveLength(pages.filter(({ path }) => /^archive\/\d+\/\d+\/index\.html$/.test(path)).length);
    for (const count of counts) expect(count).toMatch(/^[۰-۹]+ خبر$/);
    const years = pages.filter(({ path }) => /^archive\/\d+\/index\.html$/.test(path)).map(({ path }) => path);
    expect(years.flatMap(countsOf).toSorted()).toEqual(counts.toSorted());
  });
});

describe('the numbers of the sample site', () => {
  it('count in Persian digits', () => {
    const counts = pages.flatMap(({ tree }) => classElements(tree, 'count').map(textOf));
    expect(counts.filter((text) => /^[۰-۹٬]+ خبر$/.test(text)).length).toBeGreaterThan(100);
    expect(counts.filter((text) => /[0-9]/.test(text))).toEqual([]);
  });

  it('are Persian in titles, labels and tooltips too, but in Latin runs', () => {
    const texts = pages.flatMap(({ tree }) => [
      ...findAll(tree, 'title').map(textOf),
      ...elementsOf(tree).flatMap(({ element }) =>
        attributesOf(element).flatMap(([name, value]) => (spoken.has(name) ? [value] : [])),
      ),
    ]);
    expect(texts.length).toBeGreaterThan(500);
    expect(texts.filter((text) => /[٠-٩]|(?<![\p{Script=Latin}0-9.-] ?)[0-9](?!\p{Script=Latin})/u.test(text))).toEqual(
      [],
    );
  });

  it('number the pages of lists in Persian', () => {
    const numbered = pages.filter(({ path }) => /\/page\/\d+\/index\.html$/.test(path));
    const headings = numbered.flatMap(({ tree }) => findAll(tree, 'h1').map(textOf));
    expect(headings.length).toBeGreaterThan(0);
    for (const heading of headings) expect(heading.replace(/\s+/g, ' ')).toMatch(/، صفحه [۰-۹]+\s*$/);
  });
});

function classElements(node: Parameters<typeof elementsOf>[0], name: string): Element[] {
  return elementsOf(node).flatMap(({ element }) =>
    (attributeOf(element, 'class') ?? '').split(' ').includes(name) ? [element] : [],
  );
}
