import { describe, expect, it } from 'vitest';
import { findRelated } from '../../src/core/related.ts';
import { makeArticle, makeDate } from './make-site.ts';

const day = (number: number): string => `1404/07/${String(number).padStart(2, '0')}`;

describe('findRelated', () => {
  it('prefers articles that share a rare tag', () => {
    const articles = [
      makeArticle({ slug: 'a', title: 'نمایشگاه کتاب گشایش یافت', tags: ['کتاب', 'تهران'], date: makeDate(day(20)) }),
      makeArticle({ slug: 'b', title: 'باران در شهر', tags: ['تهران'], date: makeDate(day(19)) }),
      makeArticle({ slug: 'c', title: 'ترافیک پایتخت', tags: ['تهران'], date: makeDate(day(18)) }),
      makeArticle({ slug: 'd', title: 'نویسندگان جوان', tags: ['کتاب'], date: makeDate(day(17)) }),
    ];
    expect(findRelated(articles, 2)[0]).toEqual([3, 1]);
  });

  it('works with no tag in common: the words of headline and lead carry it', () => {
    const articles = [
      makeArticle({ slug: 'a', title: 'سامانهٔ هشدار زلزله آزموده شد', lead: 'لرزه‌نگارها', date: makeDate(day(20)) }),
      makeArticle({ slug: 'b', title: 'قهرمانی والیبال ساحلی', lead: 'بندر انزلی', date: makeDate(day(19)) }),
      makeArticle({ slug: 'c', title: 'زلزله چگونه پیش‌بینی می‌شود', lead: 'پژوهش تازه', date: makeDate(day(18)) }),
    ];
    expect(findRelated(articles, 1)[0]).toEqual([2]);
  });

  it('sees a plural and its singular as one word, however it is written', () => {
    const titles = ['همکاری\u200Cها گسترش یافت', 'بازار گل', 'همکاري تازه'];
    const articles = titles.map((title, index) =>
      makeArticle({ slug: `${index}`, title, lead: title, date: makeDate(day(20 - index)) }),
    );
    expect(findRelated(articles, 1)[0]).toEqual([2]);
  });

  it('fills with the nearest of the same section when nothing is shared', () => {
    const articles = ['الف', 'ب‌پ', 'تثج', 'چحخ'].map((title, index) =>
      makeArticle({
        slug: `${index}`,
        title,
        lead: title,
        section: index === 1 ? 'sport' : 'economy',
        date: makeDate(day(20 - index)),
      }),
    );
    expect(findRelated(articles, 3)[0]).toEqual([2, 3]);
  });

  it('never lists an article itself, nor one twice', () => {
    const articles = Array.from({ length: 40 }, (_, index) =>
      makeArticle({
        slug: `${index}`,
        title: `خبر شهر ${index % 7}`,
        tags: ['شهر', `ت${index % 3}`],
        date: makeDate(day(1 + (index % 29))),
      }),
    );
    findRelated(articles, 5).forEach((list, position) => {
      expect(list).not.toContain(position);
      expect(new Set(list).size).toBe(5);
    });
  });

  it('does not let news rewrite its archive', () => {
    const newest = makeArticle({ slug: 'new', title: 'سد کارون', tags: ['سد'] });
    const between = Array.from({ length: 600 }, (_, index) =>
      makeArticle({ slug: `${index}`, title: `خبر ${index}`, lead: `متن ${index}` }),
    );
    const oldest = makeArticle({ slug: 'old', title: 'سد کارون', tags: ['سد'] });
    const related = findRelated([newest, ...between, oldest], 1);
    expect(related[0]).toEqual([601]);
    expect(related[601]).not.toContain(0);
  });
});
