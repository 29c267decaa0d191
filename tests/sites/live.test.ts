import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { config } from '../fixtures/sample/config.ts';
import { cacheRules, pathPattern } from '../../src/core/hosting/cache-rules.ts';
import { hostingDefaults } from '../../src/core/config/hosting.ts';
import { runScript } from '../support/command.ts';
import { differences, snapshotOf } from '../support/dist.ts';
import { checkFeed } from '../support/feed-rules.ts';
import { formatFindings } from '../support/finding.ts';
import { attributeOf, findAll, findParts, textOf } from '../support/html.ts';
import { validateHtml } from '../support/html-validator.ts';
import { articleFile, createMiniSite, type MiniSite } from '../support/mini-site.ts';

const page = 'news/snow/index.html';
const fragment = 'fragments/live/snow/index.html';
const now = '2026-11-22T12:00:00+03:30';
const text =
  'برف از بامداد می‌بارد.\n\n## 08:05 نخستین برف\n\nبرف به دربند رسید.\n\n## 09:10 * راه‌ها باز است\n\nبا زنجیر چرخ.\n';
const snow = (fields: Record<string, string> = { live: 'true' }, body = text): string =>
  articleFile({ title: 'برف در تهران', date: '"1405/09/01 07:00"', lead: 'شهر در برف', ...fields }, body);
const others = {
  'articles/metro.md': articleFile({ title: 'خط تازهٔ مترو', date: '1405/08/20' }),
  'articles/bridge.md': articleFile({ date: '1405/08/19' }),
};
const entriesOf = (site: MiniSite, path: string): string[] =>
  findAll(site.page(path).tree, 'article').flatMap((element) =>
    attributeOf(element, 'class')?.startsWith('live-entry') ? [attributeOf(element, 'id')!] : [],
  );

async function build(site: MiniSite, moment = now): Promise<Map<string, string>> {
  const { code, output } = await site.build({ now: moment });
  expect([code, output]).toEqual([0, expect.any(String)]);
  return snapshotOf(site.out);
}

it('an article that is no coverage has not a byte of it', async () => {
  const site = await createMiniSite({ ...others, 'articles/snow.md': snow({ live: 'false' }) });
  const files = [...(await build(site)).keys()];
  expect(files.filter((file) => /live/i.test(file))).toEqual([]);
  expect(readFileSync(join(site.out, '_headers'), 'utf8')).not.toContain('/fragments/live/');
  expect(site.page(page).html).not.toMatch(/live-|data-live|LiveBlogPosting/);
});

