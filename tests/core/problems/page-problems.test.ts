import { describe, expect, it } from 'vitest';
import { describePageProblems } from '../../../src/core/problems/page-problems.ts';
import type { Problem } from '../../../src/core/problems/problem.ts';

const at = (file: string, line = 1, id: Problem['id'] = 'body-empty'): Problem => ({
  id,
  file,
  line,
  column: 1,
  values: {},
});
const pages: Readonly<Record<string, string>> = { 'a.md': '/news/a/', 'b.md': '/news/%D8%A8/', 'x.md': '/news/a/' };
const pageOf = (file: string): string | undefined => pages[file];
const on = (page: string, problems: Problem[], warnings: Problem[] = [], language: 'en' | 'fa' = 'en') =>
  describePageProblems(page, { problems, warnings, pageOf }, language);

describe('describePageProblems', () => {
  it('is empty if there are no problems', () => {
    expect(on('/', [])).toMatchObject({ summary: '', files: [], rest: '', heading: undefined, isBroken: false });
  });

  it('lists the files of the page first, then those with problems, each with its problems first', () => {
    const found = on('/news/%d8%a8', [at('x.md', 9), at('c.md')], [at('b.md'), at('x.md', 2)]);
    expect(
      found.files.map(({ file, page, isHere, items }) => [file, page, isHere, items.map((each) => each.line)]),
    ).toEqual([
      ['b.md', '/news/%D8%A8/', true, [1]],
      ['c.md', undefined, false, [1]],
      ['x.md', '/news/a/', false, [9, 2]],
    ]);
    expect(found.files[2]!.items.map(({ isWarning }) => isWarning)).toEqual([false, true]);
    // Warnings alone do not open a window over the page.
    expect(found.heading).toBeUndefined();
    expect(found.isBroken).toBe(true);
  });

  it.each(['/news/a/', '/news/a', '/news/a/index.html'])('recognises the files of the page at %s', (page) => {
    const found = on(page, [at('a.md'), at('x.md'), at('b.md')]);
    expect(found.heading).toBe('2 problems on this page');
    expect(found.files.map(({ isHere }) => isHere)).toEqual([true, true, false]);
  });

  it('writes counts in both languages', () => {
    const [one, two] = [[at('a.md')], [at('a.md'), at('b.md')]];
    expect(on('/', one).summary).toBe('1 problem in 1 file');
    expect(on('/', one, two).summary).toBe('1 problem, 2 warnings in 2 files');
    expect(on('/', [], two).summary).toBe('2 warnings in 2 files');
    expect(on('/', one, two, 'fa').summary).toBe('۱ اشکال و ۲ هشدار در ۲ پرونده');
    expect(on('/news/a/', [], two, 'fa')).toMatchObject({ summary: '۲ هشدار در ۲ پرونده', heading: undefined });
    expect(on('/news/a/', one, [], 'fa').heading).toBe('این صفحه ۱ اشکال دارد');
    expect(on('/', one, [], 'fa').files[0]!.items[0]!.message).toBe('خبر متن ندارد.');
  });

  it('limits the lists and counts the problems left out', () => {
    const many = Array.from({ length: 3000 }, (_, index) => at(`${index % 100}.md`, index));
    const found = on('/', [], many);
    expect(found.files.length).toBe(50);
    expect(found.files.every(({ items }) => items.length === 20)).toBe(true);
    expect(found.rest).toBe('And 2000 more; npm run check lists all.');
    expect(JSON.stringify(found).length).toBeLessThan(300_000);
  });

  it('shows fields, and replaces unprintable characters', () => {
    const problem: Problem = { ...at('a\u202E.md'), field: 'ima\u0007ge' };
    const [file] = on('/', [problem]).files;
    expect([file!.file, file!.items[0]!.message.slice(0, 9)]).toEqual(['a\uFFFD.md', 'ima\uFFFDge: t']);
  });
});
