import { describe, expect, it } from 'vitest';
import { parseMarkdown } from '../../../src/core/markdown/parse.ts';
import { findSlips } from '../../../src/core/slips/find-slips.ts';
import { applyEdits } from '../../../src/core/text/edits.ts';

/** List each slip of a document: its rule, `?` if the meaning is uncertain, and the fixed document. */
function slipsOf(markdown: string): string[][] {
  return findSlips(parseMarkdown(markdown), markdown).map(({ rule, isSafe, edits }) => [
    rule + (isSafe ? '' : '?'),
    edits.length > 0 ? applyEdits(markdown, edits) : '',
  ]);
}

describe('slips', () => {
  it.each([
    ['##عنوان', 'heading-form', '## عنوان'],
    ['###بی‌فاصله###', 'heading-form', '### بی‌فاصله ###'],
    ['#\u00A0عنوان', 'heading-form', '# عنوان'],
    ['متن\n##عنوان\nمتن', 'heading-form', 'متن\n## عنوان\nمتن'],
    ['> ##عنوان', 'heading-form', '> ## عنوان'],
    ['-الف\n-ب', 'list-form', '- الف\n- ب'],
    ['-\u00A0الف\n-\u00A0ب', 'list-form', '- الف\n- ب'],
    ['*الف\n*ب', 'list-form', '* الف\n* ب'],
    ['+الف\n+ب', 'list-form', '+ الف\n+ ب'],
    ['-**الف**\n-**ب**', 'list-form', '- **الف**\n- **ب**'],
    ['موارد:\n•الف\n• ب', 'list-form', 'موارد:\n- الف\n- ب'],
    ['\uF0B7 الف\n\uF0B7 ب', 'list-form', '- الف\n- ب'],
    ['- الف\n-ب', 'list-form', '- الف\n- ب'],
    ['-الف\n- ب', 'list-form', '- الف\n- ب'],
    ['1-الف\n2- ب', 'list-form', '1. الف\n2. ب'],
    ['۱ـ الف\n۲ـ ب', 'list-form', '۱. الف\n۲. ب'],
    ['۱)الف\n۲)ب', 'list-form', '۱) الف\n۲) ب'],
    ['(1) الف\n(2) ب', 'list-form', '1) الف\n2) ب'],
    ['متن\n2.الف\n3.ب', 'list-form', 'متن\n\n2. الف\n3. ب'],
    ['> متن\n> 2.الف\n> 3.ب', 'list-form', '> متن\n>\n> 2. الف\n> 3. ب'],
    ['1. الف\n2.ب', 'list-form', '1. الف\n2. ب'],
    ['-الف\n-ب\nمتن', 'list-form?', '- الف\n- ب\nمتن'],
    ['-سلام؟\n-علیک', 'list-form?', '- سلام؟\n- علیک'],
    ['در فهرست است:\n– نان\n– پنیر', 'list-form?', 'در فهرست است:\n- نان\n- پنیر'],
    ['[منبع] (https://a.org/x)', 'link-form', '[منبع](https://a.org/x)'],
    ['[ایران] (https://a.org/ایران_(کشور))', 'link-form', '[ایران](https://a.org/ایران_(کشور))'],
    ['![عکس] (a.jpg)', 'link-form', '![عکس](a.jpg)'],
    ['! [عکس](a.jpg)', 'link-form', '![عکس](a.jpg)'],
    ['(منبع)[https://a.org]', 'link-form', '[منبع](https://a.org)'],
    ['(منبع) [https://a.org]', 'link-form?', '[منبع](https://a.org)'],
    ['[منبع][https://a.org]', 'link-form', '[منبع](https://a.org)'],
    ['[https://a.org](منبع خبر)', 'link-form', '[منبع خبر](https://a.org)'],
    ['[https://a.org](منبع)', 'link-form', '[منبع](https://a.org)'],
    ['> [!NOTE]\n> متن', 'note-form', '> متن'],
    ['> [!TIP] عنوان\n> متن', 'note-form', '> **عنوان**\n>\n> متن'],
    ['> [!نکته]', 'note-form', ''],
    ['** متن **', 'emphasis-form', '**متن**'],
    ['کلمه** متن **کلمه', 'emphasis-form', 'کلمه **متن** کلمه'],
    ['**متن ** و **مهم**', 'emphasis-form', '**متن** و **مهم**'],
    ['~~ متن ~~', 'emphasis-form', '~~متن~~'],
    ['## ** متن **', 'emphasis-form', '## **متن**'],
    ['==متن==', 'emphasis-form?', '**متن**'],
    ['متن **باز است', 'emphasis-open?', ''],
    ['**تیتر باز', 'emphasis-open?', '**تیتر باز**'],
    ['```js\nlet a', 'fence-open', '```js\nlet a\n```'],
    ['```js\nlet a\n\nمتن', 'fence-open?', '```js\nlet a\n```\n\nمتن'],
    ['```\nمتن', 'fence-open?', ''],
    ['| الف | ب |\n| ۱ | ۲ |', 'table-form', '| الف | ب |\n| --- | --- |\n| ۱ | ۲ |'],
    ['الف:\n| الف | ب |\n| ۱ | ۲ |\nب', 'table-form', 'الف:\n\n| الف | ب |\n| --- | --- |\n| ۱ | ۲ |\n\nب'],
    ['| الف | ب |\n|—|—|\n| ۱ | ۲ |', 'table-form', '| الف | ب |\n| --- | --- |\n| ۱ | ۲ |'],
    ['| الف | ب |\n|---|\n| ۱ | ۲ |', 'table-form', '| الف | ب |\n| --- | --- |\n| ۱ | ۲ |'],
    ['الف | ب | پ\n۱ | ۲ | ۳', 'table-form?', 'الف | ب | پ\n| --- | --- | --- |\n۱ | ۲ | ۳'],
    ['متن این بند.\n---', 'heading-accidental', 'متن این بند.\n\n---'],
    ['متن\nدوم\n---', 'heading-accidental', 'متن\nدوم\n\n---'],
    ['> متن این بند.\n> ---', 'heading-accidental', '> متن این بند.\n>\n> ---'],
    ['متن\n-', 'heading-accidental', ''],
  ])('%j', (markdown, rule, mended) => {
    expect(slipsOf(markdown)).toEqual([[rule, mended]]);
  });

  it('treats a single `#` as a hashtag, unless several lines start with one', () => {
    expect(slipsOf('متن\n\n#عنوان یک\n\nمتن')).toEqual([]);
    expect(slipsOf('#عنوان یک\n\nمتن\n\n#عنوان دو\n\nمتن').map(([rule]) => rule)).toEqual([
      'heading-form?',
      'heading-form?',
    ]);
    expect(slipsOf('#عنوان یک\n\n##عنوان دو\n\nمتن').map(([rule]) => rule)).toEqual(['heading-form?', 'heading-form']);
  });
});

