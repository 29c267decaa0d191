import { describe, expect, it } from 'vitest';
import type { Article } from '../../../src/core/article.ts';
import { buildSite } from '../../../src/core/site/build-site.ts';
import { buildRedirects, queryPaths, type RedirectInput } from '../../../src/core/site/redirects.ts';
import { createUrls } from '../../../src/core/urls.ts';
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

interface Around extends Partial<Omit<RedirectInput, 'articles' | 'urls'>> {
  site?: string;
}

/** Build the redirects of articles that have pages. */
function redirectsOf(articles: readonly Article[], around: Around = {}): ReturnType<typeof buildRedirects> {
  const { lists = [], others = [], publicFiles = [], site = config.url, isPublished = () => true, ...more } = around;
  const urls = createUrls(site);
  const pages = articles.map(({ slug, file }) => ({ url: urls.page('news', slug), file }));
  const all = { articles, lists, others: [...pages, ...others], publicFiles, urls, isPublished };
  return buildRedirects({ ...all, ...more });
}

const describeProblems = (problems: ReturnType<typeof buildRedirects>['problems']): string[] =>
  problems.map(({ id, values }) => `${id} ${values['alias']}`);
const problemsOf = (...articles: Article[]): string[] => describeProblems(redirectsOf(articles).problems);
const list = (url: string, pageCount: number) => ({ url, pages: Array.from({ length: pageCount }, () => []) });

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
    '/',
    '/index.html',
    '/sitemap-12.xml',
    '/sitemap-0.xml/x',
  ])('are rejected if hosts or the site itself use them: %s', (path) =>
    expect(problemsOf(withAliases('a', [path]))).toEqual([`alias-reserved ${path}`]),
  );

  it.each([
    ['/NEWS/b/', 'of another article, where disks ignore case'],
    ['/old.html/more', 'below a file that comes before'],
    ['/news/b/INDEX.HTML', 'of a page, by its file in capitals'],
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
    const build = (...articles: Article[]) => buildSite({ config, articles, pages: [], files: [], now });
    expect(describeProblems(build(withAliases('a', []), waiting).problems)).toEqual(['alias-collides /news/a/']);
    expect(describeProblems(build(withAliases('a', ['/news/b/']), withAliases('b', [], { date })).problems)).toEqual([
      'alias-collides /news/b/',
    ]);
    const { site } = build(withAliases('a', ['/old/a/']), withAliases('b', ['/old/b/'], { date }));
    expect(site.aliases.map(({ from }) => from)).toEqual(['/old/a/']);
    expect(site.redirects.some(({ from }) => from === '/old/b/')).toBe(false);
  });
});

