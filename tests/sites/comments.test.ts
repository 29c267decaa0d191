import { beforeAll, describe, expect, it } from 'vitest';
import { writeComments } from '../../src/core/comments/comment-file.ts';
import type { Comment } from '../../src/core/comments/comment.ts';
import { makeComment } from '../core/comments/made-comments.ts';
import { readVectors } from '../hostile/vectors.ts';
import { config } from '../fixtures/sample/config.ts';
import { fixedNow } from '../support/command.ts';
import { differences, openDist, pagesOf, readDist, snapshotOf, textsOf } from '../support/dist.ts';
import { checkFeed } from '../support/feed-rules.ts';
import { formatFindings } from '../support/finding.ts';
import { attributeOf, attributesOf, findAll, findParts, textOf } from '../support/html.ts';
import { validateHtml } from '../support/html-validator.ts';
import { articleFile, createMiniSite, type MiniSite } from '../support/mini-site.ts';

const articles = {
  'articles/metro.md': articleFile({ title: 'خط تازهٔ مترو باز شد', date: '1405/08/20' }),
  'articles/bridge.md': articleFile({ date: '1405/08/19' }),
  'articles/closed.md': articleFile({ title: 'خبر بسته', date: '1405/08/18', comments: 'false' }),
  'articles/old.md': articleFile({ title: 'خبر کهنه', date: '1404/01/01', 'تبادل نظر': 'بله' }),
};
const at = (minute: number): string => `2026-11-20T09:${String(minute).padStart(2, '0')}:00+03:30`;
const numbered = (count: number): Comment[] =>
  Array.from({ length: count }, (_, index) => makeComment(`c${index}`, { at: at(index), name: `نگار ${index}` }));
const metro = 'news/metro/index.html';
const feed = 'feeds/comments.xml';

async function build(site: MiniSite): Promise<Map<string, string>> {
  const { code, output } = await site.build();
  expect([code, output]).toEqual([0, expect.any(String)]);
  return snapshotOf(site.out);
}
const put = (site: MiniSite, slug: string, comments: readonly Comment[]): Promise<void> =>
  site.write({ [`comments/${slug}.jsonl`]: writeComments(comments) });

describe('a site without the setting', () => {
  it('has not a byte of comments, whatever is in their folder', async () => {
    const site = await createMiniSite(articles);
    const before = await build(site);
    await site.write({ 'comments/metro.jsonl': '{', 'comments/nowhere.jsonl': writeComments(numbered(1)) });
    expect(differences(before, await build(site))).toEqual([]);
    expect(site.dist().files.filter((file) => /comment/i.test(file))).toEqual([]);
    const pages = textsOf(site.dist()).filter(({ file }) => /\.(?:html|xml|txt|json)$/.test(file));
    expect(pages.filter(({ text }) => /comment|تبادل نظر/i.test(text)).map(({ file }) => file)).toEqual([]);
  });
});

