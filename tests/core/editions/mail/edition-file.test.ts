import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseEdition, writeEdition } from '../../../../src/core/editions/mail/edition-file.ts';
import { countRuns } from '../../../support/runs.ts';

const parse = (text: string, name = '1405-09-08.yml') => parseEdition({ path: `content/editions/${name}`, text });
const faults = (text: string, name?: string): [string, number][] =>
  parse(text, name).problems.map(({ id, line }) => [id, line]);

describe('parseEdition', () => {
  it('reads the day from the name, and the articles with their places', () => {
    const { edition, problems } = parse('title: تیتر\ntext: |\n  یک\n  دو\narticles: [a, b.md]\n');
    expect(problems).toEqual([]);
    expect([edition!.day.jalali, edition!.title, edition!.text]).toEqual([
      { year: 1405, month: 9, day: 8 },
      'تیتر',
      'یک دو',
    ]);
    expect(edition!.articles.map(({ slug, line }) => [slug, line])).toEqual([
      ['a', 5],
      ['b', 5],
    ]);
  });

  it.each<[string, string, [string, number][]]>([
    ['a name that is no day', 'shanbeh.yml', [['edition-name', 1]]],
    ['a day that does not exist', '1405-12-30.yml', [['edition-name', 1]]],
    ['another ending', '1405-09-08.yaml', [['edition-name', 1]]],
  ])('refuses %s', (_, name, expected) => expect(faults('articles: [a]', name)).toEqual(expected));

  it.each<[string, string, [string, number][]]>([
    ['no list of articles', 'title: تیتر', [['field-missing', 1]]],
    ['a field that is not ours', 'articles: [a]\nsubject: x', [['field-unread', 2]]],
    ['a text for a list', 'articles: a', [['field-type', 1]]],
  ])('reports %s', (_, text, expected) => expect(faults(text)).toEqual(expected));

  it('drops what would turn the text', () => {
    expect(parse('title: "خبر\\u202E وارونه"\narticles: [a]').edition!.title).toBe('خبر وارونه');
  });

  it('reads what is written', () => {
    const slug = fc.stringMatching(/^[\p{Script=Arabic}a-z0-9-]{1,20}$/u);
    fc.assert(
      fc.property(fc.array(slug, { minLength: 1, maxLength: 20 }), (slugs) => {
        const { edition, problems } = parse(writeEdition(slugs));
        expect(problems).toEqual([]);
        expect(edition!.articles).toHaveLength(slugs.length);
      }),
      { seed: 1405, numRuns: countRuns(50, 500) },
    );
  });
});
