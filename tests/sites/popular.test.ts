import { beforeAll, describe, expect, it } from 'vitest';
import { differences, snapshotOf, textsOf } from '../support/dist.ts';
import { fixedNow } from '../support/command.ts';
import { attributeOf, findAll, findParts, textOf } from '../support/html.ts';
import { formatFindings } from '../support/finding.ts';
import { validateHtml } from '../support/html-validator.ts';
import { articleFile, createMiniSite, type MiniSite } from '../support/mini-site.ts';

const titles = { a: 'خبر یکم', b: 'خبر دوم', c: 'خبر سوم', d: 'خبر چهارم', off: 'آگهی' };
const articles = Object.fromEntries(
  Object.entries(titles).map(([slug, title]) => [
    `articles/${slug}.md`,
    articleFile({ title, date: '1405/08/20', ...(slug === 'off' && { popular: 'false' }) }),
  ]),
);
const listOf = (...slugs: string[]): string => JSON.stringify({ at: fixedNow, articles: slugs });
const fragment = 'fragments/popular/index.html';

async function build(site: MiniSite): Promise<Map<string, string>> {
  const { code, output } = await site.build();
  expect([code, output]).toEqual([0, expect.any(String)]);
  return snapshotOf(site.out);
}
const rankingOf = (site: MiniSite, page: string): string[] =>
  findAll(site.page(page).tree, 'ol').flatMap((list) =>
    attributeOf(list, 'class') === 'ranking'
      ? findAll(list, 'li').map((item) => `${attributeOf(item, 'value')} ${textOf(item).trim()}`)
      : [],
  );

describe('a site without a list of the most read', () => {
  it('has not a byte of it', async () => {
    const site = await createMiniSite(articles);
    const before = await build(site);
    const texts = textsOf(site.dist()).filter(({ file }) => /^(?!pagefind).*\.(?:html|css|js|txt)$/.test(file));
    expect(
      texts.filter(({ text }) => /popular|class="ranking|\.ranking|پربازدید/.test(text)).map(({ file }) => file),
    ).toEqual([]);
    // A list of few is none.
    await site.write({ 'popular.json': listOf('a', 'b', 'off', 'gone') });
    expect(differences(before, await build(site))).toEqual([]);
  });
});

describe('the most read articles', () => {
  let site: MiniSite;
  let before: Map<string, string>;
  beforeAll(async () => {
    site = await createMiniSite({ ...articles, 'popular.json': listOf('c', 'gone', 'off', 'a', 'b') });
    before = await build(site);
  });

  it('are a ranking on the front page, whatever is above it, and a fragment for articles', () => {
    const ranking = ['1 خبر سوم', '2 خبر یکم', '3 خبر دوم'];
    expect([rankingOf(site, 'index.html'), rankingOf(site, fragment)]).toEqual([ranking, ranking]);
    const [place] = findParts(site.page('news/a/index.html').tree, 'popular');
    expect(attributeOf(place!, 'data-fragment')).toBe('/fragments/popular/');
  });

  it('change the front page and the fragment only, and a build that knows nothing makes the same', async () => {
    await site.write({ 'popular.json': listOf('a', 'c', 'b', 'd') });
    const after = await build(site);
    expect(differences(before, after)).toEqual([fragment, 'index.html']);
    const { code } = await site.build({ args: ['--clean'] });
    expect([code, differences(after, snapshotOf(site.out))]).toEqual([0, []]);
    await site.write({ 'popular.json': listOf('c', 'gone', 'off', 'a', 'b') });
    expect(differences(before, await build(site))).toEqual([]);
  });

  it('take the place and number that editors give them', async () => {
    await site.write({ 'front.yml': 'blocks:\n  - latest\n  - {popular: true, count: 2, title: خوانده‌ترین‌ها}\n' });
    await build(site);
    expect(rankingOf(site, 'index.html')).toEqual(['1 خبر سوم', '2 خبر یکم']);
    expect(textOf(site.page('index.html').tree)).toContain('خوانده‌ترین‌ها');
    await site.write({ 'front.yml': 'blocks:\n  - latest\n' });
    await build(site);
    expect(rankingOf(site, 'index.html')).toEqual([]);
  });

  it('are valid HTML', async () => {
    await site.write({ 'front.yml': 'blocks:\n  - popular\n' });
    await build(site);
    const pages = ['index.html', fragment, 'news/a/index.html'].map((path) => site.page(path));
    expect(formatFindings(await validateHtml(pages))).toEqual([]);
  });

  it('are a problem where the file is no list', async () => {
    await site.write({ 'popular.json': '["a"]' });
    const { code, output } = await site.build();
    expect([code, output]).toEqual([1, expect.stringContaining('popular.json:1:1')]);
  });
});
