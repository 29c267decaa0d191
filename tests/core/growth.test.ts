import { describe, expect, inject, it } from 'vitest';
import { loadOrthography } from '../../src/engine/proofread/dictionary.ts';
import { config } from '../fixtures/sample/config.ts';
import { parseDate } from '../../src/core/dates/news-date.ts';
import { parseFrontMatter } from '../../src/core/content/front-matter.ts';
import { escapeMarkdown } from '../../src/core/import/escape-markdown.ts';
import { parseJsonLines } from '../../src/core/import/json-lines.ts';
import { parsePageText } from '../../src/core/import/page.ts';
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
import { workOf } from '../support/work.ts';

const render = createMarkdownRenderer({ urls: createUrls(config.url) });
const context = { config, render, findImage: () => undefined, findFile: () => undefined };
const importing = { file: 'x', sections: config.sections, defaults: { source: 'x' } };
const orthography = await loadOrthography({ off: [], words: [] });
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
    parseJsonLines(
      JSON.stringify({ title: text, date: '1404/07/24', tags: text, source: text, body: text }),
      importing,
    ),
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
const together = 10;

describe('work does not grow with the square of the length', () => {
  it.each(Object.entries(readers))('%s', (_, reader) => {
    const slow = Array.from({ length: Math.ceil(patterns.length / together) }, (_, part) =>
      findSlow(reader, patterns.slice(part * together, (part + 1) * together)),
    );
    expect(slow.flat()).toEqual([]);
  });
});

describe('work for front matter of the greatest length is bounded', () => {
  it.each(Object.entries(fieldReaders))('%s', (_, reader) => {
    const work = pieces.map((piece) => workOf(() => reader(textOf({ piece, tail: 'x' }, longest / 16))));
    // At worst, it grows with the square.
    expect(pieces.filter((_, index) => work[index]! * 16 ** 2 > mostWork)).toEqual([]);
  });
});

/** The characters of the longest front matter that is read, about. */
const longest = 9600;
/** Steps of ours; an engine takes about a second for them. What grows with the square for some texts stays below. */
const mostWork = 2_000_000_000;

/** List the patterns of which a text four times as long takes more than four times the work. */
function findSlow(reader: (text: string) => unknown, some: readonly Pattern[]): string[] {
  // Many hide one that is slow, so that they are suspected earlier. What ends at some length is limited.
  const suspicious = some.length === 1 ? 2.8 : 2.4;
  if (growthOf(reader, some, shortest) < suspicious || growthOf(reader, some, 4 * shortest) < suspicious) return [];
  if (some.length === 1) return some.map(({ piece, tail }) => piece + tail);
  const middle = some.length >> 1;
  return [...findSlow(reader, some.slice(0, middle)), ...findSlow(reader, some.slice(middle))];
}

/**
 * How much more work it is to read from twice to four times a length than from once to twice: 2 where work grows with the
 * length, 4 where it grows with its square.
 */
function growthOf(reader: (text: string) => unknown, some: readonly Pattern[], length: number): number {
  const work = (times: number): number =>
    workOf(() => some.forEach((pattern) => reader(textOf(pattern, times * length))));
  // What an engine does on its first way is done.
  work(1);
  const [once, twice, fourTimes] = [work(1), work(2), work(4)];
  return (fourTimes - twice) / (twice - once);
}

function textOf({ piece, tail }: Pattern, length: number): string {
  return piece.repeat(length / piece.length) + tail;
}
