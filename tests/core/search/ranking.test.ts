import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Judgements } from '../../../scripts/bench/search/quality.ts';
import { normalizeText } from '../../../src/core/text/persian.ts';
import { indexInMemory } from '../../support/memory-index.ts';
import { makeArticle, makeDate } from '../../support/make-site.ts';
import { fixtures } from '../../support/folders.ts';

const filler = 'باغبانان شهر در پاییز نهال‌های تازه‌ای کاشتند و کوچه‌ها را آراستند.';

/** Articles of equal length with the given fields; the first is the newest. */
function articlesOf(texts: Readonly<Record<string, Parameters<typeof makeArticle>[0]>>) {
  return Object.entries(texts).map(([slug, fields], index) =>
    makeArticle({
      slug,
      title: 'خبری از شهر',
      lead: 'چکیده',
      hasOwnLead: true,
      text: filler,
      date: makeDate(`1404/07/${String(28 - index).padStart(2, '0')}`),
      ...fields,
    }),
  );
}

describe('answerQuestion', () => {
  it('finds everything that it should, in every spelling, best first', async () => {
    const file = join(fixtures, 'search-queries.json');
    const { pages, queries } = JSON.parse(readFileSync(file, 'utf8')) as Judgements;
    const index = indexInMemory(
      pages.map(({ url, title, body }) =>
        makeArticle({ slug: url.replaceAll('/', ''), title: normalizeText(title), text: normalizeText(body) }),
      ),
    );
    for (const { q, relevant } of queries) {
      const { slugs } = await index.ask(q);
      const wanted = (relevant as string[]).map((url) => url.replaceAll('/', ''));
      expect(slugs.slice(0, wanted.length).toSorted(), q).toEqual(wanted.toSorted());
    }
  });

  it('ranks headline above lead above body, exact forms above others', async () => {
    const { ask } = indexInMemory(
      articlesOf({
        body: { text: `${filler} زعفران` },
        lead: { lead: 'چکیده زعفران' },
        title: { title: 'خبری از زعفران' },
        plural: { text: `${filler} زعفران‌ها` },
      }),
    );
    expect((await ask('زعفران')).slugs).toEqual(['title', 'lead', 'body', 'plural']);
    expect((await ask('زعفران‌ها')).slugs.indexOf('plural')).toBeLessThan((await ask('زعفران‌ها')).slugs.indexOf('body'));
  });

  it('puts the newer of equals first, across periods too', async () => {
    const dated = (slug: string, date: string) =>
      makeArticle({ slug, title: 'زعفران', text: filler, date: makeDate(date) });
    const { ask } = indexInMemory([
      dated('old', '1402/01/01'),
      dated('new', '1404/01/02'),
      dated('older', '1401/01/01'),
      dated('newest', '1404/01/03'),
    ]);
    expect((await ask('زعفران')).slugs).toEqual(['newest', 'new', 'old', 'older']);
  });

  it('finds all words of a short query, then the rarer one of those that are known', async () => {
    const { ask } = indexInMemory(
      articlesOf({
        both: { text: `${filler} برداشت زعفران` },
        rarer: { text: `${filler} زعفران` },
        ...Object.fromEntries([1, 2, 3].map((each) => [`common${each}`, { text: `${filler} برداشت` }])),
      }),
    );
    const short = await ask('برداشت زعفران');
    expect(short.slugs).toEqual(['both', 'rarer']);
    expect(short.whole).toEqual(short.articles.slice(0, 1));
    expect(short.articles.map((article) => short.lackedBy(article))).toEqual([[], ['برداشت']]);
    const unknown = await ask('زعفران گندم');
    expect(unknown.slugs.toSorted()).toEqual(['both', 'rarer']);
    expect(unknown).toMatchObject({ whole: [], unknown: ['گندم'] });
    expect(unknown.articles.map((article) => unknown.lackedBy(article))).toEqual([['گندم'], ['گندم']]);
    expect((await ask('گندم')).slugs).toEqual([]);
  });

  it('finds what holds half of the rarity of a long query, and names what it lacks', async () => {
    const { ask } = indexInMemory(
      articlesOf({
        all: { text: `${filler} برداشت زعفران در خراسان امسال کم شد` },
        most: { text: `${filler} برداشت زعفران در خراسان` },
        little: { text: `${filler} برداشت` },
        other: { text: filler },
      }),
    );
    const long = await ask('برداشت زعفران خراسان امسال');
    expect(long.slugs).toEqual(['all', 'most']);
    expect(long.whole).toEqual(long.articles.slice(0, 1));
    expect(long.articles.map((article) => long.lackedBy(article))).toEqual([[], ['امسال']]);
    const lacking = await ask('برداشت زعفران خراسان گندم');
    expect(lacking.slugs.toSorted()).toEqual(['all', 'most']);
    expect(lacking.whole).toEqual([]);
    expect(lacking.unknown).toEqual(['گندم']);
    expect(lacking.lackedBy(lacking.articles[0]!)).toEqual(['گندم']);
  });

  it('puts an article that a long query is about before one that mentions all its words', async () => {
    const { ask } = indexInMemory(
      articlesOf({
        mention: { text: `${filler} ${filler} برداشت زعفران خراسان امسال` },
        subject: { title: 'برداشت زعفران خراسان', text: `${filler} زعفران خراسان زعفران خراسان` },
        ...Object.fromEntries([...'۱۲۳۴۵۶۷۸۹'].map((each) => [each, { text: `${filler} خبر امسال ${each}` }])),
      }),
    );
    const { slugs, whole } = await ask('برداشت زعفران خراسان امسال');
    expect(slugs).toEqual(['subject', 'mention']);
    expect(whole).toHaveLength(1);
  });

  it('answers a long query of known words, even if no article holds half of it', async () => {
    const words = ['زعفران', 'گندم', 'پسته', 'انگور'];
    const { ask } = indexInMemory(
      articlesOf({
        ...Object.fromEntries(words.slice(0, 3).map((word) => [word, { text: `${filler} ${word}` }])),
        fourth: { text: `${filler} ${words[3]}` },
        fifth: { text: `${filler} ${words[3]}` },
      }),
    );
    expect((await ask(words.join(' '))).slugs).toEqual(words.slice(0, 3));
    expect((await ask('لوبیا عدس نخود')).slugs).toEqual([]);
  });

  it('matches stop words only if there are no others', async () => {
    const { ask } = indexInMemory(articlesOf({ both: { title: 'از این و آن' }, one: { title: 'زعفران' } }));
    expect((await ask('از زعفران')).slugs).toEqual(['one']);
    expect((await ask('از این و آن')).slugs).toEqual(['both']);
  });

  it('completes the last word only while it is being typed', async () => {
    const { ask } = indexInMemory(articlesOf({ one: { title: 'زعفران خراسان' } }));
    expect((await ask('خراسان زعف', true)).whole).toHaveLength(1);
    expect((await ask('خراسان زعف ', true)).whole).toEqual([]);
    expect((await ask('زعف')).slugs).toEqual([]);
  });

  it('answers any input: nothing, signs, one letter, a long text', async () => {
    const { ask } = indexInMemory(articlesOf({ one: { title: 'زعفران' } }));
    for (const question of [
      '',
      ' ',
      '؟!«»',
      '\u200C',
      'ز',
      '😀',
      'زعفران '.repeat(2000),
      'x'.repeat(10_000),
      '[](.*)+\\',
    ])
      expect((await ask(question)).slugs, question.slice(0, 20)).toEqual(question.startsWith('زعفران') ? ['one'] : []);
    expect((await indexInMemory([]).ask('زعفران')).slugs).toEqual([]);
  });

  it('finds articles by their tags, authors and source', async () => {
    const { ask } = indexInMemory(
      articlesOf({
        tagged: { tags: ['محیط زیست'] },
        written: { authors: ['نگار بهار'] },
        sent: { source: { name: 'خبرگزاری کاوش' } },
      }),
    );
    expect((await ask('محیط‌زیست')).slugs).toEqual(['tagged']);
    expect((await ask('نگار')).slugs).toEqual(['written']);
    expect((await ask('کاوش')).slugs).toEqual(['sent']);
  });
});
