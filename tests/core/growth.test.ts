import { describe, expect, it } from 'vitest';
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

/** Below this, in milliseconds of the processor, nobody waits, and clocks are too coarse. */
const noticed = 100;

describe('reading takes no time with the square of the length', { timeout: 900_000 }, () => {
  it.each(Object.entries(readers))('%s', (_, reader) => {
    const slow = pieces.flatMap((piece) =>
      ['', 'x'].filter((tail) => isQuadratic(reader, piece, tail)).map((tail) => piece + tail),
    );
    expect(slow).toEqual([]);
  });
});

describe('reading front matter of the greatest length takes a bounded time', { timeout: 300_000 }, () => {
  it.each(Object.entries(fieldReaders))('%s', (_, reader) => {
    const slow = pieces.filter((piece) => timeOf(reader, piece, 'x', 9000) > 5000);
    expect(slow).toEqual([]);
  });
});

/** What is noticed is measured again, since other work disturbs; what has grown too much each time is quadratic. */
function isQuadratic(reader: (text: string) => unknown, piece: string, tail: string): boolean {
  const length = 10_000;
  if (timeOf(reader, piece, tail, 2 * length) < noticed) return false;
  return [1, 2, 3].every(() => timeOf(reader, piece, tail, 2 * length) / timeOf(reader, piece, tail, length) > 3.2);
}

function timeOf(reader: (text: string) => unknown, piece: string, tail: string, length: number): number {
  const text = piece.repeat(length / piece.length) + tail;
  const before = process.cpuUsage();
  reader(text);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
