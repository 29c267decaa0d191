import { describe, expect, it } from 'vitest';
import { createMarkdownRenderer } from '../../../../src/core/markdown/render.ts';
import { remarkEnglish } from '../../../../src/core/markdown/html/english.ts';
import { mendFile } from '../../../../src/core/proofreading/mend.ts';
import { createUrls } from '../../../../src/core/urls.ts';
import { transformMarkdown } from '../../../support/trees.ts';

const mark = (markdown: string): string => transformMarkdown(remarkEnglish(), markdown).html;
const render = createMarkdownRenderer({ urls: createUrls('https://rooznegar.example') });
const sentence = 'We will not accept any of these 12 conditions';

describe('remarkEnglish', () => {
  it.each([
    [
      'a sentence with its full stop',
      `متن. ${sentence}. متن`,
      `<p>متن. <span lang="en" dir="ltr">${sentence}.</span> متن</p>`,
    ],
    ['a quotation', `گفت: «${sentence}»`, `<p>گفت: «<span lang="en" dir="ltr">${sentence}</span>»</p>`],
    [
      'a sentence with markup',
      `متن **${sentence}**`,
      `<p>متن <strong><span lang="en" dir="ltr">${sentence}</span></strong></p>`,
    ],
    [
      'no name',
      'شرکت Microsoft Visual Studio Code Insiders Edition 2024 را',
      '<p>شرکت Microsoft Visual Studio Code Insiders Edition 2024 را</p>',
    ],
    ['no short sentence', 'گفت: «We will not do that»', '<p>گفت: «We will not do that»</p>'],
    ['no code', `متن \`${sentence}\``, `<p>متن <code>${sentence}</code></p>`],
    ['nothing in an English paragraph', sentence, `<p>${sentence}</p>`],
  ])('marks %s', (_, markdown, expected) => {
    expect(mark(markdown)).toBe(expected);
  });

  it('keeps the sentence as typed, on the page and in the file', () => {
    const body = `متن 12 و ${sentence} و متن`;
    expect(render(body).html).toBe(`<p>متن ۱۲ و <span lang="en" dir="ltr">${sentence}</span> و متن</p>`);
    const head = '---\ntitle: خبر\n---\n\n';
    const { text } = mendFile({ path: 'a.md', text: head + body }, { off: [] }, { all: true, frontMatter: false });
    expect(text).toBe(head + body.replace('متن 12', 'متن ۱۲'));
  });
});
