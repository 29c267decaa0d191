import { beforeAll, describe, expect, inject, it } from 'vitest';
import { searchOutputs } from '../../../src/engine/search/plan-index.ts';
import { createMemory, type SearchMemory } from '../../../src/engine/search/memory.ts';
import type { Article } from '../../../src/core/article.ts';
import { searchFields } from '../../../src/core/search/article.ts';
import { searchFolder } from '../../../src/core/search/tables/files.ts';
import { indexPeriod } from '../../../src/core/search/sharded/index-period.ts';
import { answerQuestion } from '../../../src/core/search/ranking.ts';
import type { Site } from '../../../src/core/site/site.ts';
import { createWordSource } from '../../../src/core/search/sharded/word-source.ts';
import { type ArticleParts, makeArticle, makeDate, makeSite } from '../../support/make-site.ts';
import { differences } from '../../support/dist.ts';
import { makeNews } from '../../support/made-news.ts';
import { type BuiltIndex, openIndexFiles } from '../../support/search-index.ts';

/** The articles of the site, over five years; one of them is changed. */
const count = inject('isThorough') ? 2000 : 1200;
const place = 0.3 * count;
const news = makeNews(count);
const fresh = makeArticle({
  slug: 'fresh',
  title: 'خبر تازه',
  text: news[place + 100]!.body.text,
  date: makeDate('1404/12/29 20:00'),
});
const edit = (index: number, fields: ArticleParts): Article[] => {
  const { body, features: _features, contentKey: _key, ...own } = news[index]!;
  return news.with(index, makeArticle({ ...own, ...body, ...fields }));
};

/** Index articles; files of the articles themselves are represented by their keys. */
async function indexFiles(articles: readonly Article[], memory = createMemory()): Promise<Map<string, string>> {
  const files = new Map<string, string>();
  for (const { path, key, read } of await searchOutputs(siteOf(articles), memory))
    files.set(path, path.startsWith(`${searchFolder}/articles/`) ? key : Buffer.from(await read()).toString('base64'));
  return files;
}

/** A site with a sharded index. */
const siteOf = (articles: readonly Article[]): Site => makeSite(articles, { search: { engine: 'sharded' } });

/** Create a cache that falls back to another one, without modifying it. */
function copyMemory(known: SearchMemory): SearchMemory {
  const own = createMemory();
  return { ...own, load: (name) => own.load(name) ?? known.load(name) };
}