describe('buildRedirects', () => {
  it('redirects old paths to the article, below the base path', () => {
    const { redirects, aliases, problems } = redirectsOf([withAliases('برف', ['/old/۱/', '/a b.html'])], {
      site: 'https://example.org/paper',
    });
    const to = '/paper/news/%D8%A8%D8%B1%D9%81/';
    expect(aliases).toEqual([
      { from: '/a b.html', to },
      { from: '/old/۱/', to },
    ]);
    expect(redirects).toEqual(aliases);
    expect(problems).toEqual([]);
  });

  it('keeps the order of articles and sorts the paths of each', () => {
    const { aliases } = redirectsOf([withAliases('b', ['/y/', '/z/', '/x/y/']), withAliases('a', ['/w/', '/v/'])]);
    expect(aliases.map(({ from }) => from)).toEqual(['/x/y/', '/y/', '/z/', '/v/', '/w/']);
  });

  it('redirects the next numbered page of a list to the list', () => {
    const lists = [list('/tags/%D8%A2%D8%A8/', 2), list('/latest/', 0)];
    const { redirects, aliases } = redirectsOf([withAliases('a', ['/old/'])], { lists });
    expect(redirects).toEqual([
      { from: '/tags/آب/page/3/', to: '/tags/%D8%A2%D8%A8/' },
      { from: '/old/', to: '/news/a/' },
    ]);
    expect(aliases).toEqual(redirects.slice(1));
  });

  it('does not redirect to unpublished articles but checks their paths', () => {
    const { aliases, problems } = redirectsOf([withAliases('a', ['/old/', '/old/']), withAliases('b', ['/b/'])], {
      isPublished: ({ slug }) => slug !== 'a',
    });
    expect(aliases).toEqual([{ from: '/b/', to: '/news/b/' }]);
    expect(describeProblems(problems)).toEqual(['alias-collides /old/']);
  });

  it.each([
    ['/tags/آب/', '/tags/آب/'],
    ['/tags/آب/page/1', '/tags/آب/'],
    ['/tags/آب/page/2/', '/tags/آب/'],
    // The next page of the list.
    ['/tags/آب/page/3/', '/tags/آب/'],
    ['/tags/آب/RSS.xml', '/tags/آب/'],
    ['/tags/آب/rss.xml/x/', '/tags/آب/'],
    ['/about/', 'content/pages/about.md'],
    ['/archive/1404/index.html', '/archive/1404/'],
  ])('reports that %s belongs to %s', (path, other) => {
    const { problems, aliases } = redirectsOf([withAliases('a', [path])], {
      lists: [list('/tags/%D8%A2%D8%A8/', 2)],
      others: [{ url: '/about/', file: 'content/pages/about.md' }, { url: '/archive/1404/' }],
    });
    expect(problems).toEqual([
      {
        id: 'alias-collides',
        file: 'content/articles/a.md',
        field: 'aliases',
        line: 1,
        column: 1,
        values: { alias: path, other },
      },
    ]);
    expect(aliases).toEqual([]);
  });

  it('gives a contested path to the first file', () => {
    const articles = [withAliases('b', ['/old/']), withAliases('a', ['/old'])];
    for (const given of [articles, articles.toReversed()]) {
      const { aliases, problems } = redirectsOf(given);
      expect(aliases).toEqual([{ from: '/old', to: '/news/a/' }]);
      expect(problems).toMatchObject([{ file: 'content/articles/b.md', values: { other: 'content/articles/a.md' } }]);
    }
  });

  it.each(['/map.svg', '/MAP.svg/x', '/docs/report.pdf', '/docs/report.pdf/x/'])(
    'reserves %s for a published file',
    (path) => {
      const publicFiles = ['/map.svg', '/docs/report.pdf'];
      const { problems } = redirectsOf([withAliases('a', [path])], { publicFiles });
      expect(describeProblems(problems)).toEqual([`alias-reserved ${path}`]);
    },
  );

  it.each(['/docs/', '/docs/old/', '/map/'])('does not reserve %s beside published files', (path) => {
    const { problems } = redirectsOf([withAliases('a', [path])], { publicFiles: ['/map.svg', '/docs/report.pdf'] });
    expect(problems).toEqual([]);
  });

  it('reserves a folder with an index page, but not what is below it', () => {
    const { problems } = redirectsOf([withAliases('a', ['/docs/', '/docs/old/'])], {
      publicFiles: ['/docs/index.html', '/docs/report.pdf'],
    });
    expect(describeProblems(problems)).toEqual(['alias-reserved /docs/']);
  });

  it.each(['/a/sitemap-0.xml', '/a/_x', '/a/CNAME', '/a/rss', '/tags/x/old/', '/tags/x/page/9/', '/x.html/y'])(
    'accepts %s',
    (path) => {
      const { problems } = redirectsOf([withAliases('a', [path])], { lists: [list('/tags/x/', 1)] });
      expect(problems).toEqual([]);
    },
  );

  it('compares paths without the base path', () => {
    const { problems, redirects } = redirectsOf([withAliases('a', ['/tags/x/'])], {
      lists: [list('/paper/tags/x/', 1)],
      site: 'https://example.org/paper',
    });
    expect(describeProblems(problems)).toEqual(['alias-collides /tags/x/']);
    expect(redirects).toEqual([{ from: '/tags/x/page/2/', to: '/paper/tags/x/' }]);
  });
});

