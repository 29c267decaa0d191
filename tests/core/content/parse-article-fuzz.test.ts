import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { config } from '../../fixtures/sample/config.ts';
import { articleFields } from '../../../src/core/content/fields.ts';
import { buildSite } from '../../../src/core/site/build-site.ts';
import { formatDate, parseDate } from '../../../src/core/dates/news-date.ts';
import { siteFeed } from '../../../src/core/feeds/rss.ts';
import { parseFrontMatter } from '../../../src/core/content/front-matter.ts';
import { createMarkdownRenderer } from '../../../src/core/markdown/render.ts';
import { newsArticle, writeJsonLd } from '../../../src/core/views/structured-data.ts';
import { parseArticle, type ParsedArticle } from '../../../src/core/content/parse-article.ts';
import { formatProblem } from '../../../src/core/problems/problem.ts';
import { shareLinks } from '../../../src/core/views/share-links.ts';
import { isSafeSvg } from '../../../src/core/pictures/svg-safety.ts';
import { createUrls } from '../../../src/core/urls.ts';
import { relatedFeatures } from '../../../src/core/related/features.ts';
import { countRuns } from '../../support/runs.ts';

const seed = Number(process.env['SEED'] ?? 14050905);
const numRuns = countRuns(100, 2000);
const render = createMarkdownRenderer({ urls: createUrls(config.url) });
const picture = { src: '/a.png', width: 1, height: 1 };
const context = {
  config,
  render,
  findImage: (src: string) => (src.includes('a') ? picture : undefined),
  findFile: (src: string) => (src.includes('a') ? { src: '/a.mp4', bytes: 1 } : undefined),
};

const texts = fc.oneof(
  { weight: 3, arbitrary: fc.string({ unit: 'binary', maxLength: 12 }) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      ...'__proto__ constructor toString con nul .. / // \\ <script> "> \' ]]> &amp; \uD800 \u202E \u2028 \0 %00 true ~ 1404/07/24 2025-02-30 javascript:alert(1) https://a@b/ https://youtu.be/abcdefghijk a.jpg a.mp4 /x /x.html /rss.xml/x'.split(
        ' ',
      ),
    ),
  },
);
const values: fc.Arbitrary<unknown> = fc.oneof(
  { maxDepth: 3 },
  texts,
  fc.array(texts, { maxLength: 3 }),
  fc.dictionary(
    fc.oneof(texts, fc.constantFrom(...'name url src alt title date text poster caption'.split(' '))),
    texts,
    { maxKeys: 3 },
  ),
  fc.array(fc.dictionary(fc.constantFrom('date', 'text'), texts), { maxLength: 2 }),
);
const sound = { title: 'خبر', date: '1404/07/24', tags: ['شهر'], source: 'روزنگار' };
const fields = fc
  .dictionary(fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...Object.keys(articleFields.shape)) }, texts), values, {
    maxKeys: 8,
  })
  // YAML reads JSON.
  .map((more) => JSON.stringify({ ...sound, ...more }));
const scraps = fc.constantFrom(
  ...'title: date: tags: [ ] { } - ? : , & * & &a *a !!js !x | > # \' " % @ ` --- ... <<: \\ ~ \uFEFF \r \u2028 \u0000 a ک'.split(
    ' ',
  ),
  ' ',
  '  ',
  '\n',
  '\t',
);
const yaml = fc
  .array(fc.oneof({ weight: 5, arbitrary: scraps }, texts), { maxLength: 30 })
  .map((parts) => parts.join(''));
const files = fc
  .tuple(
    fc.oneof(
      fields,
      yaml,
      fc.tuple(fields, yaml).map((both) => both.join('\n')),
    ),
    texts,
  )
  .map(([front, body]) => `---\n${front}\n---\n\nمتن. ${body}`);
// oxlint-disable-next-line no-control-regex
const controls = /[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]/;

function read(text: string): ParsedArticle {
  return parseArticle({ path: 'content/articles/x.md', text }, context);
}

