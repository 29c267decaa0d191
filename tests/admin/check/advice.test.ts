import { describe, expect, it } from 'vitest';
import { adviceOn } from '../../../src/admin/check/advice.ts';

const values = { title: 'برف سنگین جاده‌های کوهستانی را بست', section: 'society', address: 'barf' };
const hintsOn = (changes: Record<string, unknown>, isArticle = true): readonly string[] =>
  adviceOn({ ...values, ...changes }, isArticle, [
    { slug: 'barf', title: values.title },
    { slug: 'other', title: 'گردنهٔ اسالم بسته شد و رانندگان برگشتند' },
  ]).hints;

describe('adviceOn', () => {
  it('counts the headline, and has nothing to say of a good article', () => {
    expect(adviceOn(values, true, [])).toEqual({ facts: ['تیتر: ۳۴ نویسه'], hints: [] });
    expect(hintsOn({})).toEqual([]);
  });

  it.each([
    ['a long headline', { title: 'الف '.repeat(30) }, 'بلندتر'],
    ['a headline of these days', { title: 'رانندگان برگشتند و گردنه اسالم بسته شد' }, 'گردنهٔ اسالم بسته شد'],
    ['a missing section', { section: '' }, 'سرویس'],
    ['a picture that nobody described', { image: { src: 'a.jpg', alt: ' ' } }, 'تصویر'],
  ])('mentions %s', (_, changes, words) => {
    expect(hintsOn(changes)).toEqual([expect.stringContaining(words)]);
  });

  it('asks for no section where there is none', () => {
    expect(hintsOn({ section: '' }, false)).toEqual([]);
  });
});
