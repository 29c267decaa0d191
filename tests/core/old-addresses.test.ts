import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { writeOldTables } from '../../src/core/hosting/old-tables.ts';
import {
  countTables,
  createOldAddressFinder,
  groupNames,
  keysOfRequest,
  namesOf,
  tableOf,
  writeQuery,
} from '../../src/core/old-addresses.ts';
import { countRuns } from '../support/runs.ts';

const seed = Number(process.env['SEED'] ?? 14050905);
const numRuns = countRuns(40, 400);

describe('old addresses with a query', () => {
  const find = createOldAddressFinder(
    [
      ['/', 'p=101', 'post'],
      ['/', 'lang=fa&p=101', 'persian'],
      ['/index.php', 'newsid=5', 'news'],
      ['/fa/شهر', 'title=%D9%BE%D9%84%20%D9%85%D8%A7', 'bridge'],
    ].map(([from, query, to]) => ({ from: from!, query: query!, to: to! })),
  );

  it.each([
    ['/', 'p=101', 'post'],
    ['/index.html', 'utm_source=x&p=101&fbclid=y', 'post'],
    ['/', 'P=101', 'post'],
    ['/', 'p=101&p=7', 'post'],
    ['/', 'p=7&p=101', undefined],
    ['/', 'p&p=101', 'post'],
    ['/', 'p=101&lang=en', 'post'],
    ['/', 'p=101&lang=fa', 'persian'],
    ['/', 'lang=fa', undefined],
    ['/', '', undefined],
    ['/', 'p=%zz', undefined],
    ['/', 'p=1010', undefined],
    ['/x/', 'p=101', undefined],
    ['/index.php/', 'newsid=5', 'news'],
    ['/Index.php', 'newsid=5', undefined],
    ['/fa/شهر/', 'title=%d9%be%d9%84+ما', 'bridge'],
    ['/', '__proto__=1&constructor=2', undefined],
  ])('answer %s?%s', (path, query, to) => {
    expect(find(path, query)).toBe(to);
  });

  it('are matched by the largest groups of names first', () => {
    expect(groupNames(['p=1', 'a=1&B=2', 'p=2', 'c=3'])).toEqual(['a&b', 'c', 'p']);
    expect(keysOfRequest('/', 'a=1&b=2&p=3', ['a&b', 'c', 'p'])).toEqual(['/?a=1&b=2', '/?p=3']);
    expect(namesOf('a%26b=1&%D8%B4=2')).toBe('a%26b&%D8%B4');
  });
});

describe('tables', () => {
  it(`change in three files at most for an added address, and contain each once (SEED=${seed})`, () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(100_000), { minLength: 1, maxLength: 400 }), (ids) => {
        const redirects = ids.map((id) => ({ from: '/', query: writeQuery([['p', `${id}`]]), to: `/news/${id}/` }));
        const texts = (count: number): Map<string, string> =>
          new Map(writeOldTables(redirects.slice(0, count), { base: '' }).map(({ file, text }) => [file, text]));
        const [before, after] = [texts(ids.length - 1), texts(ids.length)];
        const changed = [...after].filter(([file, text]) => before.get(file) !== text);
        if (ids.length > 1) expect(changed.length).toBeLessThanOrEqual(3);
        const count = countTables(ids.length);
        for (const { query, to } of redirects) {
          const table = JSON.parse(after.get(`old-addresses/${tableOf(`/?${query}`, count)}.json`)!) as object;
          expect(table).toMatchObject({ [`/?${query}`]: to });
        }
        expect([...after.values()].join('').split('"/news/').length - 1).toBe(ids.length);
      }),
      { seed, numRuns },
    );
  });

  it('stay below 20 KB with 100,000 addresses of long Persian names', () => {
    const name = encodeURIComponent('پل-تازه-رودخانه-صبح-امروز-باز-شد-و-نخستین-دوچرخه-سواران-گذشتند');
    const redirects = Array.from({ length: 100_000 }, (_, id) => ({
      from: '/index.php',
      query: `newsid=${id}`,
      to: `/news/${name}-${id}/`,
    }));
    const sizes = writeOldTables(redirects, { base: '' }).map(({ text }) => Buffer.byteLength(text));
    expect(sizes).toHaveLength(2501);
    expect(Math.max(...sizes)).toBeLessThan(20_000);
  });
});