describe(`any file (seed ${seed})`, () => {
  it('is an article or has problems that can be formatted, and never throws', () => {
    fc.assert(
      fc.property(fc.oneof(files, texts), (text) => {
        const { article, problems } = read(text);
        expect(article === undefined).toBe(problems.length > 0);
        for (const problem of problems) {
          expect(problem.line).toBeGreaterThan(0);
          for (const language of ['fa', 'en'] as const)
            expect(controls.exec(formatProblem(problem, language))).toBeNull();
        }
      }),
      { seed, numRuns },
    );
  });

  it('has front matter without foreign prototypes', () => {
    fc.assert(
      fc.property(files, (text) => {
        const parsed = parseFrontMatter(text);
        if ('problem' in parsed) return;
        expect(Object.getPrototypeOf(parsed.frontMatter.data)).toBe(Object.prototype);
        expect(({} as Record<string, unknown>)['isAdmin']).toBeUndefined();
      }),
      { seed, numRuns },
    );
  });

  it('if it is an article, makes a site, a feed, data and links', async () => {
    await fc.assert(
      fc.asyncProperty(files, async (text) => {
        const { article } = read(text);
        if (!article) return;
        const articles = [{ ...article, features: relatedFeatures({ ...article, text: article.body.text }) }];
        const { site } = buildSite({ config, articles, pages: [], files: [], now: Date.UTC(2100, 0, 1) } as never);
        const [shown] = site.articles;
        if (!shown) return;
        // oxlint-disable-next-line no-control-regex
        expect(await siteFeed(site)).not.toMatch(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|<script/);
        const data = writeJsonLd(newsArticle(site, shown));
        expect(data).not.toMatch(/[<\u2028\u2029]/);
        expect(JSON.parse(data)).toBeTypeOf('object');
        for (const { href } of shareLinks(site.urls.absolute(shown.url), shown.title))
          expect(URL.canParse(href)).toBe(true);
      }),
      { seed, numRuns: numRuns / 2 },
    );
  });

  it('if it is an article, has only addresses of the web and of the site', () => {
    fc.assert(
      fc.property(files, (text) => {
        const { article } = read(text);
        const { image, video, source, aliases = [] } = article ?? {};
        for (const url of [image?.src, video?.src, video?.url, video?.poster, source?.url]) {
          if (url !== undefined) expect(url).toMatch(/^(?:https?:\/\/[^@]*|\/(?!\/).*)$/);
        }
        for (const { path } of aliases) expect(path).toMatch(/^(?:\/(?!\.\.?(?:\/|$))[^/]+)+\/?$/);
      }),
      { seed, numRuns },
    );
  });
});

describe(`any text (seed ${seed})`, () => {
  const digits = fc.constantFrom(...'0 1 2 9 ۱ ۴ ٤ / - : . T Z + W ق.ظ مهر پنجشنبه 1404 2025 12 31 30'.split(' '), ' ');
  const dates = fc
    .array(fc.oneof({ weight: 6, arbitrary: digits }, texts), { maxLength: 12 })
    .map((parts) => parts.join(''));

  it('is a date that can be formatted, or none', () => {
    fc.assert(
      fc.property(dates, (text) => {
        const date = parseDate(text);
        if (typeof date === 'string') return;
        expect(Number.isFinite(date.epoch)).toBe(true);
        expect(Date.parse(date.iso)).toBe(date.epoch);
        expect(formatDate(date)).toMatch(/[۰-۹]/);
      }),
      { seed, numRuns: numRuns * 5 },
    );
  });

  it('is a safe SVG or not, and never throws', () => {
    const tags = fc.constantFrom(
      ...'<svg > /> </svg> <g <script <style> </style> <!-- --> <![CDATA[ ]]> <?xml ?> <!DOCTYPE [ ] href= onload= xmlns= " \' url( & &#x61; : \\ @import'.split(
        ' ',
      ),
      ' ',
    );
    const drawings = fc
      .array(fc.oneof({ weight: 5, arbitrary: tags }, texts), { maxLength: 20 })
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(drawings, (text) => {
        const isSafe = isSafeSvg(new TextEncoder().encode(text));
        if (isSafe) expect(text).not.toMatch(/<script|<[^<>]*\sonload\s*=|<\?(?!xml)|<!DOCTYPE[^>]*\[/);
      }),
      { seed, numRuns: numRuns * 5 },
    );
  });
});
