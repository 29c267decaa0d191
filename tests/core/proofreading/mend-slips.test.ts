import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mendFile } from '../../../src/core/proofreading/mend.ts';
import { proofread } from '../../../src/core/proofreading/proofread.ts';
import { slipRules } from '../../../src/core/problems/slips.ts';
import { createMarkdownRenderer } from '../../../src/core/markdown/render.ts';
import { toPersianDigits } from '../../../src/core/text/persian.ts';
import { createUrls } from '../../../src/core/urls.ts';
import { countRuns } from '../../support/runs.ts';

const seed = Number(process.env['SEED'] ?? 14050908);
const options = { seed, numRuns: countRuns(120, 4000) };
const context = { off: [] };
const render = createMarkdownRenderer({ urls: createUrls('https://example.org') });
const file = (body: string) => ({ path: 'a.md', text: `---\ntitle: خبر\n---\n\n${body}\n` });
const slipsIn = (text: string) =>
  proofread({ path: 'a.md', text }, context).filter(({ id }) => (slipRules as readonly string[]).includes(id));
const bodyOf = (text: string): string => text.slice('---\ntitle: خبر\n---\n\n'.length).trimEnd();
const mend = (body: string, all = false) => mendFile(file(body), context, { all, frontMatter: false });

/** List the words that readers see. */
function wordsOf(body: string): string[] {
  return (render(body).text.match(/[\p{L}\p{M}\u200C]+/gu) ?? [])
    .filter((word) => word.replace(/\u0640|\uFE0F|\u20E3/g, '') !== '')
    .map((word) => word.replace(/\uFE0F|\u20E3/g, ''));
}

const word = fc.constantFrom('شهر', 'کتاب', 'می‌شود', 'بهار', 'خانه');
const text = fc.array(word, { minLength: 1, maxLength: 5 }).map((words) => words.join(' '));
const texts = fc.array(text, { minLength: 2, maxLength: 4 });
const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
/** Unambiguous slips, each as a document of its own. */
const sure = fc.oneof(
  fc.tuple(fc.integer({ min: 2, max: 6 }), text).map(([level, words]) => `${'#'.repeat(level)}${words}`),
  fc
    .tuple(fc.constantFrom('-', '*', '+', '• ', '•', '▪ ', '-\u00A0', '✅ ', '❌', '🔹', '◾️ ', '① ', '1️⃣'), texts)
    .map(([mark, lines]) => lines.map((line) => mark + line).join('\n')),
  fc
    .tuple(
      fc.integer({ min: 1, max: 90 }),
      fc.constantFrom('-', '- ', '.', ')', 'ـ ', ' – ', '/ ', ': '),
      texts,
      fc.boolean(),
    )
    .map(([first, mark, lines, isPersian]) =>
      lines
        .map((line, index) => `${isPersian ? toPersianDigits(`${first + index}`) : first + index}${mark}${line}`)
        .join('\n'),
    ),
  fc
    .tuple(fc.constantFrom('الف ب ج د', 'الف ب پ ت'), fc.constantFrom(') ', ')', '- ', '. '), texts)
    .map(([order, mark, lines]) => lines.map((line, index) => order.split(' ')[index] + mark + line).join('\n')),
  text.map((words) => `[${words}] (https://example.org/a)`),
  text.map((words) => `(${words})[https://example.org/a]`),
  text.map((words) => `> [!NOTE]\n> ${words}`),
  text.map((words) => `** ${words} **`),
  text.map((words) => `**${words} **`),
  fc.tuple(text, text, text).map(([a, b, c]) => `${row([a, b])}\n${row([b, c])}\n${row([c, a])}`),
  text.map((words) => `${words}\n${words}.\n---`),
);
const holders: readonly ((body: string) => string)[] = [
  (body) => body,
  (body) => body.replace(/^/gm, '> '),
  (body) => `متن پیش.\n\n${body}\n\nمتن پس.`,
  (body) => `- متن\n\n${body.replace(/^/gm, '  ')}`,
];
const documents = fc
  .array(fc.tuple(sure, fc.constantFrom(...holders)), { minLength: 1, maxLength: 3 })
  .map((parts) => parts.map(([body, hold]) => hold(body)).join('\n\n'));

