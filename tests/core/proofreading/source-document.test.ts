import { describe, expect, it } from 'vitest';
import { readSourceDocument, shapeOf } from '../../../src/core/proofreading/source-document.ts';

const head = '---\ntitle: خبر\n---\n\n';

/** The texts of a body, each with the source of its literal characters; «·» marks the others. */
function blocksOf(body: string, text = head + body): [text: string, literal: string][] {
  return readSourceDocument(text)
    .blocks.filter(({ field }) => field === undefined)
    .map((block) => [
      block.text,
      block.offsets.map((offset, unit) => (block.literal[unit] ? text[offset] : '·')).join(''),
    ]);
}

describe('readSourceDocument', () => {
  it.each([
    ['a paragraph', 'یک دو', [['یک دو', 'یک دو']]],
    ['escapes', 'یک\\*دو\\\\', [['یک*دو\\', 'یک·دو·']]],
    ['character references', 'می&zwnj;شود &amp;amp; &nope;', [['می\u200Cشود &amp; &nope;', 'می·شود ·amp; &nope;']]],
    ['line ends in quotes', '> یک \n>  دو\nسه', [['یک\nدو\nسه', 'یک·دو·سه']]],
    ['hard breaks', 'یک  \nدو\\\nسه', [['یک\nدو\nسه', 'یک·دو·سه']]],
    ['cells', '| یک \\| دو | `سه` |\n|---|---|\n', [['یک | دو', 'یک · دو']]],
    ['emphasis and links', '**یک**ها [دو](x.md)', [['یکها دو', 'یکها دو']]],
    ['code and pictures', 'یک `دو` ![سه](چهار)', [['یک \uFFFC \uFFFC', 'یک · ·']]],
    ['addresses', 'یک https://a.b/ک و a@b.ir', [['یک \uFFFC و \uFFFC', 'یک · و ·']]],
    ['comments and tags', 'یک<!-- دو --> <b>سه</b>', [['یک سه', 'یک سه']]],
    ['line breaks in HTML', 'یک<br>دو', [['یک\nدو', 'یک·دو']]],
    ['another language', 'یک <span lang="ar">دو **سه**</span> چهار', [['یک \uFFFC چهار', 'یک · چهار']]],
    ['Persian that says so', 'یک <span lang="fa">دو</span>', [['یک دو', 'یک دو']]],
    ['tags that are not closed', 'یک <span lang="ar">دو', [['یک دو', 'یک دو']]],
    [
      'blocks in another language',
      '<div lang="ar">\n\nیک\n\n<div>\n\nدو\n\n</div>\n\nسه\n\n</div>\n\nچهار',
      [['چهار', 'چهار']],
    ],
    ['raw HTML', '<div>یک</div>\n\nدو', [['دو', 'دو']]],
    ['definitions', '[یک][۱]\n\n[۱]: /دو "سه"', [['یک', 'یک']]],
  ] as const)('aligns %s', (_, body, blocks) => {
    expect(blocksOf(body)).toEqual(blocks);
  });

  it('knows positions in files with CRLF and a byte order mark', () => {
    const text = `\uFEFF${head}یک\nدو\n`.replaceAll('\n', '\r\n');
    expect(blocksOf('', text)).toEqual([['یک\nدو', 'یک·دو']]);
  });

  it('aligns the texts of front matter that are literal on one line', () => {
    const text = [
      '---',
      'title: یک # دو',
      'kicker: "سه \\u200C"',
      "lead: 'چهار'",
      'dateline: |',
      '  پنج',
      'tags: ["شش", هفت]',
      'source: {name: هشت, url: https://a.b}',
      'corrections: [{date: 1404/01/01, text: نه}]',
      '---',
      '',
    ].join('\n');
    const { blocks } = readSourceDocument(text);
    const literal = blocks.filter((block) => block.literal.every(Boolean));
    expect(literal.map((block) => block.offsets.map((offset) => text[offset]).join(''))).toEqual([
      'یک',
      'چهار',
      'شش',
      'هفت',
      'هشت',
      'نه',
    ]);
    expect(blocks.map(({ field }) => field?.join('.'))).toEqual(
      'title kicker lead dateline tags.0 tags.1 source.name corrections.0.text'.split(' '),
    );
  });

  it('finds switches in comments, but not in code', () => {
    const text = `---\ntitle: خبر # check-disable-line digits\n---\n\nیک <!-- check-disable-line -->\n\n\`<!-- check-disable-line -->\`\n\n<!-- check-disable-line letters, digits -->\n`;
    const { switches } = readSourceDocument(text);
    expect(switches.map(({ names }) => names)).toEqual([['digits'], [], ['letters', 'digits']]);
    expect(switches.map(({ start }) => text.slice(0, start).split('\n').length)).toEqual([2, 5, 9]);
  });

  it('reads nothing from files that can’t be parsed, or would exhaust the parser', () => {
    expect(readSourceDocument('بی مشخصات').blocks).toEqual([]);
    expect(blocksOf('>'.repeat(10_000))).toEqual([]);
  });
});

describe('shapeOf', () => {
  it('ignores changes of texts, and nothing else', () => {
    const shape = shapeOf(`${head}یک **دو** [سه](x)`);
    expect(shapeOf(`${head}یک۲ **دو۲** [سه۲](x)`.replace('خبر', 'نه'))).toBe(shape);
    for (const body of ['یک *دو* [سه](x)', 'یک **دو** [سه](y)', 'یک **دو** `سه`', '- یک **دو** [سه](x)']) {
      expect(shapeOf(head + body)).not.toBe(shape);
    }
    expect(shapeOf(`${head.replace('title', 'x')}یک **دو** [سه](x)`)).not.toBe(shape);
  });
});
