import { describe, expect, it } from 'vitest';
import { convertPaste } from '../../../src/core/paste/convert-paste.ts';
import { cleanPiece } from '../../../src/core/import/text.ts';
import { parseMarkdown } from '../../../src/core/markdown/parse.ts';
import { googleDocs, telegram, webPage, word } from './clipboards.ts';

const convert = (html: string) => convertPaste(html, cleanPiece);

describe('convertPaste', () => {
  it('takes headings, lists, tables, links and footnotes of Word, and restores its half-spaces', () => {
    const { markdown, lost } = convert(word);
    expect(markdown).toBe(`## گزارش می\u200Cدانی

متن **پررنگ** و *کج* با [پیوند](https://example.org/a) است.[^1] نرم\u200Cافزار می\u200Cآید.

1. نخست
   - فرعی
2. دوم

- گلوله
- دیگر

| کالا | بها |
| --- | --- |
| نان | ۲ |

پایان.

[^1]: پانویس یک
`);
    // The picture lies on the writer's machine.
    expect(lost).toBe(1);
  });

  it('takes what Google Docs writes as styles, and its footnotes', () => {
    const { markdown } = convert(googleDocs);
    expect(markdown).toBe(`## سرتیتر

متن **پررنگ** و *کج* و [پیوند](https://example.org/).[^1]

- یک
  - دو

1. الف

[^1]: پانویس
`);
  });

  it('takes lines and marks of Telegram', () => {
    expect(convert(telegram).markdown).toBe(
      'خبر **فوری**\\\nخط دوم با [پیوند](https://t.me/khabar)\n\n> نقل\u200Cقول\n',
    );
  });

  it('takes the text of a web page without its scripts, forms and styles', () => {
    const { markdown, pictures } = convert(webPage);
    expect(markdown).toBe(`## تیتر

متن[^1] با ~~خط~~ و

![شهر](pasted-1.png)

![دیگر](https://example.org/b.jpg "زیرنویس")

[^1]: یادداشت
`);
    expect(pictures).toEqual([
      { name: 'pasted-1.png', data: expect.stringMatching(/^data:image\/png;base64,/) as string },
    ]);
    expect(JSON.stringify(parseMarkdown(markdown))).not.toMatch(/javascript|onclick|script/i);
  });

  it('starts lists where Word does, and a new one where its mark changes', () => {
    const item = (mark: string, text: string): string =>
      `<p style='mso-list:l1 level1 lfo2'><span style='mso-list:Ignore'>${mark}</span>${text}</p>`;
    expect(convert(item('۳.', 'سه') + item('۴.', 'چهار') + item('·', 'نقطه')).markdown).toBe(
      '3. سه\n4. چهار\n\n- نقطه\n',
    );
    expect(convert(`${item('·', 'یک')}<p>میان</p>${item('·', 'دو')}`).markdown).toBe('- یک\n\nمیان\n\n- دو\n');
  });

  it('leaves nothing of an empty clipboard', () => {
    expect(convert('<meta charset="utf-8"><style>p{}</style>')).toEqual({ markdown: '', pictures: [], lost: 0 });
  });
});
