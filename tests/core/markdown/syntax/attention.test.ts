import fc from 'fast-check';
import type { Nodes } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { toString } from 'mdast-util-to-string';
import { describe, expect, it } from 'vitest';
import { parseMarkdown } from '../../../../src/core/markdown/parse.ts';
import { countRuns } from '../../../support/runs.ts';

const seed = Number(process.env['SEED'] ?? 14050909);

/** List the emphasised texts of a document, with the kind of emphasis. */
function emphasised(node: Nodes): string[] {
  const own = /^(?:strong|emphasis|delete)$/.test(node.type) ? [`${node.type}: ${toString(node)}`] : [];
  return [...own, ...('children' in node ? node.children.flatMap(emphasised) : [])];
}

const read = (markdown: string): string[] => emphasised(parseMarkdown(markdown));

describe('emphasis next to Persian', () => {
  it.each([
    ['**«کیهان»**‌ها نوشتند', ['strong: «کیهان»']],
    ['**تهران:**خبر', ['strong: تهران:']],
    ['«**متن**»', ['strong: متن']],
    ['روزنامهٔ**«کیهان»**ها', ['strong: «کیهان»']],
    ['__«کیهان»__‌ها', ['strong: «کیهان»']],
    ['__کتاب__‌ها و _قلم_‌ها', ['strong: کتاب', 'emphasis: قلم']],
    ['__تهران:__خبر', ['strong: تهران:']],
    ['*«کیهان»*‌ها و *تهران:*خبر', ['emphasis: «کیهان»', 'emphasis: تهران:']],
    ['~~«کیهان»~~‌ها و ~~۱۰۰~~۸۰', ['delete: «کیهان»', 'delete: ۱۰۰']],
    ['**قیمت:**۱۲۰۰ تومان', ['strong: قیمت:']],
    ['**قیمت:**1200 تومان', ['strong: قیمت:']],
    ['**گفت،**Ali', ['strong: گفت،']],
    ['**تهران (پایتخت):**BBC', ['strong: تهران (پایتخت):']],
    ['*الف «**ب**» ج*', ['emphasis: الف «ب» ج', 'strong: ب']],
    ['**الف**،**ب**، **پ**؛ **ت:**ث', ['strong: الف', 'strong: ب', 'strong: پ', 'strong: ت:']],
    ['در سال **۱۴۰۴** و *۱۲* نفر', ['strong: ۱۴۰۴', 'emphasis: ۱۲']],
    ['۱۰ **۲۰** ۳۰', ['strong: ۲۰']],
    ['**متن:**\u200Fخبر', ['strong: متن:']],
    ['علی_رضا_حسن و #شهر_ما_است', []],
    ['شرکت __Apple__ و __Microsoft Word__ و _posts_', ['strong: Apple', 'strong: Microsoft Word', 'emphasis: posts']],
    ['*الف _ب_* و *«-»*', ['emphasis: الف ب', 'emphasis: ب', 'emphasis: «-»']],
  ])('reads «%s»', (markdown, expected) => expect(read(markdown)).toEqual(expected));

  const inner = ['', ...'« » ، ؛ ؟ … . : ٪ ( )'.split(' ')];
  const marks = ['', ' ', ...'« » ، : —'.split(' ')];
  const befores = [...marks, 'ب', 'بَ', 'می\u200C', '۳'];
  const afters = [...marks, 'ب', '\u200Cها', '۳'];

  /** List the texts between markers that are not parsed as strong. Parses one document per pair of inner punctuation. */
  function unread(marker: string, before: readonly string[], after: readonly string[]): string[] {
    return pairs(inner, inner).flatMap(([left, right]) => {
      const text = `${left}متن${right}`;
      const written = pairs(before, after).map(([start, end]) => `الف ${start}${marker}${text}${marker}${end} ب`);
      const { children } = parseMarkdown(written.join('\n\n'));
      return written.filter((_, index) => {
        const paragraph = children[index]!;
        return emphasised(paragraph).join() !== `strong: ${text}` || toString(paragraph).includes(marker);
      });
    });
  }

  it('accepts any punctuation inside, and any letters, half-spaces, spaces and punctuation outside', () => {
    expect(unread('**', befores, afters)).toEqual([]);
  });

  it('accepts underscores next to everything except letters and digits', () => {
    const isNoWord = (text: string) => !/[\p{L}\p{M}\p{N}]$/u.test(text) && !/^[\p{L}\p{N}]/u.test(text);
    expect(unread('__', [...befores.filter(isNoWord), 'می\u200C'], afters.filter(isNoWord))).toEqual([]);
  });

  it(`parses texts without Persian as CommonMark does (seed ${seed})`, () => {
    const piece = fc.constantFrom(...'* ** *** _ __ a b 1 ( ) . , " « » é - 😀'.split(' '), ' ', '\n', '[', '](u)');
    const texts = fc.array(piece, { maxLength: 16 }).map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(texts, (markdown) => {
        expect(parseMarkdown(markdown)).toEqual(fromMarkdown(markdown));
      }),
      { seed, numRuns: countRuns(300, 10_000) },
    );
  });
});

