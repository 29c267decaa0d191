import { describe, expect, it } from 'vitest';
import { allows, listLicences } from '../../scripts/licences/list.ts';
import { repository } from '../support/folders.ts';

describe('licences', () => {
  it('of all packages that the site is built with fit that of the repository', () => {
    const packages = listLicences(repository);
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
