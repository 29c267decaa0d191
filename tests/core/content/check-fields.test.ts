import { describe, expect, it } from 'vitest';
import { checkFields } from '../../../src/core/content/check-fields.ts';
import { articleFields } from '../../../src/core/content/fields.ts';
import { parseFrontMatter } from '../../../src/core/content/front-matter.ts';

const check = (yaml: string) => {
  const parsed = parseFrontMatter(`---\n${yaml}\n---\nمتن`);
  if ('problem' in parsed) throw new Error(parsed.problem.id);
  return checkFields(articleFields, parsed.frontMatter, 'a.md');
};
const needed = 'title: یک\ndate: 1404/07/24\ntags: []\nsource: ایسنا';
const idsOf = (yaml: string): [string, string | undefined][] =>
  check(yaml).problems.map(({ id, field }) => [id, field]);

describe('checkFields', () => {
  it('returns the fields of valid front matter', () => {
    const { fields, problems } = check(needed);
    expect(problems).toEqual([]);
    expect(fields).toMatchObject({ title: 'یک', tags: [], source: { name: 'ایسنا' } });
  });

  it('finds all problems at once and keeps the valid fields', () => {
    const { fields, problems } = check('title: [یک]\ntags: ایران، تهران\nsource: ایسنا');
    expect(problems.map(({ id, field }) => [id, field])).toEqual([
      ['field-type', 'title'],
      ['field-missing', 'date'],
      ['field-type', 'tags'],
    ]);
    expect(problems[2]!.values).toMatchObject({ example: 'tags: [ایران, تهران]' });
    expect(fields).toMatchObject({ source: { name: 'ایسنا' } });
    for (const field of ['title', 'date', 'tags']) expect(fields).not.toHaveProperty(field);
  });

  it.each(['title:', 'title: ""', 'title: …', 'title: "\u200B "'])('a blank field counts as absent: %s', (title) => {
    expect(idsOf(`${title}\ndate: 1404/07/24\ntags: []\nsource: ایسنا`)).toEqual([['field-missing', 'title']]);
  });

  it('suggests the nearest field for an unknown one, also within a group', () => {
    const unknown = check(`${needed}\ntitel: دو\nimage: {src: a.jpg, alt: پل, creditt: ما}`).problems;
    expect(unknown.map(({ field, values }) => [field, values['nearest']])).toEqual([
      ['image.creditt', 'credit'],
      ['titel', 'title'],
    ]);
  });

  it('points to the field, or to the group that lacks it', () => {
    expect(check(`${needed}\ncorrections:\n  - {date: 1404/07/25}`).problems[0]).toMatchObject({
      field: 'corrections.1.text',
      line: 7,
    });
  });

  it('has a limit for lists', () => {
    expect(idsOf(needed.replace('[]', `[${'ا, '.repeat(101)}]`))).toEqual([['list-too-long', 'tags']]);
  });
});
