import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { searchRecord } from '../../src/core/search-record.ts';
import { makeArticle, makeSite } from './make-site.ts';

const seed = 1404;

function recordOf(fields: Parameters<typeof makeArticle>[0]) {
  return searchRecord(makeSite([makeArticle(fields)]).articles[0]!);
}

describe('searchRecord', () => {
  it('folds what is searched and keeps what is shown', () => {
    const { content, display } = recordOf({ title: 'همکاری\u200Cهای ۱۴۰۴', text: 'متن H2O' });
    expect(display).toBe('متن H2O همکاری\u200Cهای ۱۴۰۴ ایسنا');
    expect(content).toBe('متن h۲o همکاریهای ۱۴۰۴ ایسنا');
  });

  it('finds articles by their tags and authors', () => {
    const { display } = recordOf({ title: 'تیتر', text: 'متن', tags: ['محیط زیست'], authors: ['نگار'] });
    expect(display).toBe('متن تیتر ایسنا، نگار، محیط زیست');
  });

  it('holds the lead once', () => {
    const { display } = recordOf({ title: 'تیتر', lead: 'چکیده', hasOwnLead: false, text: 'چکیده\nمتن' });
    expect(display).toBe('چکیده متن تیتر ایسنا');
  });

  it(`has a word shown for each word searched, whatever the text (seed ${seed})`, () => {
    const text = fc.string({
      unit: fc.constantFrom(...'کي ‌\u064B\u0640 ۱1.«»\n\t\u00A0\u3000\u0085\uFEFFaB'),
      maxLength: 80,
    });
    const count = (words: string): number => words.split(/\s+/).filter((word) => word !== '').length;
    fc.assert(
      fc.property(text, (value) => {
        const { content, display } = recordOf({ text: value });
        expect(count(content)).toBe(count(display));
      }),
      { seed, numRuns: 2000 },
    );
  });
});
