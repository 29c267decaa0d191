import { describe, expect, it } from 'vitest';
import { buildSite } from '../../../src/core/site/build-site.ts';
import type { Problem } from '../../../src/core/problems/problem.ts';
import { parseAuthor } from '../../../src/core/content/parse-author.ts';
import type { AuthorProfile, Term } from '../../../src/core/site/site.ts';
import { createMarkdownRenderer } from '../../../src/core/markdown/render.ts';
import { createUrls } from '../../../src/core/urls.ts';
import { makeArticle, makeSite } from '../../support/make-site.ts';

const { config } = makeSite();
const context = {
  config,
  render: createMarkdownRenderer({ urls: createUrls(config.url) }),
  findImage: (src: string) => (src === 'a.jpg' ? { src: '/files/a.jpg', width: 4, height: 4 } : undefined),
  findFile: () => undefined,
};
const parse = (text: string) => parseAuthor({ path: 'content/authors/a.md', text }, context);

describe('parseAuthor', () => {
  it('parses a profile as Persian text', () => {
    const text = '---\nname: نرگس آذرنيا\nrole: دبير\nimage: {src: a.jpg, alt: چهره}\n---\nدو **جمله**.\n';
    expect(parse(text)).toMatchObject({
      problems: [],
      author: {
        name: 'نرگس آذرنیا',
        role: 'دبیر',
        image: { src: '/files/a.jpg', alt: 'چهره', width: 4 },
        html: '<p>دو <strong>جمله</strong>.</p>',
      },
    });
  });

  it('needs no biography', () => {
    expect(parse('---\nname: نرگس\n---\n').author).toMatchObject({ html: '' });
  });

  it.each([
    ['---\nrole: دبیر\n---\n', 'field-missing'],
    ['---\nname: نرگس\nnam: نرگس\n---\n', 'field-unknown'],
    ['---\nname: نرگس\nimage: {src: b.jpg, alt: چهره}\n---\n', 'image-missing'],
  ])('reports the problem in %j', (text, id) => {
    const { author, problems } = parse(text);
    expect(author).toBeUndefined();
    expect(problems.map((problem) => problem.id)).toEqual([id]);
  });
});

describe('profiles', () => {
  const profile = (file: string, name: string): AuthorProfile => ({ file, name, html: '' });
  const build = (...authors: AuthorProfile[]): { authors: readonly Term[]; problems: readonly Problem[] } => {
    const articles = [makeArticle({ authors: ['نرگس آذرنیا'] })];
    const { site, problems } = buildSite({
      config,
      articles,
      pages: [],
      authors,
      files: [],
      now: Date.UTC(2100, 0, 1),
    });
    return { authors: site.terms.authors, problems };
  };

  it('match authors in any spelling of their names', () => {
    const { authors, problems } = build(profile('a.md', 'نرگس‌آذرنيا'), profile('b.md', 'کسی دیگر'));
    expect(authors.map((author) => author.profile?.file)).toEqual(['a.md']);
    expect(problems).toEqual([]);
  });

  it('are unique per author', () => {
    expect(build(profile('b.md', 'نرگس آذرنیا'), profile('a.md', 'نرگس آذرنیا')).problems).toMatchObject([
      { id: 'author-duplicate', file: 'b.md', values: { other: 'a.md' } },
    ]);
  });
});
