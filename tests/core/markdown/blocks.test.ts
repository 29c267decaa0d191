import { describe, expect, it } from 'vitest';
import { rehypeCode, rehypeTables, rehypeTasks } from '../../../src/core/markdown/blocks.ts';
import { createMarkdownRenderer } from '../../../src/core/markdown/render.ts';
import { createUrls } from '../../../src/core/urls.ts';
import { loadFormulaWriter } from '../../../src/engine/content/formulas.ts';
import { transformHtml } from '../../support/trees.ts';

describe('rehypeTables', () => {
  const write = (html: string): string => transformHtml(rehypeTables(), html).html;
  const cellOf = (name: 'td' | 'th', attributes: string, text: string): string =>
    /<tr>(.*)<\/tr>/s.exec(
      write(`<table><tbody><tr><${name}${attributes}>${text}</${name}></tr></tbody></table>`),
    )![1]!;

  it('wraps each table in a focusable region, numbered from the second on', () => {
    const table = '<table></table>';
    const region = (label: string): string =>
      `<div class="table" role="region" tabindex="0" aria-label="${label}">${table}</div>`;
    expect(write(`${table}<blockquote>${table}</blockquote>${table}`)).toBe(
      `${region('جدول')}<blockquote>${region('جدول ۲')}</blockquote>${region('جدول ۳')}`,
    );
  });

  it.each([
    [' align="left"', '<td class="align-start">۱</td>'],
    [' align="center"', '<td class="align-center">۱</td>'],
    [' align="right"', '<td class="align-end">۱</td>'],
    [' align="justify"', '<td>۱</td>'],
    [' style="color: red" class="x"', '<td>۱</td>'],
    ['', '<td>۱</td>'],
  ])('aligns a cell with the attributes %j by class and drops the rest', (attributes, expected) => {
    expect(cellOf('td', attributes, '۱')).toBe(expected);
  });

  it.each([
    ['تیم', '<th class="align-end" scope="col">تیم</th>'],
    ['<b></b>', '<th class="align-end" scope="col"><b></b></th>'],
    [' \n', '<td class="align-end"> \n</td>'],
    ['', '<td class="align-end"></td>'],
  ])('scopes a header cell containing %j to its column unless it is blank', (text, expected) => {
    expect(cellOf('th', ' align="right"', text)).toBe(expected);
  });
});

describe('a caption of a table', () => {
  const renderWith = createMarkdownRenderer({ urls: createUrls('https://rooznegar.example'), loadFormulaWriter });
  const render = (markdown: string): string => renderWith(markdown, () => undefined).html;
  const table = '| الف | ب |\n| --- | --- |\n| ۱ | ۲ |';

  it.each([
    ['جدول: جمعیت شهرها', 'جمعیت شهرها'],
    ['Table: جمعیت **شهرها**', 'جمعیت <strong>شهرها</strong>'],
    ['جدول ۲: جمعیت شهرها', 'جدول ۲: جمعیت شهرها'],
    ['جدول ۲ : جمعیت شهرها', 'جدول ۲ : جمعیت شهرها'],
  ])('is the paragraph «%s» before it, or after it', (paragraph, caption) => {
    for (const html of [render(`${paragraph}\n\n${table}`), render(`${table}\n\n${paragraph}`)]) {
      expect(html).toMatch(/aria-label="(?:جدول . ?: )?جمعیت شهرها"><table><caption>/);
      expect(html).toContain(`<caption>${caption}</caption>`);
      expect(html).not.toContain('<p>');
    }
  });

  it.each(['جدول زیر جمعیت شهرها را نشان می‌دهد:', 'جدول لیگ: استقلال دوم است.', 'جدول:', ': جمعیت', 'متن'])(
    'is not the paragraph «%s»',
    (paragraph) => {
      expect(render(`${paragraph}\n\n${table}`)).not.toContain('<caption>');
    },
  );

  it('belongs to one table, also between two', () => {
    const both = render(`${table}\n\nجدول ۱: یک\n\n${table}\n\nجدول ۲: دو`);
    expect(both.match(/<caption>[^<]*/g)).toEqual(['<caption>جدول ۱: یک', '<caption>جدول ۲: دو']);
  });
});

it('rehypeTables keeps the content of cells', () => {
  const { html } = transformHtml(
    rehypeTables(),
    '<table><tbody><tr><td><a href="/x">متن</a></td></tr></tbody></table>',
  );
  expect(html).toContain('<td><a href="/x">متن</a></td>');
});

describe('rehypeTasks', () => {
  it.each([
    ['<input type="checkbox" checked disabled>', '<input type="checkbox" checked disabled aria-label="انجام‌شده">'],
    ['<input type="checkbox" disabled>', '<input type="checkbox" disabled aria-label="انجام‌نشده">'],
  ])('labels %s', (input, expected) => {
    expect(transformHtml(rehypeTasks(), `<ul><li>${input} کار</li></ul>`).html).toBe(
      `<ul><li>${expected} کار</li></ul>`,
    );
  });
});

describe('rehypeCode', () => {
  const write = (html: string): string => transformHtml(rehypeCode(), html).html;

  it.each([
    ['js', ' class="language-js"'],
    ['C++', ' class="language-c++"'],
    ['Objective-C', ' class="language-objective-c"'],
    ['زبان', ''],
    ['&quot;&gt;', ''],
    ['a'.repeat(21), ''],
  ])('keeps the language %s only if it makes a valid class', (language, kept) => {
    expect(write(`<pre><code class="language-${language}">x</code></pre>`)).toBe(
      `<pre dir="ltr" tabindex="0"><code${kept} dir="ltr">x</code></pre>`,
    );
  });

  it('keeps no other class or attribute', () => {
    expect(write('<pre class="x" id="y"><code class="masthead language-js" title="z">x</code></pre>')).toBe(
      '<pre dir="ltr" tabindex="0"><code dir="ltr">x</code></pre>',
    );
    expect(write('<code class="language-js masthead">x</code>')).toBe('<code class="language-js" dir="ltr">x</code>');
  });

  it('marks inline code as left-to-right', () => {
    expect(write('<p>فرمان <code>npm</code> و <code>git</code><code>-v</code></p>')).toBe(
      '<p>فرمان <code dir="ltr">npm</code> و <code dir="ltr">git</code><code dir="ltr">-v</code></p>',
    );
  });

  it('drops control characters that could display code in a different order', () => {
    expect(write('<code>a\u202Eb\u2066c\td</code>')).toBe('<code dir="ltr">abc\td</code>');
  });
});
