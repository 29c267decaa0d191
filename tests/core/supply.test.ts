import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { allows, listLicences } from '../../scripts/supply/licences.ts';

const root = new URL('../..', import.meta.url).pathname;

describe('licences', () => {
  it('of all packages that the site is built with fit that of the repository', () => {
    const packages = listLicences(root);
    expect(packages.length).toBeGreaterThan(100);
    expect(packages.filter(({ isAllowed }) => !isAllowed)).toEqual([]);
  });

  it.each([
    ['MIT', true],
    ['GPL-3.0-only', false],
    ['AGPL-3.0-or-later', false],
    ['', false],
    ['SEE LICENSE IN LICENSE', false],
    ['(MIT OR GPL-3.0-only)', true],
    ['MIT AND GPL-3.0-only', false],
    ['(MIT OR GPL-3.0-only) AND ISC', true],
    ['GPL-2.0-only OR (MIT AND (ISC OR GPL-2.0-only))', true],
    ['CC-BY-NC-4.0', false],
  ])('«%s»: %s', (expression, expected) => expect(allows(expression)).toBe(expected));
});

describe('workflows', () => {
  const folder = `${root}.github/workflows/`;
  const workflows = readdirSync(folder).map((name) => [name, readFileSync(folder + name, 'utf8')] as const);

  it.each(workflows)('%s names actions by their commits, not by tags that can be moved', (_, text) => {
    const actions = Array.from(text.matchAll(/\buses:\s*(\S+)/g), ([, action]) => action);
    expect(actions.length).toBeGreaterThan(0);
    for (const action of actions) expect(action).toMatch(/^[\w-]+\/[\w-]+@[0-9a-f]{40}$/);
  });

  it.each(workflows)('%s may do nothing by itself but read, and keeps no credentials', (_, text) => {
    expect(text).toMatch(/^permissions:\n {2}contents: read\n(?! )/m);
    expect(text.match(/actions\/checkout@/g)?.length ?? 0).toBe(text.match(/persist-credentials: false/g)?.length ?? 0);
  });

  it.each(workflows)('%s gives what others can choose to no shell as text', (_, text) => {
    for (const [, command] of text.matchAll(/\brun:\s*(.*(?:\n {10,}.*)*)/g))
      expect(command).not.toContain('${{ github.');
  });
});
