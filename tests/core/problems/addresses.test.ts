import { describe, expect, it } from 'vitest';
import { addressWording } from '../../../src/core/problems/addresses.ts';
import { findWordingFaults, sayProblem } from '../../support/wording-rules.ts';

it.each(Object.entries(addressWording))('the wording of %s is complete in both languages', (_, wording) => {
  expect(findWordingFaults(wording)).toEqual([]);
});

describe('problems with addresses, as writers read them', () => {
  it('an address that is too long', () => {
    const values = { bytes: '260', limit: '255' };
    expect(sayProblem('slug-too-long', values, 'en')).toEqual([
      'the address formed from the file name has 260 bytes; at most 255 are allowed.',
      'Give the file a shorter name (a Persian letter takes 2 bytes).',
    ]);
    expect(sayProblem('slug-too-long', values, 'fa')).toEqual([
      'نشانی‌ای که از نام پرونده ساخته می‌شود 260 بایت دارد و بیش از 255 بایت ممکن نیست.',
      'نام کوتاه‌تری به پرونده بدهید (هر حرف فارسی ۲ بایت است).',
    ]);
  });

  it.each([
    ['', 'the link leads to the article «barf», which does not exist.', 'پیوند به خبر «barf» می‌رود که وجود ندارد.'],
    [
      ' («barf-2»?)',
      'the link leads to the article «barf», which does not exist. («barf-2»?)',
      'پیوند به خبر «barf» می‌رود که وجود ندارد. («barf-2»?)',
    ],
  ])('a broken link, with the hint %j', (hint, english, persian) => {
    const values = { slug: 'barf', hint };
    expect(sayProblem('link-broken', values, 'en')).toEqual([english, 'Correct the link, or remove it.']);
    expect(sayProblem('link-broken', values, 'fa')).toEqual([persian, 'پیوند را درست یا حذف کنید.']);
  });

  it('an old path that is already in use', () => {
    const values = { alias: '/old/', other: 'content/pages/old.md' };
    expect(sayProblem('alias-collides', values, 'en')).toEqual([
      'the address «/old/» is taken by content/pages/old.md.',
      'Remove this old address, or change the other.',
    ]);
    expect(sayProblem('alias-collides', values, 'fa')).toEqual([
      'نشانی «/old/» از آنِ content/pages/old.md است.',
      'این نشانی را حذف کنید یا آن دیگری را تغییر دهید.',
    ]);
  });
});
