import type { Page } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { articleFile, createMiniSite } from '../support/mini-site.ts';
import { openDist } from '../support/dist.ts';
import { createRandom, type Random } from '../support/random.ts';
import { useSiteBrowser } from './browser.ts';
import { kindsOfPage, outside } from './kinds.ts';

const seed = Number(process.env['SEED'] ?? 14050910);
const random = createRandom(seed);
const alphabets = ['ابپتجحدرزسشعفقکگلمنوهی', 'سشمن', 'آادرزو', 'abcdefghijklmnopqrstuvwxyz', 'WM', '۰۱۲۳۴۵۶۷۸۹'];

/** Make a word without any place where it may break, of one alphabet. */
function makeWord({ pick }: Random, length: number): string {
  const letters = [...pick(alphabets)];
  return Array.from({ length }, () => pick(letters)).join('');
}
const word = (): string => makeWord(random, 240);
const hashtag = (): string => `#${makeWord(random, 66)}`;
const slug = makeWord(random, 66);
const author = `${makeWord(random, 66)} ${makeWord(random, 66)}`;

const fields = (date: string, more: Record<string, string> = {}): Record<string, string> => ({
  title: `"${hashtag()} و ${word()}"`,
  kicker: `"${word()}"`,
  lead: `"${word()} و ${hashtag()}"`,
  dateline: `"${makeWord(random, 66)}"`,
  date,
  section: 'جامعه',
  authors: `["${author}"]`,
  source: `{name: "${makeWord(random, 66)}", url: "https://kavosh.example/${word()}/"}`,
  tags: `["${makeWord(random, 66)}", "${makeWord(random, 66)}", شهر]`,
  image: `{src: /images/city.svg, alt: "${word()}", caption: "${word()}", credit: "${word()}"}`,
  video: `{url: "https://www.aparat.com/v/abc", title: "${word()}"}`,
  corrections: `[{date: ${date}, text: "${word()} و ${hashtag()}"}]`,
  ...more,
});

const body = (): string => `${hashtag()} ${word()}

## ${word()}

### ${hashtag()}

- ${word()}
  - ${word()}
    1. ${word()}

- [x] ${word()}

> ${word()}

| ${word()} | ${hashtag()} | سه |
|:-----|:----:|------:|
| ${word()} | ۴ | ${word()} |

![${word()}](/images/chart.svg "${word()} | ${word()}")

![شهر](/images/city.svg "${word()}")

\`${word()}\` و [${word()}](https://example.org/${word()}) و https://example.org/${word()} و **${word()}**[^1]

\`\`\`js
const ${word()} = 1;
\`\`\`

\`\`\`شعر
${word()} / ${word()}
\`\`\`

<details><summary>${word()}</summary>${word()}</details>

<figure><blockquote>${word()}</blockquote><figcaption>${word()}</figcaption></figure>

## ${hashtag()}

## ${word()}

$$ ${makeWord(random, 66).replace(/[^a-z]/gi, 'x')} + \\frac{1}{2} $$

[^1]: ${word()}.

${'متن بلند خبر. '.repeat(400)}`;

const site = useSiteBrowser(async () => {
  const mini = await createMiniSite(
    {
      [`articles/${slug}.md`]: articleFile(fields('"1404/07/24 10:30"', { picked: 'true', label: 'breaking' }), body()),
      'articles/opinion.md': articleFile(fields('1404/07/23', { type: 'opinion', related: `[${slug}]` }), body()),
      'articles/photo.md': articleFile(fields('1404/07/22', { type: 'photo' }), body()),
      ...Object.fromEntries(
        Array.from({ length: 30 }, (_, index) => [
          `articles/other-${index}.md`,
          articleFile(fields(`1404/06/${String((index % 29) + 1).padStart(2, '0')}`, { picked: String(index < 5) })),
        ]),
      ),
      'pages/about.md': `---\ntitle: "${word()}"\nlead: "${hashtag()}"\n---\n\n${body()}\n`,
      'authors/one.md': `---\nname: "${author}"\nrole: "${word()}"\n---\n\n${word()}\n`,
    },
    { sizes: { page: 10, feed: 30, related: 5, picks: 5, latest: 10 } },
  );
  const { code, output } = await mini.build();
  expect(code, output).toBe(0);
  const dist = mini.dist();
  const first = (pattern: RegExp): string =>
    `/${dist.files.find((file) => pattern.test(file))!.replace('index.html', '')}`;
  paths = [
    '/',
    `/news/${slug}/`,
    '/news/opinion/',
    '/news/photo/',
    '/latest/',
    first(/^latest\/page\/\d+\/index\.html$/),
    '/sections/',
    '/sections/society/',
    '/tags/',
    first(/^tags\/(?!شهر)[^/]+\/index\.html$/),
    '/sources/',
    first(/^sources\/[^/]+\/index\.html$/),
    '/authors/',
    first(/^authors\/[^/]+\/index\.html$/),
    '/archive/',
    '/archive/1404/',
    '/archive/1404/06/',
    '/search/',
    `/search/?q=${encodeURIComponent(word())}`,
    `/search/?q=${encodeURIComponent(slug)}`,
    `/search/?q=${encodeURIComponent('شهر')}`,
    '/feeds/',
    '/corrections/',
    '/about/',
    '/404.html',
    '/rss.xml',
    first(/^authors\/[^/]+\/rss\.xml$/),
  ];
  return mini.out;
});
let paths: string[] = [];

/** List how far a page is wider than its screen, and what hangs out of it. */
async function tooWide(page: Page): Promise<string[]> {
  const width = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  return width > 0 ? [`${width} px too wide`, ...(await page.evaluate(outside)).slice(0, 5)] : [];
}

const sizes = ['', 'larger'];

async function widthsOf(page: Page): Promise<string[]> {
  await page.evaluate(() => document.fonts.ready);
  const found: string[] = [];
  for (const size of sizes) {
    await page.evaluate((chosen) => document.documentElement.setAttribute('data-text-size', chosen), size);
    found.push(...(await tooWide(page)).map((line) => `${size} ${line}`));
  }
  return found;
}

describe('no page is wider than a screen of 320 px, with the largest text too', () => {
  it(`whatever words it holds (SEED=${seed})`, async () => {
    const { page, close } = await site.open('/404.html', { viewport: { width: 320, height: 640 } });
    const found: Record<string, string[]> = {};
    for (const path of paths) {
      await page.goto(site.origin() + path.split('/').map(encodePart).join('/'));
      if (path.includes('?q='))
        await page.waitForFunction(
          () => document.querySelector('[data-part=results]')?.ariaBusy === 'false',
          undefined,
          {
            polling: 50,
          },
        );
      const wide = await widthsOf(page);
      if (wide.length > 0) found[path.slice(0, 60)] = wide;
    }
    expect(found).toEqual({});
    await close();
  });

  const sample = useSiteBrowser();
  it('of the sample', async () => {
    const { page, close } = await sample.open('/404.html', { viewport: { width: 320, height: 640 } });
    const found: Record<string, string[]> = {};
    for (const [kind, path] of Object.entries(kindsOfPage(openDist(inject('sampleSite'))))) {
      await page.goto(sample.origin() + path);
      const wide = await widthsOf(page);
      if (wide.length > 0) found[kind] = wide;
    }
    expect(found).toEqual({});
    await close();
  });
});

function encodePart(part: string): string {
  return part.startsWith('?') ? part : encodeURIComponent(decodeURIComponent(part));
}
