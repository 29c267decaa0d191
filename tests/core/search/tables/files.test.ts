import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createReader, createWriter } from '../../../../src/core/search/tables/bytes.ts';
import { chunkOf, writeChunks } from '../../../../src/core/search/sharded/chunks.ts';
import { sealFile, searchPaths, unsealFile } from '../../../../src/core/search/tables/files.ts';
import { countValues, filterArticles } from '../../../../src/core/search/filters.ts';
import { packForms, readGroups, unpackForms } from '../../../../src/core/search/sharded/groups.ts';
import { joinLabels } from '../../../../src/core/search/tables/labels.ts';
import { readTable, writeTable } from '../../../../src/core/search/tables/table.ts';

const seed = 1404;
const number = fc.nat({ max: 2 ** 32 - 1 });

describe('the files of the search index', () => {
  it(`give back the numbers and texts that were written (seed ${seed})`, () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(number, fc.string({ unit: 'grapheme' }))), (values) => {
        const writer = createWriter();
        for (const [value, text] of values) {
          writer.number(value);
          writer.text(text);
        }
        const reader = createReader(writer.finish());
        for (const [value, text] of values) {
          expect(reader.number()).toBe(value);
          expect(reader.text()).toBe(text);
        }
        expect(reader.isAtEnd).toBe(true);
      }),
      { seed },
    );
  });

  it(`give back the words that were written, each out of its chunk (seed ${seed})`, () => {
    const postings = fc
      .uniqueArray(fc.nat({ max: 5000 }), { minLength: 1, maxLength: 200 })
      .map((articles) => Uint32Array.from(articles.toSorted((a, b) => a - b)));
    const forms = fc.dictionary(fc.string({ unit: fc.constantFrom(...'ابپت'), minLength: 1, maxLength: 5 }), postings, {
      minKeys: 1,
      maxKeys: 60,
    });
    fc.assert(
      fc.property(forms, (words) => {
        const groups = Object.entries(words)
          .toSorted(([a], [b]) => (a < b ? -1 : 1))
          .map(([stem, articles]) => {
            const weights = Uint8Array.from(articles, (each) => 1 + (each % 255));
            const forms = [stem, `${stem}\u200Cها`].map((spelling) => ({ spelling, articles, weights }));
            return { stem, forms };
          });
        const chunks = writeChunks(
          groups.map(({ stem, forms }) => ({ stem, forms: packForms(stem, forms) })),
          1000,
        );
        const starts = chunks.map(({ start }) => start);
        for (const group of groups) {
          const chunk = chunks[chunkOf(starts, group.stem)]!;
          const found = [...readGroups(chunk.bytes)].find(({ stem }) => stem === group.stem)!;
          expect(unpackForms(found)).toEqual(group.forms);
        }
      }),
      { seed, numRuns: 50 },
    );
    expect(writeChunks([], 1000)).toEqual([]);
  });

  it('read back the table of a period, with lengths to about a twelfth', () => {
    const rows = [
      { day: 14030101, place: 0, length: 0, section: 0, source: 3, tags: [] },
      { day: 14040724, place: 0, length: 750, section: 2, source: 0, tags: [5, 300] },
      { day: 14040724, place: 1, length: 12, section: 1, source: 1, tags: [70_000] },
    ];
    const labels = { sections: [['society', 'جامعه'] as const], sources: ['ایسنا'], tags: ['آب', 'آبان'] };
    const { rows: read, ...rest } = readTable(writeTable({ starts: ['ا', 'اب', 'پ'], labels, rows }));
    expect(rest).toEqual({ starts: ['ا', 'اب', 'پ'], labels });
    expect(read.map((row) => ({ ...row, length: 0 }))).toEqual(rows.map((row) => ({ ...row, length: 0 })));
    read.forEach(({ length }, index) => expect(Math.abs(length - rows[index]!.length)).toBeLessThan(1 + length / 12));
    expect(readTable(writeTable({ starts: [], labels: joinLabels([]), rows: [] })).rows).toEqual([]);
  });

  it('are identified by a mark as belonging to an index', () => {
    const sealed = sealFile('0a1b2c3d', Uint8Array.of(1, 2, 3));
    expect(unsealFile('0a1b2c3d', sealed)).toEqual(Uint8Array.of(1, 2, 3));
    expect(unsealFile('00000000', sealed)).toBeUndefined();
    expect(searchPaths.article(14040703, 2)).toBe('articles/1404/0703-2.bin');
  });
});

describe('filters', () => {
  const rows = [
    { day: 14030101, place: 0, length: 1, section: 1, source: 0, tags: [0, 1] },
    { day: 14040101, place: 0, length: 1, section: 1, source: 1, tags: [1] },
    { day: 14040102, place: 0, length: 1, section: 0, source: 1, tags: [] },
  ];

  it('keep articles that pass all of them', () => {
    expect(filterArticles([2, 0, 1], rows, {})).toEqual([2, 0, 1]);
    expect(filterArticles([2, 0, 1], rows, { year: 1404, source: 1 })).toEqual([2, 1]);
    expect(filterArticles([2, 0, 1], rows, { section: 1, tag: 0 })).toEqual([0]);
    expect(filterArticles([2, 0, 1], rows, { tag: -1 })).toEqual([]);
  });

  it('are counted under the other filters, but not under themselves', () => {
    expect(countValues([0, 1, 2], rows, { year: 1404 }, 'year')).toEqual([
      [1404, 2],
      [1403, 1],
    ]);
    expect(countValues([0, 1, 2], rows, { year: 1404 }, 'tag')).toEqual([[1, 1]]);
    expect(countValues([0, 1, 2], rows, {}, 'section')).toEqual([[1, 2]]);
    expect(countValues([0, 1, 2], rows, {}, 'source')).toEqual([
      [1, 2],
      [0, 1],
    ]);
  });
});
