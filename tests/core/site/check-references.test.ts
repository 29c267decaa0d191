import { describe, expect, it } from 'vitest';
import {
  findBrokenReferences,
  findDuplicateIds,
  findDuplicateSlugs,
  type KnownFile,
} from '../../../src/core/site/check-references.ts';
import { makeArticle } from '../../support/make-site.ts';

const place = { line: 9, column: 4 };

/** A site of articles, each with the slugs that its text links to; drafts have names that begin so. */
function findProblems(links: Readonly<Record<string, readonly string[]>>, pins: readonly string[] = []): string[] {
  const articles = Object.keys(links).map((slug) =>
    makeArticle({
      slug,
      draft: slug.startsWith('draft'),
      links: links[slug]!.map((target) => ({ slug: target, ...place })),
      related: pins.map((target) => ({ slug: target, ...place })),
    }),
  );
  const files = articles.map((article): KnownFile => ({ kind: 'article', ...article }));
  return findBrokenReferences(articles, files, ({ draft }) => !draft).map(
    ({ id, file, values = {} }) =>
      `${file.replace(/^.*\/|\.md$/g, '')}: ${id} ${values['slug'] ?? values['other']}${values['hint'] ?? ''}`,
  );
}

describe('findBrokenReferences', () => {
  it('finds links from what is published to what is not', () => {
    expect(findProblems({ a: ['draft-b', 'c'], 'draft-b': [], c: [] })).toEqual([
      'a: link-unpublished content/articles/draft-b.md',
    ]);
  });

  it('lets a draft link to whatever there is, another draft included', () => {
    expect(findProblems({ 'draft-a': ['draft-b', 'c', 'draft-a'], 'draft-b': [], c: [] })).toEqual([]);
  });

  it('finds links to nothing, those of drafts as well, and names what may be meant', () => {
    expect(findProblems({ rudkhaneh: ['rudkhane'], 'draft-b': ['xyz'] })).toEqual([
      'rudkhaneh: link-broken rudkhane (rudkhaneh?)',
      'draft-b: link-broken xyz',
    ]);
  });

  it('offers a name that differs in a third of its letters, and none that differs in more', () => {
    expect(findProblems({ abcdef: ['abcdxy'] })).toEqual(['abcdef: link-broken abcdxy (abcdef?)']);
    expect(findProblems({ abcdef: ['abcxyz'] })).toEqual(['abcdef: link-broken abcxyz']);
  });

  it('finds pins to nothing, and lets pins to drafts wait', () => {
    expect(findProblems({ a: [], 'draft-b': [] }, ['draft-b', 'a', 'none'])).toEqual([
      'a: related-unknown none',
      'draft-b: related-unknown none',
    ]);
  });

  it('names the place of what it finds', () => {
    const article = makeArticle({ links: [{ slug: 'x', ...place }], related: [{ slug: 'y', line: 5, column: 11 }] });
    const problems = findBrokenReferences([article], [{ kind: 'article', ...article }], () => true);
    expect(problems).toEqual([
      { id: 'link-broken', file: article.file, ...place, values: { slug: 'x', hint: '' } },
      {
        id: 'related-unknown',
        file: article.file,
        field: 'related',
        line: 5,
        column: 11,
        values: { slug: 'y', hint: '' },
      },
    ]);
  });

  it('takes a page or an author for no article', () => {
    const article = makeArticle({ slug: 'a', links: [{ slug: 'about', ...place }] });
    const files: KnownFile[] = [
      { kind: 'article', ...article },
      { kind: 'page', slug: 'about', file: 'content/pages/about.md', links: [], related: [] },
    ];
    expect(findBrokenReferences([article], files, () => true).map(({ id }) => id)).toEqual(['link-broken']);
  });

  it('looks for what is meant by the first fifty only', () => {
    const links = Array.from({ length: 60 }, () => 'abcdxy');
    const hints = findProblems({ abcdef: links }).filter((problem) => problem.endsWith('?)'));
    expect(hints).toHaveLength(50);
  });
});

describe('findDuplicateSlugs', () => {
  const file = (kind: KnownFile['kind'], slug: string, name: string): KnownFile => ({
    kind,
    slug,
    file: name,
    links: [],
    related: [],
  });

  it('reports a slug at the files that come later, in whatever order they are read', () => {
    const files = [file('article', 'a', '3.md'), file('article', 'a', '1.md'), file('article', 'a', '2.md')];
    const problem = { id: 'slug-duplicate', line: 1, column: 1, values: { slug: 'a', other: '1.md' } };
    expect(findDuplicateSlugs(files)).toEqual([
      { ...problem, file: '2.md' },
      { ...problem, file: '3.md' },
    ]);
  });

  it('keeps kinds apart, and files without a slug, which have a problem of their own', () => {
    const files = [file('article', 'a', '1.md'), file('page', 'a', '2.md'), file('author', 'a', '3.md')];
    expect(findDuplicateSlugs([...files, file('article', '', '4.md'), file('article', '', '5.md')])).toEqual([]);
  });
});

it('suggests the slug for a link by file name to an article with a slug in its front matter', () => {
  const article = makeArticle({ slug: 'foo', links: [{ slug: '2014-12-18-foo', ...place }] });
  const file: KnownFile = { kind: 'article', ...article, file: 'content/2014-12-18-foo.md' };
  expect(findBrokenReferences([article], [file], () => true)[0]?.values['hint']).toBe(' (foo?)');
});

it('finds two files with the same id', () => {
  const articles = [{ file: 'b.md', id: 'x' }, { file: 'a.md', id: 'x' }, { file: 'c.md', id: 'y' }, { file: 'd.md' }];
  expect(findDuplicateIds(articles).map(({ file, values }) => [file, values['other']])).toEqual([['b.md', 'a.md']]);
});
