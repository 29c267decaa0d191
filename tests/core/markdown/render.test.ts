import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createMarkdownRenderer } from '../../../src/core/markdown/render.ts';
import { type ImageFault } from '../../../src/core/markdown/findings.ts';
import { type LocalImage } from '../../../src/core/markdown/findings.ts';
import { loadFormulaWriter } from '../../../src/engine/content/formulas.ts';
import { createUrls } from '../../../src/core/urls.ts';
import { repository } from '../../support/folders.ts';

const golden = join(repository, 'tests/golden');
const cases = readdirSync(golden, { withFileTypes: true }).filter(
  (entry) => entry.isDirectory() && existsSync(join(golden, entry.name, 'input.md')),
);
const images: Readonly<Record<string, LocalImage | ImageFault>> = {
  'metro.jpg': { src: '/media/metro.jpg', width: 1200, height: 800 },
  '/images/map.svg': { src: '/images/map.svg', width: 640, height: 480 },
  'photo.jpg': { src: '/files/photo.jpg', width: 700, height: 400, variants: '/_pictures/x/', tone: 'tone-7' },
  'broken.jpg': { fault: 'image-damaged', values: {} },
  'عکس ۱.jpg': { src: '/media/%D8%B9%DA%A9%D8%B3%20%DB%B1.jpg', width: 300, height: 200 },
};
const renderWith = createMarkdownRenderer({ urls: createUrls('https://rooznegar.example'), loadFormulaWriter });
const render = (markdown: string) => renderWith(markdown, (src) => images[src]);

/** Compare with a file of the case, or write it if `UPDATE=1` is set outside CI. */
function expectFile(path: string, actual: string): void {
  if (process.env['UPDATE'] === '1' && process.env['CI'] === undefined) writeFileSync(path, actual);
  expect(actual).toBe(readFileSync(path, 'utf8'));
}

describe('golden documents', () => {
  it.each(cases.map(({ name }) => name))('renders %s as accepted', (name) => {
    const { html, ...rest } = render(readFileSync(join(golden, name, 'input.md'), 'utf8'));
    expectFile(join(golden, name, 'output.html'), `${html}\n`);
    const report = join(golden, name, 'output.json');
    if (existsSync(report)) expectFile(report, `${JSON.stringify(rest, undefined, 2)}\n`);
  });

  it('are numerous enough', () => {
    expect(cases.length).toBeGreaterThanOrEqual(25);
  });
});

describe('createMarkdownRenderer', () => {
  it("looks for the pictures of each document with that document's own finder", () => {
    const text = '![شهر](a.jpg)';
    const find = (src: string) => () => ({ src, width: 1, height: 1 });
    expect(renderWith(text, find('/files/1/a.jpg')).html).toContain('src="/files/1/a.jpg"');
    expect(renderWith(text, find('/files/2/a.jpg')).html).toContain('src="/files/2/a.jpg"');
    expect(renderWith(text).missingImages).toEqual([{ target: 'a.jpg', line: 1, column: 1 }]);
  });

  it('is not affected by previous documents', () => {
    const first = render('## سلام\n\nمتن[^1]\n\n[^1]: یادداشت');
    render('## سلام\n\n## سلام\n\n[^1]: دیگر');
    expect(render('## سلام\n\nمتن[^1]\n\n[^1]: یادداشت')).toEqual(first);
  });

  it('renders all kinds of line breaks alike', () => {
    const lines = [
      '## تیتر',
      '',
      'یک',
      'دو',
      '',
      '| الف | ب |',
      '|---|---|',
      '| ۱ | ۲ |',
      '',
      '```js',
      'a',
      'b',
      '```',
    ];
    expect(render(lines.join('\r\n'))).toEqual(render(lines.join('\n')));
  });

  it('renders nothing for an empty document', () => {
    expect(render('')).toEqual({
      html: '',
      text: '',
      firstParagraph: '',
      articleLinks: [],
      missingImages: [],
      dropped: [],
    });
  });

  it("prefixes the site's own URLs with its base path", () => {
    const based = createMarkdownRenderer({ urls: createUrls('https://example.org/daily') });
    expect(
      based('[الف](/about/) [ب](/news/brf/#x) [پ](https://example.org/daily/tags/) [ت](https://example.org/x)').html,
    ).toBe(
      '<p><a href="/daily/about/">الف</a> <a href="/daily/news/brf/#x">ب</a> <a href="/daily/tags/">پ</a> <a href="https://example.org/x">ت</a></p>',
    );
  });
});

