import { tests } from 'commonmark-spec';
import { describe, expect, it } from 'vitest';
import { createMarkdownRenderer } from '../../../src/core/markdown/render.ts';
import { createUrls } from '../../../src/core/urls.ts';
import { differences } from './commonmark-differences.ts';
import { plainHtml } from './commonmark-plain.ts';

const examples = tests.map((example) => ({
  ...example,
  markdown: example.markdown.replaceAll('→', '\t'),
  html: example.html.replaceAll('→', '\t'),
}));
const deliberate = new Set(Object.values(differences).flat());
const renderWith = createMarkdownRenderer({ urls: createUrls('https://rooznegar.example') });
const findImage = (src: string) => ({ src: encodeURI(src), width: 1, height: 1 });
const render = (markdown: string) => renderWith(markdown, findImage);

describe('CommonMark', () => {
  it('has all its examples', () => {
    expect(examples).toHaveLength(652);
  });

  it('lists each deliberate difference once', () => {
    expect(Object.values(differences).flat()).toHaveLength(deliberate.size);
  });

  it.each(examples.filter(({ number }) => !deliberate.has(number)))(
    'renders example $number ($section) as the specification does',
    ({ markdown, html }) => {
      expect(plainHtml(render(markdown).html)).toBe(plainHtml(html));
    },
  );

  it.each(examples.filter(({ number }) => deliberate.has(number)))(
    'still differs on purpose in example $number ($section)',
    ({ markdown, html }) => {
      expect(plainHtml(render(markdown).html)).not.toBe(plainHtml(html));
    },
  );
});
