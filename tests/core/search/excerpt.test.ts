import { describe, expect, it } from 'vitest';
import { excerptOf, markText } from '../../../src/core/search/excerpt.ts';
import { parseQuery } from '../../../src/core/search/query.ts';

const soughtBy = (question: string): Map<string, number> =>
  new Map(
    parseQuery(question).concepts.flatMap(({ alternatives }) =>
      alternatives.flatMap(({ terms }) => terms.map(({ stem }): [string, number] => [stem, 1])),
    ),
  );
const show = (pieces: readonly { text: string; isMarked: boolean }[]): string =>
  pieces.map(({ text, isMarked }) => (isMarked ? `[${text}]` : text)).join('');

describe('markText', () => {
  it.each([
    ['همكاري', 'گسترش همکاری‌های دو شهر', 'گسترش [همکاری‌های] دو شهر'],
    ['حمل و نقل', 'شرکت حمل‌ونقل شهر', 'شرکت [حمل‌ونقل] شهر'],
    ['حمل‌ونقل', 'شرکت حمل و نقل شهر', 'شرکت [حمل و نقل] شهر'],
    ['کتابها', 'این کتاب ها را', 'این [کتاب ها] را'],
    ['تهران', '«تهران»، پایتخت', '«[تهران]»، پایتخت'],
    ['دریا', 'هیچ چیز اینجا نیست', 'هیچ چیز اینجا نیست'],
    ['b', '<b>&amp;</b>', '<[b]>&amp;</[b]>'],
  ])('for «%s» marks in «%s»', (question, text, marked) =>
    expect(show(markText(text, soughtBy(question)))).toBe(marked),
  );
});

describe('the words of an answer', () => {
  it('are marked as a pair only where they are adjacent', () => {
    const sought = new Map([['خشک سالی', 1]]);
    expect(show(markText('در خشک سالی و سالی خشک', sought))).toBe('در [خشک سالی] و سالی خشک');
    expect(show(markText('حمل و نقل', new Map([['حمل نقل', 1]])))).toBe('[حمل و نقل]');
  });
});

describe('excerptOf', () => {
  const words = Array.from({ length: 100 }, (_, index) => `واژه${index}`).join(' ');

  it('begins with the text if the match is there', () => {
    expect(show(excerptOf('تهران دیروز خنک بود.', soughtBy('تهران')))).toBe('[تهران] دیروز خنک بود.');
    expect(show(excerptOf(words, new Map()))).toMatch(/^واژه0 .*واژه\d+…$|^واژه.*…$/);
  });

  it('cuts the stretch with the most matches, between words', () => {
    const text = `تهران ${words} باران در تهران ${words}`;
    const excerpt = show(excerptOf(text, soughtBy('باران تهران')));
    expect(excerpt).toMatch(/^… .*\[باران\] در \[تهران\].*…$/);
    expect(excerpt.length).toBeLessThan(400);
  });

  it('shows the end of a text completely', () => {
    expect(show(excerptOf(`${words} پایان تهران.`, soughtBy('تهران')))).toMatch(/^… .*پایان \[تهران\]\.$/);
    expect(excerptOf('', soughtBy('تهران'))).toEqual([]);
  });
});
