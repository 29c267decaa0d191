import { expect, it } from 'vitest';
import { createUrls } from '../../../src/core/urls.ts';
import { pagesByFile } from '../../../src/engine/serve/page-files.ts';

it('maps files to pages, including files with problems', () => {
  const none = { links: [], related: [] };
  const files = [
    { kind: 'article', slug: 'خبر', file: 'a/خبر.md', ...none },
    { kind: 'article', slug: 'moved', file: 'a/pol.md', ...none },
    { kind: 'article', slug: '', file: 'a/؟.md', ...none },
    { kind: 'page', slug: 'about', file: 'pages/about.md', ...none },
    { kind: 'author', slug: 'mina', file: 'authors/mina.md', ...none },
    { kind: 'author', slug: 'leila', file: 'authors/leila.md', ...none },
    { kind: 'section', slug: 'city', file: 'sections/city.md', ...none },
  ] as const;
  const site = {
    urls: createUrls('https://example.org/fa'),
    articles: [{ file: 'a/pol.md', url: '/fa/news/pol/' }],
    pages: [],
    terms: {
      authors: [{ url: '/fa/authors/مینا/', profile: { file: 'authors/mina.md' } }, { url: '/fa/authors/x/' }],
      sections: [{ url: '/fa/sections/city/', text: { file: 'sections/city.md' } }],
      tags: [],
    },
  };
  const found = pagesByFile(site as never, { files: files as never });
  expect(Object.fromEntries(found)).toEqual({
    'a/خبر.md': '/fa/news/%D8%AE%D8%A8%D8%B1/',
    'a/pol.md': '/fa/news/pol/',
    'pages/about.md': '/fa/about/',
    'authors/mina.md': '/fa/authors/مینا/',
    'sections/city.md': '/fa/sections/city/',
  });
});