describe('live coverage', () => {
  let site: MiniSite;
  let before: Map<string, string>;
  beforeAll(async () => {
    site = await createMiniSite({ ...others, 'articles/snow.md': snow() });
    before = await build(site);
  });

  it('has its entries on the page and in a fragment, pinned ones before, then the newest', () => {
    const ids = ['t-0901-0910', 't-0901-0805'];
    expect([entriesOf(site, page), entriesOf(site, fragment)]).toEqual([ids, ids]);
    expect(findParts(site.page(page).tree, 'live-ended')).toEqual([]);
    const place = findAll(site.page(page).tree, 'div').find((each) => attributeOf(each, 'data-live'));
    expect([attributeOf(place!, 'data-live'), attributeOf(place!, 'aria-live')]).toEqual([
      '/fragments/live/snow/',
      'polite',
    ]);
    expect(textOf(site.page(page).tree)).toContain('پوشش زنده');
  });

  it('tells search engines its entries', () => {
    const data = findAll(site.page(page).tree, 'script')
      .filter((script) => attributeOf(script, 'type') === 'application/ld+json')
      .map((script) => JSON.parse(textOf(script)) as Record<string, unknown>)
      .find((each) => each['@type'] === 'LiveBlogPosting')!;
    expect(data).toMatchObject({
      coverageStartTime: '2026-11-22T07:00:00+03:30',
      dateModified: '2026-11-22T09:10:00+03:30',
      liveBlogUpdate: [
        { '@type': 'BlogPosting', headline: 'راه‌ها باز است', articleBody: 'با زنجیر چرخ.' },
        {
          headline: 'نخستین برف',
          datePublished: '2026-11-22T08:05:00+03:30',
          url: expect.stringMatching(/\/news\/snow\/#t-0901-0805$/),
        },
      ],
    });
  });

  it('has a script of 0.7 KB at most, which no other page loads', () => {
    const script = [...before.keys()].find((file) => /_astro\/LiveUpdates.*\.js$/.test(file));
    const code = readFileSync(join(site.out, script!));
    expect(code.toString()).not.toMatch(/\bimport\b|\bfrom\b/);
    expect(gzipSync(code).length).toBeLessThanOrEqual(0.7 * 1024);
    expect(site.page(page).html).toContain(script!);
    expect(site.page('news/metro/index.html').html).not.toMatch(/live\.|LiveUpdates/);
  });

  it('is valid HTML, and its feeds are valid', async () => {
    expect(formatFindings(await validateHtml([site.page(page), site.page(fragment)]))).toEqual([]);
    const feed = readFileSync(join(site.out, 'rss.xml'), 'utf8');
    expect(feed).toContain('نخستین برف');
    expect(checkFeed(feed, `${config.url}/rss.xml`, Date.parse(now))).toEqual([]);
  });

  it('grows by few files for an entry, and a build that knows nothing makes the same', async () => {
    await site.write({ 'articles/snow.md': snow(undefined, `${text}\n## 10:20\n\nنمک‌پاش‌ها رسیدند.\n`) });
    const after = await build(site);
    const changed = differences(before, after);
    expect(changed).toContain(fragment);
    expect(changed.filter((file) => file.startsWith('news/'))).toEqual([page]);
    const { code: again } = await site.build({ now });
    expect(again).toBe(0);
    // Not even the first one of an hour changes the index, which waits for the next article.
    const isIndex = (file: string): boolean => /^(?:pagefind|search)\//.test(file);
    expect(changed.filter(isIndex)).toEqual([]);
    expect(changed.length).toBeLessThanOrEqual(14);
    await site.write({
      'articles/snow.md': snow(undefined, `${text}\n## 10:20\n\nنمک‌پاش‌ها رسیدند.\n\n## 10:40\n\nخورشید.\n`),
    });
    const more = differences(after, await build(site));
    expect(more.filter(isIndex)).toEqual([]);
    expect([more.length, more.includes(fragment)]).toEqual([expect.any(Number), true]);
    expect(more.length).toBeLessThanOrEqual(14);
    await site.write({ 'articles/snow.md': snow(undefined, `${text}\n## 10:20\n\nنمک‌پاش‌ها رسیدند.\n`) });
    expect(differences(after, await build(site))).toEqual([]);
    expect(entriesOf(site, fragment)).toEqual(['t-0901-0910', 't-0901-1020', 't-0901-0805']);
    const { code } = await site.build({ args: ['--clean'], now });
    expect([code, differences(after, snapshotOf(site.out))]).toEqual([0, []]);
    await site.write({ 'articles/snow.md': snow() });
    expect(differences(before, await build(site))).toEqual([]);
  });

  it('costs no file and no script once it has ended, with no change but the time', async () => {
    const after = await build(site, '2026-11-23T09:11:00+03:30');
    expect(differences(before, after)).toEqual(
      expect.arrayContaining([fragment, page, '_headers', expect.stringMatching(/LiveUpdates/)]),
    );
    expect([existsSync(join(site.out, fragment)), entriesOf(site, page).length]).toEqual([false, 2]);
    expect(textOf(findParts(site.page(page).tree, 'live-ended')[0]!)).toContain('پایان پوشش');
    // Lists call it the same before and after.
    expect(site.page(page).html).not.toContain('پوشش زنده');
    expect(textOf(site.page('latest/index.html').tree)).toContain('+ لحظه به لحظه');
    expect(site.page(page).html).not.toMatch(/data-live|LiveUpdates/);
    expect(differences(before, await build(site))).toEqual([]);
  });

  it('ends when it says', async () => {
    await site.write({ 'articles/snow.md': snow({ live: '{from: "1405/09/01 07:00", to: "1405/09/01 11:00"}' }) });
    await build(site);
    expect(existsSync(join(site.out, fragment))).toBe(false);
    expect(site.page(page).html).toContain('"coverageEndTime":"2026-11-22T11:00:00+03:30"');
    await build(site, '2026-11-22T10:59:00+03:30');
    expect(existsSync(join(site.out, fragment))).toBe(true);
  });

  it('may be told by the type alone, once there are entries', async () => {
    await site.write({ 'articles/snow.md': snow({ type: 'live' }) });
    await build(site);
    expect(existsSync(join(site.out, fragment))).toBe(true);
    // Links to the headings as they were.
    expect(site.page(page).html).toContain('id="08-05-نخستین-برف"');
    await site.write({ 'articles/snow.md': snow({ type: 'زنده' }, 'متن.\n\n## یک\n\nمتن.') });
    await build(site);
    expect(existsSync(join(site.out, fragment))).toBe(false);
    expect(site.page(page).html).not.toContain('live-entries');
  });
});

describe('npm run live', () => {
  const file = (site: MiniSite): string => readFileSync(join(site.content, 'articles/snow.md'), 'utf8');
  const run = (site: MiniSite, ...args: string[]): ReturnType<typeof runScript> =>
    runScript('live', [
      ...args,
      '--content',
      site.content,
      '--out',
      site.out,
      '--config',
      join(site.folder, 'config.mjs'),
      '--now',
      now,
      '--lang',
      'en',
    ]);

  it('adds an entry and builds', async () => {
    const site = await createMiniSite({ ...others, 'articles/snow.md': snow() });
    await build(site);
    const { code, output } = await run(site, 'snow', '۱۱:۳۰ مدرسه‌ها باز است', 'آموزگاران در کلاس‌اند.');
    expect([code, output]).toEqual([0, expect.stringContaining('11:30')]);
    expect(file(site)).toBe(`${snow().trimEnd()}\n\n## 11:30 مدرسه‌ها باز است\n\nآموزگاران در کلاس‌اند.\n`);
    expect(entriesOf(site, fragment)).toEqual(['t-0901-0910', 't-0901-1130', 't-0901-0805']);
    await run(site, 'articles/snow.md', '--pin', 'اکنون', '--no-build');
    expect(file(site)).toMatch(/\n\n## 12:00 \* اکنون\n$/);
  });

  it.each([
    ['no entry', ['snow'], /Expected an article and an entry/],
    ['an unknown article', ['snov', 'متن'], /no article «snov».*«snow»/],
    ['an article that is none', ['metro', 'متن'], /metro\.md is no live coverage/],
    ['a coverage that has ended', ['old', 'متن'], /old\.md has ended: 1405\/08\/20/],
    ['an impossible time', ['snow', '25:10 متن'], /no such time: «25:10»/],
    ['a time alone', ['snow', '11:10'], /Expected the entry/],
    ['an article with problems', ['faulty', 'متن'], /faulty\.md has problems/],
  ])('refuses %s, and writes nothing', async (_, args, message) => {
    const site = await createMiniSite({
      ...others,
      'articles/snow.md': snow(),
      'articles/old.md': snow({ date: '1405/08/19', live: '{to: 1405/08/20}' }),
      'articles/faulty.md': snow({ date: 'فردا' }),
    });
    const { code, output } = await run(site, ...args);
    expect([code, output]).toEqual([2, expect.stringMatching(message)]);
    expect([file(site), existsSync(site.out)]).toEqual([snow(), false]);
  });
});

it('no path of the fragments has two cache rules', () => {
  for (const hasLive of [true, false]) {
    const rules = cacheRules(hostingDefaults, { hasLive });
    for (const path of [
      '/fragments/latest/',
      '/fragments/popular/',
      '/fragments/live/snow/',
      '/fragments/live/a/index.html',
    ]) {
      const found = rules.filter((rule) => new RegExp(`^${pathPattern(rule.path)}`).test(path));
      expect([path, found.length]).toEqual([path, 1]);
      if (hasLive && path.includes('/live/')) {
        expect(found[0]!.value).toBe('public, max-age=10, stale-while-revalidate=30');
      }
    }
  }
});
