import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseArticle } from '../../../../src/core/content/parse-article.ts';
import { convertHtml, type TextContext } from '../../../../src/core/import/html/convert.ts';
import { createMarkdownRenderer } from '../../../../src/core/markdown/render.ts';
import { createUrls } from '../../../../src/core/urls.ts';
import { loadFormulaWriter } from '../../../../src/engine/content/formulas.ts';
import { config } from '../../../fixtures/sample/config.ts';
import { readHtml } from '../../../support/html-words.ts';
import { articleFile } from '../../../support/mini-site.ts';
import { tidyHtml, untidyHtml } from '../../../support/random-html.ts';
import { countRuns } from '../../../support/runs.ts';

const seed = Number(process.env['SEED'] ?? 14050909);
const numRuns = countRuns(120, 10_000);
const render = createMarkdownRenderer({ urls: createUrls(config.url), loadFormulaWriter, isShown: () => true });
const shown = (src: string): { src: string; width: number; height: number; bytes: number } => ({
  src,
  width: 1,
  height: 1,
  bytes: 1,
});
const context: TextContext = {
  base: 'https://example.org/',
  takesVideo: () => false,
  findPicture: () => undefined,
  findLink: () => undefined,
  restore: (text) => text,
};

function check(html: string): void {
  const { markdown } = convertHtml(html, context);
  const page = render(markdown, shown);
  const [source, result] = [readHtml(html, true), readHtml(page.html)];
  // Words in code, and parts of headings that contain blocks, may become or cease to be bold.
  if (/<(?:pre|h[1-6]|code|kbd|samp|abbr|th|figcaption|div class="wp-caption|a [^>]*style)/.test(html))
    source.bold = result.bold = '';
  expect({ markdown, ...result }).toEqual({ markdown, ...source });
  // Markdown in HTML comes from the source, and is shown literally.
  expect(page.dropped.filter(({ name }) => !/^(?:link|markdown)$/.test(name))).toEqual([]);
  expect(markdown).not.toMatch(/[ \t]$|\n{3}/m);
  const file = { path: 'x.md', text: articleFile({}, markdown) };
  const { problems } = parseArticle(file, { config, render, findImage: shown, findFile: shown });
  if (markdown.trim() !== '') expect(problems).toEqual([]);
}

describe(`any HTML keeps its words, links and pictures (seed ${seed})`, () => {
  it.each([
    ['tidy', tidyHtml],
    ['untidy', untidyHtml],
  ])('%s', (_, html) => {
    fc.assert(fc.property(html, check), { seed, numRuns });
  });
});