describe('old addresses with a query', () => {
  const alias = (path: string, query?: string) => ({ path, line: 1, column: 1, ...(query !== undefined && { query }) });
  const withQueries = (slug: string, ...aliases: ReturnType<typeof alias>[]): Article =>
    makeArticle({ slug, file: `content/articles/${slug}.md`, aliases });

  it('lead to the article, and may share their path only with the front page and old paths', () => {
    const articles = [
      withQueries('b', alias('/', 'p=2'), alias('/fa/'), alias('/', 'a=1')),
      withQueries(
        'a',
        alias('/fa', 'id=5'),
        alias('/index.html', 'x=1'),
        alias('/about', 'id=5'),
        alias('/rss.xml', 'id=5'),
      ),
    ];
    const { aliases, oldQueries, problems } = redirectsOf(articles, { others: [{ url: '/about/', file: 'about.md' }] });
    expect(aliases).toEqual([{ from: '/fa/', to: '/news/b/' }]);
    expect(oldQueries).toEqual({
      redirects: [
        { from: '/', query: 'a=1', to: '/news/b/' },
        { from: '/', query: 'p=2', to: '/news/b/' },
        { from: '/fa', query: 'id=5', to: '/news/a/' },
        { from: '/index.html', query: 'x=1', to: '/news/a/' },
      ],
      lookup: { folder: '/old-addresses', tables: 1, names: 'a id p x' },
      onFront: true,
    });
    expect(problems.map(({ id, values }) => [id, values])).toEqual([
      ['alias-collides', { alias: '/about?id=5', other: 'about.md' }],
      ['alias-reserved', { alias: '/rss.xml?id=5' }],
    ]);
    const isOther = queryPaths(oldQueries!.redirects);
    expect(['/fa/', '/FA', '/', '/x/'].map(isOther)).toEqual([true, true, true, false]);
  });

  it('belong to the first file, whatever the case of their names, and wait for publication', () => {
    const articles = [withQueries('b', alias('/', 'P=1')), withQueries('a', alias('/', 'p=1'), alias('/x', 'p=1'))];
    const { oldQueries, problems } = redirectsOf(articles, { isPublished: ({ slug }) => slug !== 'a' });
    expect(oldQueries).toBeUndefined();
    expect(problems).toMatchObject([{ file: 'content/articles/b.md', values: { other: 'content/articles/a.md' } }]);
  });
});

describe('redirects.txt', () => {
  const line = (from: string, to: string, number = 1) => ({
    file: 'content/redirects.txt',
    from: { path: from, line: number, column: 1 },
    to,
    column: from.length + 2,
  });

  it('comes first, with chains resolved, and without redirects to unpublished articles', () => {
    const articles = [withAliases('پل', ['/old/'])];
    const lines = [line('/b', '/a'), line('/a/', '/old'), line('/c', '/news/hidden'), line('/d', '/')];
    const pages = [{ slug: 'about', file: 'about.md', aliases: [{ path: '/about-us/', line: 1, column: 1 }] }];
    const { aliases, problems } = redirectsOf(articles, { lines, pages, waiting: [{ url: '/news/hidden/' }] });
    const to = `/news/${encodeURIComponent('پل')}/`;
    expect(aliases).toEqual([
      { from: '/b', to },
      { from: '/a/', to },
      { from: '/d', to: '/' },
      { from: '/old/', to },
      { from: '/about-us/', to: '/about/' },
    ]);
    expect(problems).toEqual([]);
  });

  it('reports circles', () => {
    const lines = [line('/a', '/b/', 1), line('/b', '/a', 2), line('/c', '/b', 3), line('/d', '/e', 4)];
    const { aliases, problems } = redirectsOf([], { lines });
    expect(aliases).toEqual([{ from: '/d', to: '/e/' }]);
    expect(problems.map(({ id, line: at, column }) => [id, at, column])).toEqual([
      ['redirect-circle', 1, 4],
      ['redirect-circle', 2, 4],
      ['redirect-circle', 3, 4],
    ]);
  });

  it('serves copies of the podcast, since apps follow no pages', () => {
    const { aliases } = redirectsOf([], {
      lines: [line('/feed/podcast/', '/podcast.xml')],
      feeds: ['/podcast.xml'],
    });
    expect(aliases.map(({ copy }) => copy)).toEqual([{ of: 'podcast.xml', file: 'feed/podcast/index.html' }]);
  });

  it('serves copies of RSS feeds, but none of the JSON feed or at the old paths of pages', () => {
    const froms = ['/feed/', '/feed', '/a/b.xml', '/x.rdf', '/y.html'];
    const copies = (to: string): (string | undefined)[] => {
      const lines = froms.map((from) => line(from, to)).slice(to === '/rss.xml' ? 0 : 1);
      const { aliases } = redirectsOf([], {
        lines,
        terms: [{ feedUrl: '/paper/tags/x/rss.xml' }],
        site: 'https://example.org/paper',
      });
      return aliases.map(({ copy }) => copy && `${copy.of} > ${copy.file}`);
    };
    expect(copies('/rss.xml').slice(1)).toEqual(['rss.xml > a/b.xml', 'rss.xml > x.rdf', undefined]);
    expect(copies('/tags/x/rss.xml')[0]).toBe('tags/x/rss.xml > feed/index.html');
    expect(copies('/feed.json')).toEqual([undefined, undefined, undefined, undefined]);
  });
});
