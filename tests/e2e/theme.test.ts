import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { contrastOf, textContrast } from '../../src/core/colours/contrast.ts';
import { node, plainEnvironment } from '../support/command.ts';
import { openDist, readDist } from '../support/dist.ts';
import { repository } from '../support/folders.ts';
import { freePort } from '../support/free-port.ts';
import { sampleFlags } from '../support/sample.ts';
import { connectBrowser, newProfile, screens } from './browser.ts';

/** By what each component is recognised on the page. */
const marks: Readonly<Record<string, string>> = {
  Appearance: 'details[data-appearance] input[value="dark"]',
  ArticleImage: 'picture > img[width="1600"]',
  AudioFigure: 'figure.audio audio',
  Breadcrumbs: 'nav.breadcrumbs li a',
  Byline: '.article-meta .byline a[rel="author"]',
  Calendar: '.calendar td a',
  Card: 'article.card',
  CardByline: '.card-byline img',
  Comment: '.comment-ours bdi',
  CommentForm: '.comment-form textarea',
  Comments: '.comment-pages a',
  CorrectionList: '.corrections time',
  Footer: 'footer.footer',
  HeadlineLink: '.headline .label + a',
  Hero: 'figure.hero figcaption .credit',
  HomeBlock: 'section.home-block',
  Icon: 'svg.icon-mail',
  LatestLink: '[data-fragment]',
  LatestList: 'ol.timeline time',
  LiveState: '.live-ended',
  Masthead: 'header.masthead',
  Menu: '.menu a[aria-current]',
  Neighbours: '.neighbour-previous a',
  NewsTime: 'time[data-relative]',
  PageLinks: '.footer nav a',
  PagerNav: '.pager .pager-here',
  PlainText: '.headline a bdi[dir="ltr"]',
  PrintAddress: '.print-address bdi',
  PopularLink: '[data-part="popular"]',
  Profile: '.profile-role',
  RankedList: 'ol.ranking li',
  SearchForm: '#theme-search',
  ShareBar: '.share [data-share="copy"]',
  SourceLine: '.source-home a',
  StoryList: 'ul.stories a',
  TableOfContents: '.contents ol a',
  TagLinks: '.tags a[rel="tag"]',
  TermList: '.terms .count',
  VideoFigure: 'figure.video [data-embed]',
  Wordmark: '.brand-mark',
};
/** Components that can't be seen, with the reason. */
const unseen: Readonly<Record<string, string>> = {
  LiveUpdates: 'a script, and a place for what it offers',
  GalleryScript: 'a script; its work is seen at the gallery',
  JsonLd: 'data for search engines',
  OldAddresses: 'a script that leads away from the page',
  Policy: 'the live preview has no policy, since Vite adds scripts',
  SearchScript: 'a script of the search page',
};
const sizes = ['lead', 'tier', 'headline', 'feature', 'photo', 'opinion', 'row', 'compact'];
/** What is seen besides components. */
const others = [
  ...sizes.map((size) => `.card-${size}`),
  ...['lead', 'three', 'list', 'photos', 'opinion'].map((layout) => `.home-block.block-${layout}`),
  ...[0, 1, 2].map((accent) => `.theme-accents .accent-${accent}`),
  ...[1, 2, 3, 4].map((level) => `.theme-h${level}`),
  ...'table blockquote pre ol figure.gallery'.split(' ').map((part) => `.prose ${part}`),
  ...'.footnotes .label-breaking .label-exclusive .breaking .list-empty .sheet .theme-swatch .comment-removed .comments-closed .save .shelf'.split(
    ' ',
  ),
];

let server: ChildProcess;
let browser: Browser;
let origin: string;
beforeAll(async () => {
  const port = await freePort();
  origin = `http://localhost:${port}`;
  const args = [join(repository, 'scripts/dev.ts'), ...sampleFlags('dev'), '--port', String(port)];
  server = spawn(node, args, { cwd: repository, env: plainEnvironment(), stdio: 'ignore' });
  browser = await connectBrowser();
});
afterAll(async () => {
  await browser?.close();
  const ended = server && once(server, 'exit');
  server?.kill();
  await ended;
});

describe('the theme page', () => {
  it('shows every component, but for those that can’t be seen', async () => {
    const names = readdirSync(join(repository, 'src/components')).filter((name) => name.endsWith('.astro'));
    const known = [...Object.keys(marks), ...Object.keys(unseen)].map((name) => `${name}.astro`);
    expect(known.toSorted()).toEqual(names.toSorted());
    const page = await open('desktop');
    for (const [name, mark] of Object.entries(marks))
      expect([name, await page.locator(mark).count()]).not.toEqual([name, 0]);
    for (const mark of others) expect([mark, await page.locator(mark).count()]).not.toEqual([mark, 0]);
    await page.close();
  });

  it.each(['phone', 'desktop'] as const)(
    'fits on a %s, with its pictures, and turns dark by «نمایش»',
    async (screen) => {
      const page = await open(screen);
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
      const paper = (): Promise<string> =>
        page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
      const light = await paper();
      await page.locator('[data-appearance] summary').click();
      await page.getByLabel('تیره', { exact: true }).check();
      await expect.poll(paper).not.toBe(light);
      const picture = page.locator('.hero img').first();
      await picture.scrollIntoViewIfNeeded();
      await expect.poll(() => picture.evaluate((image) => (image as HTMLImageElement).naturalWidth)).toBe(1600);
      await page.close();
    },
  );

  it('has legible sections on the dark wall of photo stories, in the light scheme as well', async () => {
    const page = await open('desktop');
    const names = page.locator('.block-photos .section-name');
    const colours = await names.evaluateAll((all) => all.map((name) => getComputedStyle(name).color));
    expect(colours.length).toBeGreaterThan(1);
    const wall = await page.locator('.block-photos').evaluate((block) => getComputedStyle(block).backgroundColor);
    for (const colour of colours) expect(contrastOf(colour, wall), colour).toBeGreaterThanOrEqual(textContrast);
    await page.close();
  });

  it('is in no built site', () => {
    const dist = openDist(inject('sampleSite'));
    expect(dist.files.filter((file) => file.includes('theme'))).toEqual([]);
    const texts = dist.files.filter((file) => /\.(?:html|js|css|xml|txt|json)$/.test(file));
    expect(texts.filter((file) => /_theme|theme-swatch/.test(readDist(dist, file).toString()))).toEqual([]);
  });
});

async function open(screen: keyof typeof screens): Promise<Page> {
  await expect.poll(() => statusOf('/_theme/')).toBe(200);
  const profile = await newProfile(browser, { viewport: screens[screen], colorScheme: 'light' });
  const page = await profile.newPage();
  await page.goto(`${origin}/_theme/`);
  return page;
}

function statusOf(path: string): Promise<number> {
  return fetch(origin + path).then(
    ({ status }) => status,
    () => 0,
  );
}
