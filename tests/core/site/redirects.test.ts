import { describe, expect, it } from 'vitest';
import type { Article } from '../../../src/core/article.ts';
import { buildSite } from '../../../src/core/site/build-site.ts';
import { makeArticle, makeSite } from '../../support/make-site.ts';

const { config } = makeSite();
const now = Date.UTC(2026, 0, 1);
const withAliases = (slug: string, aliases: string[], more: Partial<Article> = {}): Article =>
  makeArticle({
    slug,
    file: `content/articles/${slug}.md`,
    aliases: aliases.map((path) => ({ path, line: 1, column: 1 })),
    ...more,
  });
const problemsOf = (...articles: Article[]): string[] =>
  buildSite({ config, articles, pages: [], files: [], now }).problems.map(
    ({ id, values }) => `${id} ${values['alias']}`,
  );

describe('old paths of articles', () => {
  it.each([
    '/_worker.js',
    '/CNAME',
    '/.htaccess',
    '/index.html/x',
    '/search/index.html/q',
    '/index.html.br',
    '/RSS.xml',
    '/Tags',
    '/a.gz',
  ])('are rejected if hosts or the site itself use them: %s', (path) =>
    expect(problemsOf(withAliases('a', [path]))).toEqual([`alias-reserved ${path}`]),
  );

  it.each([
    ['/NEWS/b/', 'of another article, where disks ignore case'],
    ['/old.html/more', 'below a file that comes before'],
    ['/News/B/index.html', 'of a page, by its file'],
  ])('are rejected as conflicts: %s, %s', (path) => {
    expect(problemsOf(withAliases('a', ['/old.html', path]), withAliases('b', []))).toEqual([`alias-collides ${path}`]);
  });

  it('conflict with paths below a file, in either order', () => {
    expect(problemsOf(withAliases('a', ['/old.html/more']), withAliases('b', ['/old.html']))).toEqual([
      'alias-collides /old.html',
    ]);
    expect(problemsOf(withAliases('a', ['/old.html']), withAliases('b', ['/old.htm', '/older.html/x']))).toEqual([]);
  });

  it('are checked for conflicts before the embargo of their article ends, and do not redirect until then', () => {
    const date = { ...makeArticle().date, epoch: now + 1 };
    const waiting = withAliases('b', ['/news/a/', '/old/b/'], { date });
    expect(problemsOf(withAliases('a', []), waiting)).toEqual(['alias-collides /news/a/']);
    expect(problemsOf(withAliases('a', ['/news/b/']), withAliases('b', [], { date }))).toEqual([
      'alias-collides /news/b/',
    ]);
    const articles = [withAliases('a', ['/old/a/']), withAliases('b', ['/old/b/'], { date })];
    const { site } = buildSite({ config, articles, pages: [], files: [], now });
    expect(site.aliases.map(({ from }) => from)).toEqual(['/old/a/']);
    expect(site.redirects.some(({ from }) => from === '/old/b/')).toBe(false);
  });
});