describe('note marks and handles', () => {
  it.each([
    'قیمت‌ها*، سهمیه‌ها* و یارانه‌ها*.',
    'نمره ۱۸*؛ ۲۰*',
    '(قیمت*) و (سهم*)',
    '«قیمت*» و سهم*',
    'کانال @_ali_reza_ و @_user_',
    't.me/_ali_ و instagram.com/_ali_',
    'تابع __init__ و __str__، ثابت __FILE__',
    "if __name__ == '__main__'",
    'تابع __my_call__() را ببینید',
    'شکلک ^_^ و -_- و >_< و *_* و (*-*)',
    'snake_case_name و other_name_ و A* و *A',
  ])('are no markup: %s', (markdown) => {
    expect(read(markdown)).toEqual([]);
    expect(toString(parseMarkdown(markdown))).toBe(markdown);
  });

  it('do not affect emphasis next to them', () => {
    expect(read('*قیمت*، *سهم*؛ (*متن*) و/یا _کج_ و @ali _کج_')).toEqual(
      ['قیمت', 'سهم', 'متن', 'کج', 'کج'].map((text) => `emphasis: ${text}`),
    );
  });
});

describe('signs between digits', () => {
  it.each([
    'فرش‌های ۲*۳ و ۳*۴ متری',
    '2 * 3 و 4 * 5',
    '۲ *۳ و ۴* ۵',
    '۲* ۳ و ۴ *۵',
    '(۲+۳)*(۴+۵) و (۱+۲)*(۳+۴)',
    '۲متر*۳متر و ۴متر*۵متر',
    '۲**۳ و ۴**۵',
    '۲ ** ۳ و ۴ ** ۵',
    '۵٪*۲ و ۶٪*۳',
    '۲*-۳ و ۴*-۵',
    '۲_۳ و ۴ _۵_ ۶',
    '۱۰~۲۰ درصد و ۳۰~۴۰',
    'H~2~O',
    '٢*٣ و 4*۵',
    'متن [۲*۳ و ۴*۵](/x/)',
  ])('are no markup: %s', (markdown) => {
    expect(read(markdown)).toEqual([]);
    expect(toString(parseMarkdown(markdown)).replace(/[^*_~]/g, '')).toBe(markdown.replace(/[^*_~]/g, ''));
  });

  it(`are never lost (seed ${seed})`, () => {
    const digit = fc.constantFrom(...'0123456789۰۱۲۳۴۵۶۷۸۹٠١٢');
    const number = fc.string({ unit: digit, minLength: 1, maxLength: 4 });
    const sign = fc.constantFrom(...'*_~');
    const gap = fc.constantFrom(' ', '');
    const product = fc.tuple(number, gap, sign, gap, number).map((parts) => parts.join(''));
    const texts = fc.array(product, { minLength: 1, maxLength: 5 }).map((products) => `متن ${products.join(' و ')}`);
    fc.assert(
      fc.property(texts, (text) => {
        const document = parseMarkdown(text);
        expect(emphasised(document)).toEqual([]);
        expect(toString(document)).toBe(text);
      }),
      { seed, numRuns: countRuns(200, 10_000) },
    );
  });
});

function pairs<Item>(first: readonly Item[], second: readonly Item[]): [Item, Item][] {
  return first.flatMap((one) => second.map((other): [Item, Item] => [one, other]));
}
