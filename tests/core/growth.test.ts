import { describe, expect, inject, it } from 'vitest';
import { loadOrthography } from '../../src/engine/proofread/dictionary.ts';
import { config } from '../fixtures/sample/config.ts';
import { parseDate } from '../../src/core/dates/news-date.ts';
import { parseFrontMatter } from '../../src/core/content/front-matter.ts';
import { escapeMarkdown } from '../../src/core/import/escape-markdown.ts';
import { dropDeadLinks } from '../../src/core/import/archive/dead-links.ts';
import { json } from '../../src/core/import/json/json.ts';
import { parsePageText } from '../../src/core/import/page.ts';
import { exportFormats } from '../../src/core/import/exports/formats.ts';
import { createArchiveSurvey } from '../../src/core/import/wordpress/archive.ts';
import { markParagraphs } from '../../src/core/import/wordpress/autop.ts';
import { readContent } from '../../src/core/import/wordpress/content.ts';
import { expandShortcodes } from '../../src/core/import/wordpress/shortcodes.ts';
import { loadFormulaWriter } from '../../src/engine/content/formulas.ts';
import { createMarkdownRenderer } from '../../src/core/markdown/render.ts';
import { proseOf } from '../../src/core/markdown/prose.ts';
import { parseArticle } from '../../src/core/content/parse-article.ts';
import { foldKey, truncateText } from '../../src/core/text/persian.ts';
import { proofread } from '../../src/core/proofreading/proofread.ts';
import { relatedFeatures } from '../../src/core/related/features.ts';
import { excerptOf } from '../../src/core/search/excerpt.ts';
import { parseQuery } from '../../src/core/search/query.ts';
import { findTerms } from '../../src/core/words/words.ts';
import { cutSlug, slugify } from '../../src/core/text/slug.ts';
import { isSafeSvg } from '../../src/core/pictures/svg-safety.ts';
import { createUrls } from '../../src/core/urls.ts';
import { articleFile } from '../support/mini-site.ts';
import { pieces } from '../support/slow-pieces.ts';
import { workOf, worksOf } from '../support/work.ts';

const render = createMarkdownRenderer({ urls: createUrls(config.url), loadFormulaWriter });
const context = { config, render, findImage: () => undefined, findFile: () => undefined };
const importing = { file: 'x', sections: config.sections, defaults: { source: 'x' } };
const archive = createArchiveSurvey().archive();
const orthography = loadOrthography({ off: [], words: [] });
const quoted = (text: string): string => JSON.stringify(text);
const read = (text: string): unknown => parseArticle({ path: 'x.md', text }, context);

const readers: Readonly<Record<string, (text: string) => unknown>> = {
  'a body': render,
  'a link': (text) => render(`[a](<${text}>)`),
  'a caption': (text) => render(`![a](https://example.org/a.png "${text}")`),
  'a date': parseDate,
  prose: proseOf,
  'a slug': (text) => cutSlug(slugify(text), 200),
  'a key': foldKey,
  'what is cut': (text) => truncateText(text, text.length - 1),
  'a text to proofread': (text) => proofread({ path: 'x.md', text: articleFile({}, text) }, orthography),
  'terms to search': findTerms,
  'a question': parseQuery,
  'an excerpt': (text) => excerptOf(text, new Map([['ا', 1]])),
  'related features': (text) => relatedFeatures({ title: text, lead: text, text, tags: [text] }),
  'a page to import': (text) => parsePageText(text, importing),
  'a record to import': (text) =>
    Array.from(
      json.read(`${JSON.stringify({ title: text, date: '1404/07/24', tags: text, source: text, body: text })}\n`, {
        file: 'x.jsonl',
      }).records,
    ),
  'an export in JSON': (text) => {
    const post = { title: text, html: text, lexical: text, date: text, tags: text, text, body: text, link: text };
    const whole = { type: 'public_channel', posts: [post], messages: [{ ...post, type: 'message', photo: text }] };
    for (const format of exportFormats) readAllOf(format, JSON.stringify(whole));
  },
  'an export in XML': (text) => {
    const safe = text.replaceAll('<', '&lt;');
    const item = ['title', 'link', 'pubDate', 'category', 'description', 'guid'].map(
      (name) => `<${name}>${safe}</${name}>`,
    );
    for (const format of exportFormats)
      readAllOf(format, `<rss><channel><item>${item.join('')}${text}</item></channel></rss>`);
  },
  'a classic post to import': markParagraphs,
  'shortcodes to import': (text) => expandShortcodes(text, { attachment: () => undefined, attached: [] }),
  'links to import': (text) => dropDeadLinks(`${text} [a](b.md)`, new Set()),
  'blocks to import': (text) => readContent(text, text, { archive, id: '1' }),
  'markdown to escape': escapeMarkdown,
  'an SVG': (text) => isSafeSvg(new TextEncoder().encode(`<svg xmlns="http://www.w3.org/2000/svg">${text}`)),
};

