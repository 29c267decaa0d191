import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createUrls, readableUrl } from '../../src/core/urls.ts';
import { countRuns } from '../support/runs.ts';

const seed = Number(process.env['SEED'] ?? 14050909);
const urls = createUrls('https://example.org/paper');

describe('readableUrl', () => {
  it.each([
    ['Persian letters and digits', 'شهر-پیاده-۱۴۰۴', 'شهر-پیاده-۱۴۰۴'],
    ['spaces', 'شهر پیاده', 'شهر%20پیاده'],
    ['quotation marks', '«شهر»', '%C2%ABشهر%C2%BB'],
    ['brackets', 'شهر(۱)', 'شهر(۱)'],
    ['a Persian comma', 'شهر،روستا؛؟', 'شهر%D8%8Cروستا%D8%9B%D8%9F'],
    ['half-spaces, which chats do not show', 'پیاده\u200Cرو', 'پیاده%E2%80%8Cرو'],
    ['marks of direction', 'الف\u202Eب', 'الف%E2%80%AEب'],
    ['signs of URLs', 'C#?&/%', 'C%23%3F%26%2F%25'],
    ['emoji', 'شهر🌧', 'شهر%F0%9F%8C%A7'],
  ])('writes %s so that they are read, and stay within the address', (_, segment, readable) => {
    expect(readableUrl(urls.absolute(urls.page('news', segment)))).toBe(`https://example.org/paper/news/${readable}/`);
  });

  it('leaves what is encoded otherwise, or is no text', () => {
    for (const url of [
      'https://a.example/%d8%b4',
      'https://a.example/%D8',
      'https://a.example/%41',
      'https://a.example/%',
    ])
      expect(readableUrl(url)).toBe(url);
  });

  it(`gives an address that is the same URL, and that no chat breaks off (SEED=${seed})`, () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary', minLength: 1 })), (segments) => {
        const url = urls.absolute(urls.page(...segments.filter((each) => each.isWellFormed())));
        const readable = readableUrl(url);
        expect(new URL(readable).href).toBe(new URL(url).href);
        expect(readable).not.toMatch(/[\s«»،؛؟…“”\u200B-\u200F\u202A-\u202E]/);
      }),
      { seed, numRuns: countRuns(300, 5000) },
    );
  });
});