describe('comments of a site', () => {
  let site: MiniSite;
  beforeAll(async () => {
    site = await createMiniSite(articles, { comments: { page: 2 } });
    await build(site);
  });

  it('change exactly the page of their article, and their feed', async () => {
    await put(site, 'metro', numbered(1));
    const one = await build(site);
    await put(site, 'metro', numbered(2));
    const two = await build(site);
    expect(differences(one, two)).toEqual([feed, metro]);
    expect(findParts(site.page(metro).tree, 'comments').map(textOf).join()).toContain('نگار 1');
    // A build that knows nothing gives the same.
    const { code } = await site.build({ args: ['--clean'] });
    expect([code, differences(two, snapshotOf(site.out))]).toEqual([0, []]);
    // And removal is real.
    await put(site, 'metro', numbered(1));
    expect(differences(one, await build(site))).toEqual([]);
  });

  it('go on on numbered pages, which never change but for the last', async () => {
    await put(site, 'metro', numbered(5));
    const before = await build(site);
    await put(site, 'metro', numbered(6));
    const after = await build(site);
    expect(differences(before, after)).toEqual([feed, 'news/metro/comments/3/index.html', metro]);
    await put(site, 'metro', numbered(7));
    expect(differences(after, await build(site))).toEqual([
      feed,
      'news/metro/comments/3/index.html',
      'news/metro/comments/4/index.html',
      metro,
    ]);
    const links = findParts(site.page(metro).tree, 'comments').flatMap((part) => findAll(part, 'a'));
    expect(links.map((link) => attributeOf(link, 'href'))).toEqual(
      expect.arrayContaining(['/news/metro/comments/2/', '/news/metro/comments/4/']),
    );
  });

  it('have a form where the article takes comments, and are listed for the service', () => {
    const formsOf = (path: string) =>
      findAll(site.page(path).tree, 'form').filter((form) => attributeOf(form, 'method') === 'post');
    expect(formsOf(metro).map((form) => attributeOf(form, 'action'))).toEqual(['/comments/']);
    expect(formsOf('news/metro/comments/2/index.html')).toHaveLength(1);
    for (const path of ['news/closed/index.html', 'news/old/index.html']) {
      expect([path, formsOf(path).length, findParts(site.page(path).tree, 'comments').length]).toEqual([path, 0, 0]);
    }
    expect(readDist(site.dist(), 'comments/open.txt').toString()).toBe('bridge\nmetro\n');
    const names = findAll(formsOf(metro)[0]!, 'input', 'textarea').map((field) => attributeOf(field, 'name'));
    expect(names).toEqual(['slug', 'text', 'name', 'website']);
  });

  it('say why there is no form, where there are comments', async () => {
    await put(site, 'old', numbered(1));
    await put(site, 'closed', numbered(1));
    await build(site);
    const text = (slug: string) =>
      findParts(site.page(`news/${slug}/index.html`).tree, 'comments')
        .map(textOf)
        .join();
    expect(text('old')).toContain('مهلت تبادل نظر این خبر پایان یافته است.');
    expect(text('closed')).toContain('تبادل نظر این خبر بسته است.');
    expect(text('metro')).not.toContain('پایان یافته');
  });

  it('are warned of without an article, and stop a build with a mistake', async () => {
    await put(site, 'nowhere', numbered(1));
    const { code, output } = await site.build();
    expect([code, output]).toEqual([0, expect.stringContaining('there is no article «nowhere»')]);
    expect((await site.check()).output).toContain('there is no article «nowhere»');
    await site.write({ 'comments/metro.jsonl': '{"id":1}\n' });
    const before = snapshotOf(site.out);
    const stopped = await site.build();
    expect(stopped.code).not.toBe(0);
    expect(stopped.output).toMatch(/comments\/metro\.jsonl:1:1 {2}.*«id»/);
    expect(differences(before, snapshotOf(site.out))).toEqual([]);
  });
});