describe('searchOutputs', () => {
  let cold: Map<string, string>;
  const known = createMemory();
  beforeAll(async () => {
    cold = await indexFiles(news, known);
  });

  it.each<[string, Article[], number]>([
    ['nothing', news, 0],
    ['one new article', [...news, fresh], 8],
    ['one title', edit(place, { title: 'عنوانی تازه' }), 12],
    ['one body', edit(place, { text: news[place + 1]!.body.text }), 100],
    [
      'one tag that is renamed',
      news.map((each) => ({ ...each, tags: each.tags.map((tag) => tag.replace('برچسب پبا', 'برچسب زردآلو')) })),
      place,
    ],
    ['one old article that is deleted', news.toSpliced(place, 1), Infinity],
    ['one date', edit(place, { date: makeDate('1403/03/03') }), Infinity],
    ['a month of news', news.slice(0, -40), Infinity],
    ['two years of news', news.slice(0, 2 * place), Infinity],
    ['everything', [], Infinity],
  ])('gives the bytes of a cold build after a change of %s', async (_, articles, most) => {
    const memory = copyMemory(known);
    const warm = await indexFiles(articles, memory);
    expect(differences(warm, await indexFiles(articles))).toEqual([]);
    expect(differences(cold, warm).length).toBeLessThanOrEqual(most);
    expect(differences(cold, await indexFiles(news, memory))).toEqual([]);
  });

  it('gives equal keys only for equal bytes', async () => {
    const [before, after] = await Promise.all(
      [news, edit(place, { title: 'عنوانی تازه' })].map(async (articles) =>
        searchOutputs(siteOf(articles), createMemory()),
      ),
    );
    const old = new Map(before!.map((output) => [output.path, output]));
    for (const { path, key, read } of after!) {
      const other = old.get(path);
      expect(other?.key === key, path).toBe(Buffer.from(await read()).equals((await other?.read()) ?? Buffer.of()));
    }
  });

  it('reads only the texts of changed articles', async () => {
    const memory = copyMemory(known);
    const read: string[] = [];
    const watch = (articles: readonly Article[]): Site =>
      siteOf(
        articles.map((article) => ({
          ...article,
          body: {
            html: '',
            get text() {
              read.push(article.slug);
              return article.body.text;
            },
          },
        })),
      );
    await searchOutputs(watch(news), memory);
    expect(read).toEqual([]);
    await searchOutputs(watch(edit(place, { text: 'متن تازه' })), memory);
    expect(read).toEqual([`khabar-${place}`]);
  });

  it('works with a cache that is partly lost, or of another version', async () => {
    const memory = copyMemory(known);
    const lost: SearchMemory = { ...memory, load: (name) => (/words/.test(name) ? undefined : memory.load(name)) };
    const articles = edit(place, { title: 'عنوانی تازه' });
    const outputs = await searchOutputs(siteOf(articles), lost);
    expect(outputs.map(({ path, key }) => [path, key])).toEqual(
      (await searchOutputs(siteOf(articles), copyMemory(known))).map(({ path, key }) => [path, key]),
    );
    const old: SearchMemory = { ...memory, load: () => Buffer.from('{"version":"0"}') };
    expect((await searchOutputs(siteOf(news), old)).length).toBe(cold.size);
  });

  const openCold = (): Promise<BuiltIndex> =>
    openIndexFiles(async (path) => Buffer.from(cold.get(`${searchFolder}/${path}`)!, 'base64'));

  it('answers the same over several periods as over one', async () => {
    const index = await openCold();
    expect(index.manifest.periods.length).toBeGreaterThan(2);
    const oldestFirst = makeSite(news).articles.toReversed();
    const { chunks } = indexPeriod(
      oldestFirst.map((article) => searchFields(article)),
      false,
    );
    const table = { starts: chunks.map(({ start }) => start), labels: index.labels, rows: index.rows };
    const whole = createWordSource([table], async (_, chunk) => chunks[chunk]!.bytes);
    for (let number = 3; number < count; number += 97) {
      const question = news[number]!.title.split(' ')
        .slice(0, 1 + (number % 4))
        .join(' ');
      const isTyping = number % 2 === 0;
      const answer = await answerQuestion(question, index.words, isTyping);
      const { articles, whole: full, unknown, sought } = await answerQuestion(question, whole, isTyping);
      expect(answer.articles).toEqual(articles);
      expect(answer).toMatchObject({ whole: full, unknown, sought });
      expect(articles).toContain(oldestFirst.findIndex(({ slug }) => slug === news[number]!.slug));
    }
  });

  it('writes what the browser reads: labels, positions and texts of each article', async () => {
    const outputs = new Map((await searchOutputs(siteOf(news), copyMemory(known))).map((each) => [each.path, each]));
    const index = await openIndexFiles(async (path) => outputs.get(`${searchFolder}/${path}`)!.read());
    for (const [number, article] of makeSite(news).articles.toReversed().entries()) {
      const { tags, source } = index.rows[number]!;
      expect(tags.map((tag) => index.labels.tags[tag])).toEqual(article.tags.map(({ label }) => label));
      expect(index.labels.sources[source]).toBe(article.source.label);
      if (number % 50 === 0) expect((await index.article(number)).url).toBe(article.url);
    }
    expect(index.spellings.split('\n').length).toBeGreaterThan(count / 2);
  });
});
