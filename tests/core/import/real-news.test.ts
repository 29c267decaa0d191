import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { escapeMarkdown } from '../../../src/core/import/escape-markdown.ts';
import { proseOf } from '../../../src/core/markdown/prose.ts';
import { createMarkdownRenderer } from '../../../src/core/markdown/render.ts';
import { foldText, normalizeText } from '../../../src/core/text/persian.ts';
import { createUrls } from '../../../src/core/urls.ts';
import { sharedData } from '../../support/folders.ts';
import { countRuns } from '../../support/runs.ts';

const seed = Number(process.env['SEED'] ?? 14050905);
const numRuns = countRuns(150, 4000);
const data = join(sharedData, 'news-fa.jsonl.gz');
const render = createMarkdownRenderer({ urls: createUrls('https://example.org') });

describe('normalizeText', () => {
  it.each([
    ['ة for ه', 'نكتة مهم در خانة ما', 'نکته مهم در خانه ما'],
    ['isolates and Arabic letter marks', '\u2067سلام\u2069 \u061Cدنیا', 'سلام دنیا'],
    ['half-spaces beside digits', '۱۲\u200Cساله \u200C۱۲', '۱۲\u200Cساله ۱۲'],
  ])('corrects %s', (_, text, expected) => expect(normalizeText(text)).toBe(expected));

  it.each([
    ['ة of Arabic phrases', 'دایرةالمعارف، لیلة القدر، حجة\u200Cالاسلام، المدینة و کَلِمَةٌ'],
    ['emoji', '👨\u200D👩\u200D👧 ❤\uFE0F 🇮🇷'],
    ['the abbreviation of a calendar', '۱۴۰۴ ه\u200D.ش.'],
    ['hamza and vowel signs', 'مؤثر، رئیس، خانهٔ أبو، إنّا، مُحکم، حتماً'],
    ['invisible half-spaces after letters that do not join', 'کار\u200Cها'],
  ])('keeps %s', (_, text) => expect(normalizeText(text)).toBe(text));
});

describe('foldText', () => {
  it.each([
    ['خانهٔ', 'خانۀ', 'خانة', 'خانه'],
    ['رئیس', 'رييس', 'رییس'],
    ['مؤثر', 'موثر'],
    ['إسلام', 'اسلام'],
    ['مُحکم', 'محكم', 'محکم'],
  ])('equates the spellings of «%s»', (...spellings) => {
    expect(new Set(spellings.map(foldText)).size).toBe(1);
  });
});

describe('proseOf', () => {
  it.each([
    'نشانی https://example.com/a,1/كتاب?q=1,5',
    'نامه به info12@example.com',
    'example.com/p,12/ك',
    'رابطهٔ $a_1 + 2 = ك$',
    'v1.2.3 و H2O و 10.0.0.0/8',
    '1\uFE0F\u20E3 نخست',
  ])('leaves «%s» unchanged', (text) => expect(proseOf(text)).toBe(text));
});

describe(`any text (seed ${seed})`, () => {
  const scraps = fc.constantFrom(
    ...'ك ي ى ة ه ٔ أ آ ا \u0653 ﷲ ﺳ ـ ال ت ٤ 4 ۴ , . % ٪ $ $$ :: ::: @ / www. http:// a b.ir « » ، ( - \u064B \u200C \u200D \u200F \u00AD \u2067 \uFEFF \u00A0 ❤\uFE0F'.split(
      ' ',
    ),
    ' ',
    '\n',
  );
  const texts = fc
    .array(fc.oneof({ weight: 5, arbitrary: scraps }, fc.string({ unit: 'binary', maxLength: 3 })), { maxLength: 30 })
    .map((parts) => parts.join(''));

  it('is idempotent', () => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(normalizeText(normalizeText(text))).toBe(normalizeText(text));
        expect(proseOf(proseOf(text))).toBe(proseOf(text));
      }),
      { seed, numRuns },
    );
  });

  it('keeps its letters except for the listed foldings', () => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(lettersOf(normalizeText(text))).toBe(lettersOf(text));
      }),
      { seed, numRuns },
    );
  });

  it('renders without failure, in proper Persian', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const { text: read } = render(text);
        expect(lettersOf(normalizeText(read))).toBe(lettersOf(read));
      }),
      { seed, numRuns },
    );
  });
});

describe.runIf(existsSync(data))('real articles', () => {
  const articles = existsSync(data) ? readArticles() : [];

  it('are normalised idempotently, with their letters preserved', () => {
    expect(articles).toHaveLength(3917);
    for (const text of articles) {
      const read = proseOf(text);
      expect(proseOf(read)).toBe(read);
      expect(lettersOf(read)).toBe(lettersOf(text));
    }
  });

  it('are rendered with their letters preserved', () => {
    for (const text of articles.filter((_, index) => index % 10 === 0)) {
      const paragraphs = text.split(/\s*\n\s*/).filter((paragraph) => paragraph !== '');
      const { text: read } = render(paragraphs.map((paragraph) => escapeMarkdown(paragraph)).join('\n\n'));
      expect(lettersOf(read)).toBe(lettersOf(text));
    }
  });
});

function readArticles(): string[] {
  const lines = gunzipSync(readFileSync(data)).toString('utf8').trim().split('\n');
  return lines.map((line) => {
    const { title, lead, body } = JSON.parse(line) as Record<'title' | 'lead' | 'body', string>;
    return [title, lead, body].join('\n');
  });
}

/** Letters and digits of a text, with the listed foldings applied by a separate table. */
function lettersOf(text: string): string {
  const folded: Record<string, string> = { ي: 'ی', ى: 'ی', ك: 'ک', ة: 'ه' };
  const visible = text
    .replace(/[\uFB50-\uFDFF\uFE70-\uFEFC]/g, (form) => form.normalize('NFKC'))
    .replace(/(?!\u200C|\u200D|[\t\n\r])[\p{Cf}\p{Cc}\u0640]/gu, '');
  return [...visible.normalize('NFC')]
    .filter((letter) => /[\p{L}\p{N}]/u.test(letter))
    .map((letter) => folded[letter] ?? letter.replace(/[٠-٩]/, (digit) => String('٠١٢٣٤٥٦٧٨٩'.indexOf(digit))))
    .map((letter) => letter.replace(/[۰-۹]/, (digit) => String('۰۱۲۳۴۵۶۷۸۹'.indexOf(digit))))
    .join('');
}
