import { describe, expect, it } from 'vitest';
import { persianizeDigits, persianizeUnits } from '../../../src/core/numbers/digits.ts';

describe('persianizeDigits', () => {
  it.each([
    ['در 12 شهر', 'در ۱۲ شهر'],
    ['٣٤ نفر', '۳۴ نفر'],
    ['1,234 تومان', '۱٬۲۳۴ تومان'],
    ['1,234,567 تومان', '۱٬۲۳۴٬۵۶۷ تومان'],
    ['1,234.5 تن', '۱٬۲۳۴٫۵ تن'],
    ['بند 1,2,3', 'بند ۱,۲,۳'],
    ['۴,۴.٥', '۴,۴.۵'],
    ['2.5 درصد', '۲٫۵ درصد'],
    ['۲.۵ درصد', '۲٫۵ درصد'],
    ['۱,۲۳۴ نفر', '۱٬۲۳۴ نفر'],
    ['12% و 12 % و ۱۲ ٪ و ٪12 و %12', '۱۲٪ و ۱۲٪ و ۱۲٪ و ۱۲٪ و ۱۲٪'],
    ['رشد 10-12%', 'رشد ۱۰-۱۲٪'],
    ['ساعت 10:30', 'ساعت ۱۰:۳۰'],
    ['روز 2025/10/16', 'روز ۲۰۲۵/۱۰/۱۶'],
    ['تلفن 021-12345678', 'تلفن ۰۲۱-۱۲۳۴۵۶۷۸'],
    ['1404', '۱۴۰۴'],
    ['پایان در 12.', 'پایان در ۱۲.'],
    ['شرکت Apple 12 میلیون گوشی', 'شرکت Apple ۱۲ میلیون گوشی'],
    ['رشد GDP 12% بود', 'رشد GDP ۱۲٪ بود'],
    ['سال 2025 UNESCO', 'سال ۲۰۲۵ UNESCO'],
    ['سال2025', 'سال۲۰۲۵'],
  ])('converts %j to %j', (text, expected) => {
    expect(persianizeDigits(text)).toBe(expected);
  });

  it.each([
    'مولکول H2O',
    'نسخهٔ v1.2.3',
    'نسخهٔ 1.2.3',
    'ویروس COVID-19',
    'با Windows 11',
    'حافظهٔ 5 GB',
    'نشانی 192.168.1.1',
    'استاندارد ISO 8601',
    'کاربر @user1',
    'رایانامهٔ a1@b2.com',
    'نشانی https://example.com/12?a=3',
    'شبکهٔ 5G',
    'گوشی iPhone 15 Pro را',
    'All 12 words are Latin, 5% of them',
    'بدون عدد',
    '',
  ])('leaves %j unchanged', (text) => {
    expect(persianizeDigits(text)).toBe(text);
  });

  it('is fast on texts that nearly match its patterns', () => {
    for (const scrap of ['کتاب 1.5 ', '1.', '1_', '1-', 'a1', '1,', '%', '12 ', '@1', 'http', 'ک1'])
      persianizeDigits(scrap.repeat(50_000));
  });

  it('returns one piece per code unit', () => {
    expect(persianizeUnits('٪1 و 2 %')).toEqual(['', '۱٪', ' ', 'و', ' ', '۲٪', '', '']);
  });
});
