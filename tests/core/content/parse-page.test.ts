import { expect, it } from 'vitest';
import { parsePage } from '../../../src/core/content/parse-page.ts';
import { parsingConfig } from '../../../src/core/config/site-config.ts';
import { createMarkdownRenderer } from '../../../src/core/markdown/render.ts';
import { createUrls } from '../../../src/core/urls.ts';
import { config } from '../../fixtures/sample/config.ts';

const render = createMarkdownRenderer({ urls: createUrls('https://example.org') });
const context = { config: parsingConfig(config), render, findImage: () => undefined, findFile: () => undefined };
const parse = (path: string, text: string) => parsePage({ path, text }, context);

it('makes a page from its file', () => {
  const { page, problems } = parse('pages/about.md', '---\ntitle: درباره‌ی ما\nlead: كوتاه\n---\n\nمتن');
  expect(problems).toEqual([]);
  expect(page).toMatchObject({ slug: 'about', title: 'درباره‌ی ما', lead: 'کوتاه', html: '<p>متن</p>' });
});

it('reserves the addresses of the site’s own folders', () => {
  for (const name of ['tags', 'news', 'images'])
    expect(parse(`pages/${name}.md`, '---\ntitle: یک\n---\nمتن').problems.map(({ id }) => id)).toEqual([
      'page-reserved',
    ]);
});

it('returns all problems at once, and the links of the text in either case', () => {
  const { page, problems, links } = parse('pages/con.md', '---\ntitel: یک\n---\n\n[خبر](metro.md)');
  expect(page).toBeUndefined();
  expect(problems.map(({ id }) => id).toSorted()).toEqual(['field-missing', 'field-unknown', 'slug-device']);
  expect(links).toEqual([{ slug: 'metro', line: 5, column: 1 }]);
});
