import { describe, expect, it } from 'vitest';
import type { Comment } from '../../../src/core/comments/comment.ts';
import type { CommentFile } from '../../../src/core/comments/discussion.ts';
import { summarize, threadsOf } from '../../../src/core/comments/threads.ts';
import { textFiles } from '../../../src/core/hosting/text-files.ts';
import type { Site } from '../../../src/core/site/site.ts';
import { articleComments } from '../../../src/core/views/comments-view.ts';
import { planRoutes } from '../../../src/core/views/plan.ts';
import { siteRoutes } from '../../../src/core/views/routes.ts';
import { newsArticle } from '../../../src/core/views/structured-data.ts';
import { makeArticle, makeDate, makeSite } from '../../support/make-site.ts';
import { makeComment } from '../comments/made-comments.ts';

const articles = [
  makeArticle({ slug: 'metro' }),
  makeArticle({ slug: 'bridge' }),
  makeArticle({ slug: 'old', date: makeDate('1390/01/01') }),
];
const at = (minute: number): string => new Date(Date.UTC(2025, 9, 17, 8, minute)).toISOString();
const numbered = (count: number): Comment[] =>
  Array.from({ length: count }, (_, index) => makeComment(`c${index}`, { at: at(index), name: `نگار ${index}` }));
const fileOf = (slug: string, comments: readonly Comment[]): CommentFile => ({
  slug,
  file: `content/comments/${slug}.jsonl`,
  ...summarize(threadsOf(comments), 2),
  read: () => comments,
});
const siteOf = (comments: readonly Comment[], slug = 'metro'): Site =>
  makeSite(articles, { comments: { page: 2 } }, { comments: [fileOf(slug, comments)] });
const keysOf = (site: Site): Map<string, string | undefined> =>
  new Map(planRoutes(siteRoutes(site)).map(({ file, key }) => [file, key]));
const changed = (before: Site, after: Site): string[] => {
  const [old, fresh] = [keysOf(before), keysOf(after)];
  return [...new Set([...old.keys(), ...fresh.keys()])].filter((file) => old.get(file) !== fresh.get(file));
};
const articleOf = (site: Site, slug = 'metro') => site.articles.find((article) => article.slug === slug)!;

describe('a site without comments', () => {
  it('has the files it had, even where there are files of comments', () => {
    const [site, withFiles] = [
      makeSite(articles),
      makeSite(articles, {}, { comments: [fileOf('metro', numbered(9))] }),
    ];
    expect(changed(site, withFiles)).toEqual([]);
    const files = [...keysOf(site).keys(), ...textFiles(site).map(({ file }) => file)];
    expect(files.filter((file) => file.includes('comment'))).toEqual([]);
    expect(articleComments(withFiles, articleOf(withFiles))).toBeUndefined();
  });
});

describe('one more comment', () => {
  it('changes one page and the feed of comments', () => {
    expect(changed(siteOf([]), siteOf(numbered(1)))).toEqual(['news/metro/index.html', 'feeds/comments.xml']);
    expect(changed(siteOf(numbered(1)), siteOf(numbered(2)))).toEqual(['news/metro/index.html', 'feeds/comments.xml']);
    expect(changed(siteOf([], 'old'), siteOf(numbered(1), 'old'))).toEqual([
      'news/old/index.html',
      'feeds/comments.xml',
    ]);
  });

  it('on a numbered page changes that page, and the number that the article shows', () => {
    expect(changed(siteOf(numbered(3)), siteOf(numbered(4)))).toEqual([
      'news/metro/index.html',
      'news/metro/comments/2/index.html',
      'feeds/comments.xml',
    ]);
  });

  it('that begins a page changes the page before, which leads to it', () => {
    expect(changed(siteOf(numbered(4)), siteOf(numbered(5)))).toEqual([
      'news/metro/index.html',
      'news/metro/comments/2/index.html',
      'feeds/comments.xml',
      'news/metro/comments/3/index.html',
    ]);
  });
});

describe('what pages show', () => {
  it('is two threads each, oldest first, with links to the others', () => {
    const site = siteOf(numbered(5));
    const view = articleComments(site, articleOf(site))!;
    expect(view).toMatchObject({
      slug: 'metro',
      state: 'open',
      count: 5,
      newer: '/news/metro/comments/2/',
      newest: '/news/metro/comments/3/',
    });
    expect(view.threads.map(({ top }) => top.name)).toEqual(['نگار 0', 'نگار 1']);
    const pages = siteRoutes(site).comments.map(({ props }) => props.page);
    expect(pages.map(({ number, url }) => [number, url])).toEqual([
      [2, '/news/metro/comments/2/'],
      [3, '/news/metro/comments/3/'],
    ]);
    expect(pages[0]!.view()).toMatchObject({ older: '/news/metro/#comments', newer: '/news/metro/comments/3/' });
    expect(pages[1]!.view()).toMatchObject({ older: '/news/metro/comments/2/', newer: undefined });
    expect(pages[1]!.view().threads.map(({ top }) => top.name)).toEqual(['نگار 4']);
    expect(pages[0]!.title).toBe('نظرها درباره «خبر تازه»، صفحه ۲');
  });

  it('depends on the state and the setting', () => {
    const site = siteOf(numbered(1), 'old');
    expect(articleComments(site, articleOf(site, 'old'))?.state).toBe('ended');
    expect(articleComments(site, articleOf(site))).toMatchObject({ state: 'open', count: 0, threads: [] });
    expect(textFiles(site).find(({ file }) => file === 'comments/open.txt')?.text).toBe('bridge\nmetro\n');
    expect(siteRoutes(site).commentFrame.map(({ params }) => params.frame)).toEqual(['thanks', 'shell', 'busy']);
  });
});

describe('structured data', () => {
  it('names the discussion and its first twenty comments', () => {
    const long = makeSite(
      articles,
      { comments: { page: 50 } },
      {
        comments: [{ ...fileOf('metro', [...numbered(24), makeComment('c0x', { at: at(0), by: 'desk' })]) }],
      },
    );
    const data = newsArticle(long, articleOf(long), articleComments(long, articleOf(long))) as unknown as Record<
      string,
      unknown
    >;
    expect([data['commentCount'], data['discussionUrl']]).toEqual([25, 'https://example.org/news/metro/#comments']);
    const comments = data['comment'] as Record<string, unknown>[];
    expect(comments).toHaveLength(20);
    expect(comments[0]).toEqual({
      '@type': 'Comment',
      url: 'https://example.org/news/metro/#c-00000000c0',
      datePublished: at(0),
      author: { '@type': 'Person', name: 'نگار 0' },
      text: 'متن نظر.',
    });
    expect(comments[1]!['author']).toMatchObject({ '@type': 'NewsMediaOrganization', name: 'روزنامه آزمون' });
  });

  it('says nothing of comments where there is no discussion', () => {
    const site = makeSite(articles);
    expect(JSON.stringify(newsArticle(site, articleOf(site)))).not.toMatch(/comment|discussion/i);
  });
});
