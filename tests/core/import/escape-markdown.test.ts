import fc from 'fast-check';
import { toString } from 'mdast-util-to-string';
import { describe, expect, it } from 'vitest';
import { escapeMarkdown } from '../../../src/core/import/escape-markdown.ts';
import { parseMarkdown } from '../../../src/core/markdown/parse.ts';
import { cleanLine } from '../../../src/core/import/text.ts';
import { countRuns } from '../../support/runs.ts';

const seed = 14040724;

function read(markdown: string): { types: string[]; texts: string[] } {
  const { children } = parseMarkdown(markdown, true);
  return { types: children.map(({ type }) => type), texts: children.map((node) => toString(node)) };
}

describe('escapeMarkdown', () => {
  it.each([
    '# تیتر',
    '####### هفت',
    '- خط',
    '+ جمع',
    '* ستاره',
    '1. یک',
    '12) دوازده',
    '> نقل',
    '---',
    '***',
    '___',
    '- - -',
    '===',
    '```js',
    '~~~',
    '*یک* و **دو** و _سه_ و `چهار` و ~پنج~ و ~~شش~~',
    '[متن](https://a.ir) ![تصویر](b.jpg) [^1] [^1]: پانویس [x]',
    '[x]: /url',
    '<script>alert(1)</script> <!-- x --> <?php ?> <https://a.ir>',
    'الف &amp; ب &#1583; &nope &nope;',
    'C:\\*\\راه\\',
    'a|b|c',
    '|---|',
    'https://a.ir/b_c_d/_e*f و www.a_b.ir/_x_ و علی_۱@a_b.ir',
    'snake_case_name',
    '\\',
    '۱. یک',
    '۱۲) دوازده',
    '٣. سه',
    '۲*۳ و ۳*۴ و 4 * 5',
    '**«متن»**‌ها',
    '۱۰~۲۰ و ۳۰~۴۰ و ~~۵۰~~',
    '![شهر](عکس من.jpg)',
    '[گزارش](گزارش سالانه.pdf)',
    '```شعر',
    'بین $۱۰۰ و ۲۰۰$',
    '$a_1*b_2$ و $$x = 1$$ و $5',
    '\\$x_1$',
    '$x\\$',
    '$$',
    ':::note',
    '{.x}',
    '$x$',
    '!',
    '![',
    '&copy;',
  ])('preserves «%s»', (text) => {
    expect(read(escapeMarkdown(text))).toEqual({ types: ['paragraph'], texts: [text] });
  });

  it('changes nothing in ordinary Persian text', () => {
    const text = 'شهردار (تهران) گفت: «۲۵٪ از خط ۸ - یعنی ۱۲ کیلومتر - آماده است»؛ و... آیا می‌رسد؟ 3-2';
    expect(escapeMarkdown(text)).toBe(text);
  });

  it(`preserves any text (seed ${seed})`, () => {
    const unit = fc.oneof(
      fc.constantFrom(...'\\`*_[]()<>#+-.!&;:/@~|=^{}$"\'0123456789۱۲٣«»، \u200C'),
      fc.constantFrom(
        'https://',
        'http://',
        'www.',
        'a.ir',
        'متن',
        'ab',
        '&amp;',
        '&#35;',
        '- ',
        '1. ',
        '۲. ',
        '.jpg)',
        '\t',
        '::',
        '😀',
      ),
      fc.string({ unit: 'grapheme', maxLength: 3 }),
    );
    const paragraphs = fc.array(
      fc.array(unit, { maxLength: 20 }).map((parts) => cleanLine(parts.join(''))),
      { maxLength: 4 },
    );
    fc.assert(
      fc.property(paragraphs, (lines) => {
        const texts = lines.filter((line) => line !== '');
        const markdown = texts.map(escapeMarkdown).join('\n\n');
        expect(read(markdown)).toEqual({ types: texts.map(() => 'paragraph'), texts });
      }),
      { seed, numRuns: countRuns(500, 6000) },
    );
  });
});