/** What is read in front matter, whose length is limited. */
const fieldReaders: Readonly<Record<string, (text: string) => unknown>> = {
  'raw front matter': (text) => parseFrontMatter(`---\n${text}\n---\nx`),
  'a field': (text) => read(articleFile({ kicker: quoted(text) })),
  'a tag': (text) => read(articleFile({ tags: `[${quoted(text)}]` })),
  tags: (text) => read(articleFile({ tags: quoted(text) })),
  'an alias': (text) => read(articleFile({ aliases: `[${quoted(`/${text}`)}]` })),
  'the address of a source': (text) => read(articleFile({ source: `{name: a, url: ${quoted(`https://a/${text}`)}}` })),
  'a picture’s name': (text) => read(articleFile({ image: `{src: ${quoted(text)}, alt: a}` })),
};

function readAllOf(format: (typeof exportFormats)[number], text: string): number {
  return [...format.read(text, { file: 'x' }).records].length;
}

/** A piece that is repeated, and the tail that keeps a parser from matching to its end. */
interface Pattern {
  piece: string;
  tail: string;
}

const isThorough = inject('isThorough');
const tails = isThorough ? ['', 'x'] : ['x'];
const patterns = pieces.flatMap((piece) => tails.map((tail): Pattern => ({ piece, tail })));
/** The characters of the shortest text that is measured. */
const shortest = isThorough ? 400 : 100;
/** Texts that are measured at once; the one that is slow is found by halving. */
const together = 16;

type Reader = (text: string) => unknown;

describe('work does not grow with the square of the length', () => {
  it.each(Object.entries(readers))('%s', (_, reader) => {
    expect(findSlow(patterns, (some) => isQuadratic(reader, some))).toEqual([]);
  });
});

describe('work for front matter of the greatest length is bounded', () => {
  it.each(Object.entries(fieldReaders))('%s', (_, reader) => {
    // At worst, it grows with the square.
    const isSlow = (some: readonly Pattern[]): boolean =>
      workOf(() => readAll(reader, some, longest / 16)) * 16 ** 2 > mostWork;
    expect(findSlow(patterns, isSlow)).toEqual([]);
  });
});

/** The characters of the longest front matter that is read, about. */
const longest = 9600;
/** Steps of ours; an engine takes about a second for them. What grows with the square for some texts stays below. */
const mostWork = 2_000_000_000;

/** Find the patterns that are slow each by itself, among those that are slow together. */
function findSlow(some: readonly Pattern[], isSlow: (some: readonly Pattern[]) => boolean): string[] {
  if (some.length > together)
    return [...findSlow(some.slice(0, together), isSlow), ...findSlow(some.slice(together), isSlow)];
  if (!isSlow(some)) return [];
  if (some.length === 1) return some.map(({ piece, tail }) => piece + tail);
  const middle = some.length >> 1;
  return [...findSlow(some.slice(0, middle), isSlow), ...findSlow(some.slice(middle), isSlow)];
}

/** Whether a text four times as long takes much more than four times the work, and one that is longer as well: what ends at some length is limited. */
function isQuadratic(reader: Reader, some: readonly Pattern[]): boolean {
  // Many hide one that is slow, so that they are suspected earlier.
  const suspicious = some.length === 1 ? 2.8 : 2.4;
  return [shortest, 4 * shortest].every((length) => growthOf(reader, some, length) > suspicious);
}

/**
 * How much more work it is to read from twice to four times a length than from once to twice: 2 where work grows with the
 * length, 4 where it grows with its square.
 */
function growthOf(reader: Reader, some: readonly Pattern[], length: number): number {
  // What an engine does on its first way is done by the first.
  const works = worksOf([1, 1, 2, 4].map((times) => () => readAll(reader, some, times * length)));
  const [, once, twice, fourTimes] = works as [number, number, number, number];
  return (fourTimes - twice) / (twice - once);
}

function readAll(reader: Reader, some: readonly Pattern[], length: number): void {
  for (const { piece, tail } of some) reader(piece.repeat(length / piece.length) + tail);
}