describe(`mending unambiguous slips (seed ${seed})`, () => {
  it('removes them, keeps the visible words, and is idempotent', () => {
    fc.assert(
      fc.property(sure, fc.constantFrom(...holders), (body, hold) => {
        const document = hold(body);
        expect(slipsIn(file(document).text)).not.toEqual([]);
        const once = mend(document);
        expect(slipsIn(once.text)).toEqual([]);
        const seen = (text: string): string[] => wordsOf(text).filter((each) => !/^[a-zA-Z]+$/.test(each));
        expect(seen(bodyOf(once.text))).toEqual(seen(document));
        expect(render(bodyOf(once.text)).html).not.toMatch(/##|\*\*|\[!|\]\s*\(|\)\[|•|\| /);
        expect(mendFile({ path: 'a.md', text: once.text }, context, { all: false, frontMatter: false }).text).toBe(
          once.text,
        );
      }),
      options,
    );
  });

  it('also works for several in a row, with U+000D U+000A and a byte order mark', () => {
    fc.assert(
      fc.property(documents, fc.boolean(), (body, all) => {
        const { text: mended } = mend(body, all);
        const windows = `\uFEFF${file(body).text.replaceAll('\n', '\r\n')}`;
        const { text: other } = mendFile({ path: 'a.md', text: windows }, context, { all, frontMatter: false });
        expect(other).toBe(`\uFEFF${mended.replaceAll('\n', '\r\n')}`);
        expect(slipsIn(mended).filter(({ isSafe, edits }) => edits.length > 0 && (isSafe || all))).toEqual([]);
      }),
      options,
    );
  });

  it('ignores code', () => {
    fc.assert(
      fc.property(sure, (body) => {
        const document = `\`\`\`\`\n${body}\n\`\`\`\``;
        expect(slipsIn(file(document).text)).toEqual([]);
        expect(mend(document, true).text).toBe(file(document).text);
      }),
      { ...options, numRuns: 100 },
    );
  });
});

it('numbers in either script become lists, also with a kashida as the dash', () => {
  for (const body of [
    '۱ـ شهر\n۲ـ روستا',
    '1ـ شهر\n2ـ روستا',
    '۱- شهر\n۲- روستا',
    '۳)شهر\n۴)روستا',
    '(۱) شهر\n(۲) روستا',
  ]) {
    expect(render(bodyOf(mend(body).text)).html, body).toMatch(/^<ol/);
  }
});

it('ambiguous slips are mended with «all» only', () => {
  expect(bodyOf(mend('-سلام؟\n-علیک').text)).toBe('-سلام؟\n-علیک');
  expect(bodyOf(mend('-سلام؟\n-علیک', true).text)).toBe('- سلام؟\n- علیک');
});

it('a slip is reported with its position, text and replacement, and can be switched off', () => {
  const [slip] = slipsIn(file('متن\n\n> متن [منبع] (https://a.org)').text);
  expect(slip).toMatchObject({
    id: 'link-form',
    line: 7,
    column: 7,
    values: { found: '[منبع] (https://a.org)', proposed: '[منبع](https://a.org)' },
  });
  expect(slipsIn(file('##عنوان <!-- check-disable-line heading-form -->').text)).toEqual([]);
  expect(proofread(file('##عنوان'), { off: ['heading-form'] })).toEqual([]);
});

it('a fix that would change words is not applied', () => {
  // With the definition below, the brackets are a link already.
  const body = '[منبع][https://a.org]\n\n[https://a.org]: https://b.org';
  expect(bodyOf(mend(body, true).text)).toBe(body);
});