it.each([
  '#تهران #مترو',
  '##تهران ##مترو',
  '#تهران شهری بزرگ است',
  '\\##عنوان و \\[منبع] (https://a.org)',
  '`##عنوان`',
  '```\n##عنوان\n-الف\n-ب\n```',
  '`متن\n-الف\n-ب`',
  '<!--\n-الف\n-ب\n-->',
  '– سلام.\n– علیک سلام.',
  'پرسید:\n– نان\n– پنیر',
  '-۵ درجه\n-۶ درجه',
  '۲-۱ به سود میزبان\n۳-۲ به سود مهمان',
  '1-الف\n3-ب',
  '۱۲- کوچهٔ دوم',
  '-متن تنها',
  '*یادداشت ستاره‌دار',
  '*پرسش\nپاسخ\n*پرسش\nپاسخ',
  '*مهم*\n*مهم*',
  '[الف] (ب)',
  '- [x] (https://a.org)',
  'متن[^1] (https://a.org)\n\n[^1]: متن',
  '[منبع] (https://a.org)\n\n[منبع]: https://b.org',
  'متن! [پیوند](a.md)',
  '(متن) [۱]',
  '> متن [!] است',
  '۲ ** ۳ ** ۴',
  'نام __ و نشانی __ را بنویسید',
  'ک**** گفت',
  '**مهم** و **مهم‌تر**',
  'الف == ب == پ',
  '```js\nlet a\n```',
  '| الف | ب |\n|---|---|\n| ۱ | ۲ |',
  'خبر | ورزش',
  'الف | ب\nپ | ت',
  'عنوان\n---',
  'آیا باران می‌آید؟\n---',
  'متن ... متن\n---',
])('%j is not a slip', (markdown) => {
  expect(slipsOf(markdown)).toEqual([]);
});
