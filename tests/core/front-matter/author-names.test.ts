import { describe, expect, it } from 'vitest';
import { splitNames } from '../../../src/core/front-matter/author-names.ts';

describe('splitNames', () => {
  it.each([
    ['علی رضایی و رضا کاوه', ['علی رضایی', 'رضا کاوه']],
    ['علی رضایی، رضا کاوه و مینا ساحلی‌پور', ['علی رضایی', 'رضا کاوه', 'مینا ساحلی‌پور']],
    ['علی رضایی / رضا کاوه', ['علی رضایی', 'رضا کاوه']],
    ['علی رضایی - رضا کاوه', ['علی رضایی', 'رضا کاوه']],
    ['Ali Rezaei & Reza Kaveh', ['Ali Rezaei', 'Reza Kaveh']],
  ])('splits %s', (text, names) => {
    expect(splitNames(text)).toEqual(names);
  });

  it.each([
    'علی رضایی',
    'گروه سیاست و اقتصاد',
    'نفت و گاز',
    'روابط عمومی و امور بین‌الملل',
    'علی رضایی و همکاران',
    'خبرگزاری ایرنا و روزنامه ایران',
    'مینا ساحلی - تهران',
    'سیدعلی موسوی‌نژاد',
    '',
  ])('leaves %s alone', (text) => {
    expect(splitNames(text)).toBeUndefined();
  });
});
