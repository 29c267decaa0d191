import { describe, expect, it } from 'vitest';
import { findFlaws } from '../../../src/core/proofreading/rules.ts';
import type { OrthographyRule } from '../../../src/core/problems/orthography.ts';
import { applyEdits } from '../../../src/core/text/edits.ts';

/** Apply the proposals of one rule to a text. */
function mend(text: string, rule: OrthographyRule, isTitle = false): string {
  const flaws = findFlaws(text, { off: [] }, isTitle).filter((flaw) => flaw.rule === rule);
  return applyEdits(
    text,
    flaws.flatMap(({ edits }) => edits),
  );
}

function rulesOf(text: string, isTitle = false): string[] {
  return findFlaws(text, { off: [] }, isTitle).map(({ rule }) => rule);
}

type Case = readonly [OrthographyRule, text: string, proposed: string, isSafe: boolean];

const mended: Case[] = [
  ['letters', 'كتاب علي', 'کتاب علی', true],
  ['letters', 'مصطفى', 'مصطفی', true],
  ['letters', 'ﺳﻼﻡ', 'سلام', true],
  ['letters', 'ســلام', 'سلام', true],
  ['letters', 'ا\u0653ب', 'آب', true],
  ['letters', 'تهران ـ ایرنا', 'تهران – ایرنا', false],
  ['letters', 'برچسب #كتاب', 'برچسب #کتاب', true],
  ['invisible-marks', 'سلام\u202C', 'سلام', true],
  ['invisible-marks', 'نرم¬افزار', 'نرم\u200Cافزار', true],
  ['invisible-marks', 'می\u00ADشود', 'می\u200Cشود', true],
  ['invisible-marks', 'می\u200C\u200Cشود', 'می\u200Cشود', true],
  ['invisible-marks', 'کتاب\u200C، متن', 'کتاب، متن', true],
  ['invisible-marks', 'کتاب\uFEFFها', 'کتابها', true],
  ['digits', 'در 12 شهر', 'در ۱۲ شهر', true],
  ['digits', '٣٤ نفر', '۳۴ نفر', true],
  ['digits', 'ساعت 10:30', 'ساعت ۱۰:۳۰', true],
  ['separators', '1,234 تومان', '۱٬۲۳۴ تومان', true],
  ['separators', '۱,۲۳۴ تومان', '۱٬۲۳۴ تومان', true],
  ['separators', '۲.۵ درصد', '۲٫۵ درصد', true],
  ['separators', '۱.۲۳۴.۵۶۷ تومان', '۱٬۲۳۴٬۵۶۷ تومان', false],
  ['separators', 'رشد 12 %', 'رشد ۱۲٪', true],
  ['separators', 'رشد ٪۱۲', 'رشد ۱۲٪', true],
  ['latin-punctuation', 'تهران, ایران', 'تهران، ایران', true],
  ['latin-punctuation', 'تهران,ایران', 'تهران،ایران', true],
  ['latin-punctuation', 'چرا?', 'چرا؟', true],
  ['latin-punctuation', 'چرا?!', 'چرا؟!', true],
  ['latin-punctuation', '«چرا?»', '«چرا؟»', true],
  ['latin-punctuation', 'رفت; آمد', 'رفت؛ آمد', true],
  ['latin-punctuation', '«پل», راه', '«پل»، راه', false],
  ['latin-punctuation', 'سال ۱۴۰۴, ماه', 'سال ۱۴۰۴، ماه', false],
  ['latin-punctuation', 'تهران , ایران', 'تهران، ایران', false],
  ['punctuation-spacing', 'تهران ، ایران', 'تهران، ایران', true],
  ['punctuation-spacing', 'تهران ،ایران', 'تهران، ایران', true],
  ['punctuation-spacing', 'گفت : من', 'گفت: من', true],
  ['punctuation-spacing', 'پایان .', 'پایان.', true],
  ['punctuation-spacing', 'رفت .البته', 'رفت. البته', true],
  ['punctuation-spacing', 'چه خوب !', 'چه خوب!', true],
  ['punctuation-spacing', 'چرا ؟', 'چرا؟', true],
  ['punctuation-spacing', '« پل »', '«پل»', true],
  ['punctuation-spacing', 'گفت:« پل»', 'گفت: «پل»', true],
  ['punctuation-spacing', '«پل »تازه', '«پل» تازه', true],
  ['punctuation-spacing', 'با Node.js ، و', 'با Node.js، و', true],
  ['punctuation-spacing', 'تهران،ایران', 'تهران، ایران', false],
  ['punctuation-spacing', 'گفت:من', 'گفت: من', false],
  ['punctuation-spacing', 'بودند.سپاهان', 'بودند. سپاهان', false],
  ['punctuation-spacing', 'چرا؟چون', 'چرا؟ چون', false],
  ['punctuation-spacing', '«پل»تازه', '«پل» تازه', false],
  ['punctuation-spacing', 'پل«تازه»', 'پل «تازه»', false],
  ['straight-quotes', 'گفت: "نه".', 'گفت: «نه».', false],
  ['straight-quotes', "'پل' تازه", '«پل» تازه', false],
  ['straight-quotes', "''پل'' تازه", '«پل» تازه', false],
  ['straight-quotes', '"پل" و "راه"', '«پل» و «راه»', false],
  ['repeated-word', 'گفت که که رفت', 'گفت که رفت', false],
  ['repeated-word', 'از از آن', 'از آن', false],
  ['repeated-word', 'می\u200Cشود می\u200Cشود', 'می\u200Cشود', false],
];

