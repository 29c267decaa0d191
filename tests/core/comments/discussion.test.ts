import { describe, expect, it } from 'vitest';
import { commentAddresses, commentsUrl, hasDiscussion } from '../../../src/core/comments/addresses.ts';
import {
  type CommentFile,
  discussionFinder,
  findOrphans,
  findTakenPages,
  writeOpenList,
} from '../../../src/core/comments/discussion.ts';
import { summarize, threadsOf } from '../../../src/core/comments/threads.ts';
import { createUrls } from '../../../src/core/urls.ts';
import { makeDate } from '../../support/make-site.ts';
import { makeComment } from './made-comments.ts';

const newest = makeDate('1404/07/24 10:30');
const urls = createUrls('https://example.org/news');
const fileOf = (slug: string, ...ids: string[]): CommentFile => {
  const comments = ids.map((id) => makeComment(id));
  return { slug, file: `content/comments/${slug}.jsonl`, ...summarize(threadsOf(comments), 2), read: () => comments };
};
const article = (slug: string, date: string, areCommentsOff?: true) => ({ slug, date: makeDate(date), areCommentsOff });

describe('the discussion of an article', () => {
  const find = discussionFinder({ comments: {} }, newest, [fileOf('a', 'x'), fileOf('none')]);

  it('is open for 30 days before the newest article, and for the rest of that month', () => {
    expect(find(article('b', '1404/07/24'))?.state).toBe('open');
    expect(find(article('b', '1404/06/01'))?.state).toBe('open');
    expect(find(article('b', '1404/05/31'))).toBeUndefined();
  });

  it('is shown when it is over, if there are comments', () => {
    expect(find(article('a', '1404/05/31'))).toMatchObject({ state: 'ended', count: 1 });
    expect(find(article('none', '1404/05/31'))).toBeUndefined();
  });

  it('is closed by its writer, and shown if there are comments', () => {
    expect(find(article('a', '1404/07/24', true))).toMatchObject({ state: 'off', count: 1 });
    expect(find(article('b', '1404/07/24', true))).toBeUndefined();
  });

  it('is never there without the setting, and never open with no days', () => {
    expect(discussionFinder({}, newest, [fileOf('a', 'x')])(article('a', '1404/07/24'))).toBeUndefined();
    const closed = discussionFinder({ comments: { days: 0 } }, newest, [fileOf('a', 'x')]);
    expect([closed(article('a', '1404/07/24'))?.state, closed(article('b', '1404/07/24'))]).toEqual([
      'ended',
      undefined,
    ]);
  });

  it('of open articles is listed for the service, one slug a line', () => {
    const open = { count: 0, pages: [], newest: 0, read: () => [] };
    const list = writeOpenList([
      { slug: 'ی', discussion: { ...open, state: 'open' } },
      { slug: 'c', discussion: { ...open, state: 'ended' } },
      { slug: 'b', discussion: { ...open, state: 'open' } },
      { slug: 'd' },
    ]);
    expect(list).toBe('b\nی\n');
    expect(writeOpenList([])).toBe('');
  });
});

describe('comments without an article', () => {
  it('are a warning; those of any article file are not', () => {
    const known = [
      { kind: 'article', slug: 'a' },
      { kind: 'page', slug: 'b' },
    ];
    expect(findOrphans([fileOf('a'), fileOf('b')], known)).toEqual([
      { id: 'comments-orphan', file: 'content/comments/b.jsonl', line: 1, column: 1, values: { slug: 'b' } },
    ]);
  });
});

describe('a page at the address of the service', () => {
  it('is a problem where there are comments', () => {
    const pages = [
      { slug: 'about', file: 'content/pages/about.md' },
      { slug: 'comments', file: 'content/pages/comments.md' },
    ];
    expect(findTakenPages({}, pages)).toEqual([]);
    expect(findTakenPages({ comments: {} }, pages).map(({ id, file }) => [id, file])).toEqual([
      ['page-reserved', 'content/pages/comments.md'],
    ]);
  });
});

describe('addresses of comments', () => {
  const page = { slug: 'شهر', url: urls.page('news', 'شهر') };

  it('begin at the article', () => {
    expect(commentsUrl(urls, page)).toBe('/news/news/%D8%B4%D9%87%D8%B1/#comments');
    expect(commentsUrl(urls, page, 2)).toBe('/news/news/%D8%B4%D9%87%D8%B1/comments/2/');
  });

  it('are taken where the site has comments', () => {
    expect(commentAddresses({}, urls, [])).toEqual([]);
    const taken = commentAddresses({ comments: {} }, urls, [{ ...page, discussion: { pages: ['1', '2', '3'] } }]);
    expect(taken.map(({ url }) => url)).toEqual(
      expect.arrayContaining([
        commentsUrl(urls, page, 2),
        commentsUrl(urls, page, 3),
        '/news/comments/',
        '/news/comments/thanks/',
      ]),
    );
    expect(taken.map(({ url }) => url)).not.toContain(commentsUrl(urls, page, 4));
  });

  it('are in feeds unless the writer closed the discussion', () => {
    expect(hasDiscussion({ config: { comments: {} } }, {})).toBe(true);
    expect(hasDiscussion({ config: { comments: {} } }, { areCommentsOff: true })).toBe(false);
    expect(hasDiscussion({ config: {} }, {})).toBe(false);
  });
});
