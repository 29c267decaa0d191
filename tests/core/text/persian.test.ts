import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  compareText,
  foldKey,
  foldText,
  formatNumber,
  formatPlainNumber,
  normalizeText,
  toLatinDigits,
  truncateText,
} from '../../../src/core/text/persian.ts';
import { countRuns } from '../../support/runs.ts';

const seed = 1404;

describe('normalizeText', () => {
  it.each([
    ['Arabic letters', 'كتاب علي', 'کتاب علی'],
    ['alef maksura', 'مصطفى', 'مصطفی'],
    ['Arabic digits', '٢٤ مهر', '۲۴ مهر'],
    ['presentation forms', 'ﺳﻼﻡ', 'سلام'],
    ['kashida', 'ســـلام', 'سلام'],
    ['bidi controls and soft hyphens', '\u202Bسلام\u202C\u200F soft\u00ADly', 'سلام softly'],
    ['Word’s half-spaces', 'نرم¬افزار می\u00ADشود ك\u00ACتابِ¬ها', 'نرم\u200Cافزار می\u200Cشود ک\u200Cتابِ\u200Cها'],
    ['Word’s half-spaces in one-letter parts', 'آ¬ب¬پ', 'آ\u200Cب\u200Cپ'],
    ['Word’s half-spaces beside others', 'می\u200C¬\u00AD\u200Cشود', 'می\u200Cشود'],
    ['logical signs', '¬الف و ¬ ب، p¬q و ۱¬۲', '¬الف و ¬ ب، p¬q و ۱¬۲'],
    ['control characters', 'سل\u0007ام\u0085 ', 'سلام '],
    ['doubled half-spaces', 'می\u200C\u200Cشود', 'می\u200Cشود'],
    ['half-spaces at the edge of words', '\u200Cکتاب\u200C ها\u200C، \u200C(سلام\u200C)', 'کتاب ها، (سلام)'],
    ['combining letters', 'آب', 'آب'],
  ])('corrects %s', (_, text, expected) => expect(normalizeText(text)).toBe(expected));

  it('keeps half-spaces inside words', () => {
    expect(normalizeText('همکاری\u200Cها می\u200Cشود')).toBe('همکاری\u200Cها می\u200Cشود');
  });

  it(`is idempotent (seed ${seed})`, () => {
    const text = fc.string({
      unit: fc.constantFrom(...'كيىةه ء آا\u200C\u0640\u064B\uFEFB٤۴4 «».،-ﷲﺳabc'),
      maxLength: 60,
    });
    fc.assert(
      fc.property(text, (value) => {
        const once = normalizeText(value);
        expect(normalizeText(once)).toBe(once);
      }),
      { seed, numRuns: countRuns(600, 6000) },
    );
  });
});

describe('folding', () => {
  it('gives the spellings of a tag one key', () => {
    const keys = ['محیط زیست', 'محیط\u200Cزیست', 'محيط  زيست', 'محیطزیست', 'محیط-زیست'].map(foldKey);
    expect(new Set(keys).size).toBe(1);
  });

  it('keeps different tags apart', () => {
    expect(foldKey('C++')).not.toBe(foldKey('C#'));
    expect(foldKey('خانه')).not.toBe(foldKey('خانه‌ها'));
  });

  it('equates text typed on any keyboard with the stored spelling', () => {
    expect(foldText('كتاب هاي 1404')).toBe(foldText('کتاب های ۱۴۰۴'));
    expect(foldText('کتاب\u200Cها')).toBe('کتابها');
  });
});

describe('numbers', () => {
  it('are grouped as counts, and never as years', () => {
    expect(formatNumber(1234567)).toBe('۱٬۲۳۴٬۵۶۷');
    expect(formatPlainNumber(1404)).toBe('۱۴۰۴');
    expect(toLatinDigits('۱۴۰۴/٠٧')).toBe('1404/07');
  });
});

describe('compareText', () => {
  it('sorts in Persian alphabetical order', () => {
    const words = ['هنر', 'یزد', 'واحد', 'پارک', 'آب', 'ابر', 'گل', 'کتاب', 'ژاله', 'چای'];
    expect(words.toSorted(compareText)).toEqual([
      'آب',
      'ابر',
      'پارک',
      'چای',
      'ژاله',
      'کتاب',
      'گل',
      'واحد',
      'هنر',
      'یزد',
    ]);
  });
});

describe('truncateText', () => {
  it('cuts at a word boundary, without the punctuation there', () => {
    expect(truncateText('شهرداری تهران، اعلام کرد', 16)).toBe('شهرداری تهران…');
    expect(truncateText('کوتاه', 16)).toBe('کوتاه');
    expect(truncateText('برای نخستین بار «قبض شفاف آب» منتشر شد', 24)).toBe('برای نخستین بار «قبض…»');
  });
});