describe('findFlaws', () => {
  it.each(mended)('by the rule %s writes %j as %j', (rule, text, proposed, isSafe) => {
    expect(mend(text, rule)).toBe(proposed);
    const flaws = findFlaws(text, { off: [] }).filter((flaw) => flaw.rule === rule);
    expect(flaws.map((flaw) => flaw.isSafe)).toEqual(flaws.map(() => isSafe));
  });

  it.each([
    ['گفت «نه', ['guillemets']],
    ['نه» گفت', ['guillemets']],
    ['«یک «دو» سه', ['guillemets']],
    ['بهای ۱۲.۵۰۰ تومان', ['ambiguous-number']],
    ['گفت "نه', ['straight-quotes']],
    ['"یک «دو" سه»', ['straight-quotes', 'straight-quotes']],
  ])('only reports what is ambiguous in %j', (text, rules) => {
    const flaws = findFlaws(text, { off: [] });
    expect(flaws.map(({ rule }) => rule)).toEqual(rules);
    expect(flaws.flatMap(({ edits }) => edits)).toEqual([]);
  });

  it.each(['شهر تازه شد.', '«شهر تازه».', 'بازی ۲-۱.'])('finds the full stop of the headline %j', (title) => {
    expect(rulesOf(title, true)).toContain('title-full-stop');
    expect(mend(title, 'title-full-stop', true)).toBe(title.replace(/\.$/, ''));
    expect(rulesOf(title)).not.toContain('title-full-stop');
  });

  it.each(['شهر تازه…', 'شهر تازه...', 'پیش از میلاد (ق.م.)', '۲۰۰ پ.م.', 'شهر تازه؟'])(
    'accepts the headline %j',
    (title) => {
      expect(rulesOf(title, true)).not.toContain('title-full-stop');
    },
  );

  it.each([
    'پیامبر (ص)، علی (ع.) و امام خمینی (ره)',
    'ساعت ۱۰:۳۰، بازی ۲-۱، نسبت ۱:۲ و ۱۴۰۴/۰۷/۲۴',
    '«پل»ست و «ی»ها و «کتاب»های او',
    'متن… و متن... و متن ... و متن . . . و …متن',
    'چه؟! و چه!! و نه!؟',
    'سلام :) و خداحافظ ;) و نه :(',
    '۱. نخست ۲) دوم -۳ سوم',
    'ا . م . ب و م. امید و ه.ق',
    'نسخهٔ v1.2.3 و 1.2.3 و Python 3.12',
    'کاربر@نمونه و a.b,c@example.org و @user1 و #حمل_ونقل,ها',
    'زبان C++، C# و Node.js, React و .NET',
    'www.example.org/a,b و https://example.org/کتاب,کاغذ و example.org/a,b?c=د',
    'پروندهٔ report.pdf و src/a,b.ts',
    'کم کم، آرام آرام، یکی یکی، نه نه و تک تک',
    'سال ۱۴۰۴ ۱۴۰۴ و علی. علی رفت',
    'سی‌ان‌ان و بی‌بی‌سی',
    'Yahoo! و rock\'n\'roll و "Windows 11"',
    'بهای آن ۵" و ۶\' است',
    '۱٬۲۳۴ و ۲٫۵ و ۱۲٪ و ۱۰-۱۲',
    '$x_1, x_2 ? ي$ و $$ي = 12$$',
    ':::note{title="كتاب , 12"}',
    'یادداشت[^12] و H2O و COVID-19 و U-235',
    'قیمت 5 GB و Windows 11 و ISO 8601',
    'الف\uFFFC، ب\uFFFC؛ \uFFFC.',
    'گفت:\n«متن»\n، ادامه',
    'می\u200Cشود و همکاری\u200Cها',
    '',
  ])('finds nothing in %j', (text) => {
    expect(rulesOf(text)).toEqual([]);
  });

  it('ignores rules that are switched off', () => {
    expect(findFlaws('كتاب , 12', { off: ['letters', 'digits', 'latin-punctuation'] })).toEqual([]);
  });

  it('finds nothing across a gap', () => {
    expect(rulesOf('از \uFFFC از و \uFFFC, 5')).not.toContain('repeated-word');
  });

  it('takes no long time for texts that mislead its patterns', () => {
    for (const scrap of [
      '"',
      "'",
      '«',
      '» ',
      ' ،',
      '؟?',
      ' .',
      '$ ',
      '$a',
      ':: ',
      'a@',
      'a.',
      '#ک',
      'از ',
      '1,',
      '\u200C',
      '[^',
      'ـ',
    ]) {
      expect(Array.isArray(findFlaws(scrap.repeat(20_000), { off: [] }))).toBe(true);
    }
  });
});