describe('the pages of comments', () => {
  let site: MiniSite;
  const vectors = (['html', 'texts', 'addresses', 'markdown'] as const).flatMap((list) => readVectors(list));
  beforeAll(async () => {
    site = await createMiniSite(articles, {
      comments: { mail: true, page: 50, address: 'https://comments.example.org/' },
    });
    const hostile = vectors.flatMap((vector, index): Comment[] => {
      const [text, name] = [`متن ${vector} متن`, vector.replace(/\s+/g, ' ').slice(0, 30)];
      return [
        makeComment(`h${index}`, { at: at(1), text, name, ...(index % 3 === 2 && { re: makeComment('h0').id }) }),
      ];
    });
    await put(site, 'metro', [
      makeComment('a', { at: at(0), name: 'نگار', text: 'بند یک\nسطر دو\n\nLine 8 (c) is late.' }),
      makeComment('b', { at: at(2), re: makeComment('a').id, by: 'mina', name: 'مینا' }),
      makeComment('d', { at: at(0), text: '', removed: true }),
      makeComment('e', { at: at(3), re: makeComment('d').id }),
    ]);
    await put(site, 'bridge', hostile);
    await build(site);
  });

  it('are valid HTML, with the rules of the other pages', async () => {
    const pages = pagesOf(openDist(site.out)).filter(({ path }) => /news\/|comments\//.test(path));
    expect(pages.length).toBeGreaterThan(8);
    expect(formatFindings(await validateHtml(pages))).toEqual([]);
  });

  it('show names, moments, paragraphs and replies of the newsroom', () => {
    const [part] = findParts(site.page(metro).tree, 'comments');
    const [first, reply, removed] = findAll(part!, 'article');
    expect([first, reply, removed].map((each) => attributeOf(each!, 'id'))).toEqual([
      'c-000000000a',
      'c-000000000b',
      'c-000000000d',
    ]);
    expect(
      findAll(first!, 'p')
        .filter((each) => attributeOf(each, 'dir') === 'auto')
        .map(textOf),
    ).toEqual(['بند یکسطر دو', 'Line 8 (c) is late.']);
    expect(findAll(first!, 'bdi').map(textOf)).toContain('نگار');
    expect(textOf(reply!).replace(/\s+/g, ' ')).toContain(`پاسخ ${config.name}`);
    expect(textOf(reply!)).not.toMatch(/mina|مینا/);
    expect(textOf(removed!)).toContain('این نظر برداشته شده است.');
    expect(textOf(part!)).toContain('۳ نظر');
  });

  it('hold hostile comments as text', () => {
    const plain = /^(?:article|bdi|br|p|span|a|time|div|button|li|ol)$/;
    const known = new Set([
      'class',
      'id',
      'dir',
      'href',
      'datetime',
      'title',
      'form',
      'name',
      'value',
      'formnovalidate',
      'data-name',
    ]);
    const pages = pagesOf(openDist(site.out)).filter(({ path }) => path.startsWith('news/bridge/'));
    let count = 0;
    for (const { tree } of pages) {
      for (const comment of findParts(tree, 'comments').flatMap((part) => findAll(part, 'article'))) {
        count += 1;
        for (const element of findAll(comment)) {
          expect(element.tagName).toMatch(plain);
          for (const [name] of attributesOf(element)) expect(known).toContain(name);
          const href = attributeOf(element, 'href');
          if (href !== undefined) expect(href).toMatch(/^#c-[0-9a-z]{10}$/);
        }
        expect(textOf(comment)).not.toMatch(/[\u202A-\u202E\u2066-\u2069]/);
      }
    }
    expect(count).toBeGreaterThan(vectors.length / 2);
  });

  it('may send forms to the service, and name it nowhere else', () => {
    const { html } = site.page(metro);
    expect(html).toContain("form-action 'self' https://comments.example.org");
    expect(html).toContain('action="https://comments.example.org/"');
    expect(readDist(site.dist(), '_headers').toString()).toContain("connect-src 'self' https://comments.example.org;");
  });

  it('have a feed that follows the rules of feeds, listed among the feeds', () => {
    const xml = readDist(site.dist(), feed).toString();
    expect(checkFeed(xml, `${config.url}/${feed}`, Date.parse(fixedNow))).toEqual([]);
    expect(site.page('feeds/index.html').html).toContain('href="/feeds/comments.xml"');
    expect(readDist(site.dist(), 'feeds.opml').toString()).toContain(`xmlUrl="${config.url}/${feed}"`);
    expect(readDist(site.dist(), 'rss.xml').toString()).toContain(
      `<comments>${config.url}/news/metro/#comments</comments>`,
    );
    expect(
      checkFeed(readDist(site.dist(), 'rss.xml').toString(), `${config.url}/rss.xml`, Date.parse(fixedNow)),
    ).toEqual([]);
  });

  it('thank, and give the service a frame with one place', () => {
    const shell = site.page('comments/shell/index.html').html;
    expect(shell.split('<!--comments-->')).toHaveLength(2);
    for (const page of ['shell', 'thanks', 'busy']) {
      expect(site.page(`comments/${page}/index.html`).html).toContain('<meta name="robots" content="noindex">');
    }
    const sitemap = textsOf(site.dist()).filter(({ file }) => file.startsWith('sitemap'));
    expect(sitemap.map(({ text }) => text).join()).not.toContain('comments');
  });
});
