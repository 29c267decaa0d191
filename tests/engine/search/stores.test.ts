import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import { answerQuestion } from '../../../src/core/search/ranking.ts';
import { searchFolder } from '../../../src/core/search/tables/files.ts';
import type { FoundForm, WordSource } from '../../../src/core/search/store.ts';
import { findWords } from '../../../src/core/words/words.ts';
import type { Article } from '../../../src/core/article.ts';
import { createMemory } from '../../../src/engine/search/memory.ts';
import { searchOutputs } from '../../../src/engine/search/plan-index.ts';
import { sharedData } from '../../support/folders.ts';
import { makeArticle, makeDate, makeSite } from '../../support/make-site.ts';
import { makeNews } from '../../support/made-news.ts';
import { openPagefindWords } from '../../support/pagefind-index.ts';
import { type BuiltIndex, openIndexFiles } from '../../support/search-index.ts';

/** The words of a set of articles, in both forms of the index. */
async function indexBoth(articles: readonly Article[]): Promise<{ index: BuiltIndex; stores: WordSource[] }> {
  const open = async (engine: 'pagefind' | 'sharded') => {
    const outputs = await searchOutputs(makeSite(articles, { search: { engine } }), createMemory());
    const files = new Map(outputs.map((output) => [output.path, output]));
    const read = async (path: string): Promise<Uint8Array> => {
      const output = files.get(path);
      if (!output) throw new Error(path);
      return output.read();
    };
    return { index: await openIndexFiles((path) => read(`${searchFolder}/${path}`)), read };
  };
  const [pagefind, sharded] = [await open('pagefind'), await open('sharded')];
  return {
    index: sharded.index,
    stores: [await openPagefindWords(pagefind.index, pagefind.read), sharded.index.words],
  };
}

function weightsOf(forms: readonly FoundForm[], surface?: string): Map<number, number> {
  const weights = new Map<number, number>();
  for (const form of forms) {
    if (surface !== undefined && form.surface !== surface) continue;
    for (let index = 0; index < form.articles.length; index++) {
      const article = form.articles[index]!;
      weights.set(article, (weights.get(article) ?? 0) + form.weights[index]!);
    }
  }
  return new Map([...weights].toSorted(([a], [b]) => a - b));
}

/** Words that a store might split, fold or lose: numbers, other alphabets, accents, signs. */
const oddTexts = [
  'کووید۱۹ و covid-19 و F16 و ۱۶ و ۲٫۵ درصد و 2.5 و 25 و ۱۲٬۵۰۰ و 12500 و ۱۲ و ۵۰۰',
  'café und Straße naïve résumé İstanbul Ñandú Москва ελληνικά 東京 한국어 שלום ދިވެހި',
  'CamelCase iPhone15Pro x86_64 C++ node.js v2.0.1 a.b.c 3.14159 ۳٫۱۴۱۵۹ ½ ² H₂O e=mc²',
  'کتاب کتاب‌ها کتابها کتاب ها کتابهایشان کتابخانه‌ای کتابخانه‌های ستاره‌ای ستارهای می‌شود نمی‌شود',
  'آب اب آبی مسئول مسؤول مسول هیئت هیأت خانهٔ خانه‌ی خانه موسی موسىٰ اللّٰه',
].map((text, index) =>
  makeArticle({ slug: `odd-${index}`, title: text.slice(0, 40), text, date: makeDate(`1404/05/0${index + 1} 10:00`) }),
);

const realNews = join(sharedData, 'news-fa.jsonl.gz');
interface Scraped {
  title: string;
  body: string;
  tags?: string[];
  section?: string;
  source?: string;
}
const scraped = existsSync(realNews)
  ? (gunzipSync(readFileSync(realNews))
      .toString()
      .split('\n', 400)
      .map((line) => JSON.parse(line)) as Scraped[])
  : [];
const real = scraped.map(({ title, body, tags }, index) =>
  makeArticle({
    slug: `real-${index}`,
    title,
    text: body,
    tags: tags ?? [],
    date: makeDate(`140${1 + (index % 4)}/${String(1 + (index % 12)).padStart(2, '0')}/11 10:00`),
  }),
);

const sets: [string, Article[]][] = [
  ['made and odd news', [...makeNews(inject('isThorough') ? 1200 : 200), ...oddTexts]],
  [
    'an article without words',
    [makeArticle({ slug: 'empty', title: '!', text: '…', date: makeDate('1404/05/01 10:00') })],
  ],
  ...(real.length > 0 ? [['real news', real] as [string, Article[]]] : []),
];

describe.each(sets)('both forms of the index, over %s', (_, articles) => {
  let both: Awaited<ReturnType<typeof indexBoth>>;
  beforeAll(async () => {
    both = await indexBoth(articles);
  });

  it('have the same articles and weights for each word and form', async () => {
    const [pagefind, sharded] = both.stores as [WordSource, WordSource];
    expect(pagefind.articles).toBe(sharded.articles);
    const terms = new Map(
      articles.flatMap(({ title, body }) => findWords(`${title} ${body.text}`)).map((word) => [word.surface, word]),
    );
    const wrong: string[] = [];
    const every = Math.ceil(terms.size / 1500);
    for (const term of [...terms.values()].filter((_, index) => index % every === 0 || terms.size - index < 200)) {
      const [mine, other] = await Promise.all([pagefind.find([term]), sharded.find([term])]);
      const [a, b] = [mine.get(term.stem) ?? [], other.get(term.stem) ?? []];
      if (JSON.stringify([...weightsOf(a)]) !== JSON.stringify([...weightsOf(b)]))
        wrong.push(`${term.stem} ${weightsOf(a).size} ${weightsOf(b).size}`);
      else if (JSON.stringify([...weightsOf(a, term.surface)]) !== JSON.stringify([...weightsOf(b, term.surface)]))
        wrong.push(`=${term.surface}`);
    }
    expect(wrong).toEqual([]);
  });

  it('give the same answers', async () => {
    const [pagefind, sharded] = both.stores as [WordSource, WordSource];
    for (let number = 3; number < articles.length; number += 17) {
      const question = articles[number]!.title.split(' ')
        .slice(0, 1 + (number % 4))
        .join(' ');
      const [mine, other] = await Promise.all([answerQuestion(question, pagefind), answerQuestion(question, sharded)]);
      expect(mine.articles, question).toEqual(other.articles);
      expect(mine.whole, question).toEqual(other.whole);
      expect(mine.unknown, question).toEqual(other.unknown);
    }
  });
});