describe('hostile documents', () => {
  const deep = 10_000;
  it.each([
    ['quotes', '>'.repeat(deep)],
    ['lists', `${'- '.repeat(deep)}متن`],
    ['numbered lists', `${'1. '.repeat(deep)}متن`],
    ['indented lists', Array.from({ length: 700 }, (_, depth) => `${' '.repeat(2 * depth)}- متن`).join('\n')],
    [
      'indented footnotes',
      Array.from({ length: 300 }, (_, depth) => `${' '.repeat(4 * depth)}[^${depth}]: متن`).join('\n\n'),
    ],
    ['brackets', `${'['.repeat(deep)}متن${']'.repeat(deep)}`],
    ['closing brackets', 'a]'.repeat(deep)],
    ['images', `${'!['.repeat(deep)}متن${'](u)'.repeat(deep)}`],
    ['emphasis', `${'*a **a '.repeat(deep)}متن${' a** a*'.repeat(deep)}`],
    ['stars', `${'*'.repeat(deep)}متن${'*'.repeat(deep)}`],
    ['tags', 'a <!-- '.repeat(deep)],
    ['divisions', '<div>'.repeat(deep)],
    ['titles', '[a](b "'.repeat(deep)],
    ['lazy lines', `> a\n${'b\n'.repeat(deep)}`],
    ['columns', `${'|a'.repeat(deep)}\n${'|-'.repeat(deep)}\n`],
    ['a line of a megabyte', 'متن '.repeat(150_000)],
    ['a word of a megabyte', 'a.1-'.repeat(250_000)],
    ['digits of a megabyte', '1_1,'.repeat(250_000)],
    ['half-spaces of a megabyte', '\u200C'.repeat(350_000)],
    ['NUL and lone surrogates', '\u0000[a](/\uD800) \uDC00 &#0; &#xD800;'],
  ])('are rendered without delay or failure: %s', (_, markdown) => {
    const { html } = render(markdown);
    expect(html).not.toMatch(/<(?:div|script)>/);
  });

  it('show their text if they are nested too deep to render', () => {
    expect(render(`${'>'.repeat(500)} <b>متن</b>\n\nدو`).html).toMatch(/^<p>(?:>)*.*متن.*<\/p>\n?<p>دو<\/p>$/s);
  });
});

it('marks large pictures in landscape format, which may be wider than the text', () => {
  const sizes: Record<string, [number, number]> = { 'a.jpg': [1600, 900], 'b.jpg': [1199, 700], 'c.jpg': [1600, 1600] };
  const find = (src: string): LocalImage => {
    const [width, height] = sizes[src]!;
    return { src: `/files/${src}`, width, height, variants: '/_pictures/x/' };
  };
  const shown = (markdown: string): string => renderWith(markdown, find).html;
  const isBroad = (markdown: string): boolean => shown(markdown).includes('<figure class="broad">');
  expect(['a', 'b', 'c'].map((name) => isBroad(`![](${name}.jpg)`))).toEqual([true, false, false]);
  expect(['> ![](a.jpg)', '![](a.jpg)\n\n![](a.jpg)', '- ![](a.jpg)'].map(isBroad)).toEqual([false, false, false]);
  expect(shown('![](a.jpg)')).toContain('52rem');
  expect(shown('![](b.jpg)')).not.toContain('52rem');
});
