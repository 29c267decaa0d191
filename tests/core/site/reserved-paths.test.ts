import { describe, expect, it } from 'vitest';
import {
  isReservedSlug,
  reservedFiles,
  reservedFolders,
  reservedSlugs,
} from '../../../src/core/site/reserved-paths.ts';
import { termKinds } from '../../../src/core/site/terms.ts';

describe('reserved paths', () => {
  it('hold the addresses of the kinds of terms', () => {
    for (const kind of termKinds) expect(isReservedSlug(kind), kind).toBe(true);
  });

  it('hold folders without a page, by their whole name', () => {
    expect(isReservedSlug('files')).toBe(true);
    expect(isReservedSlug('file')).toBe(false);
    expect(isReservedSlug('search/index')).toBe(true);
  });

  it('leave other slugs to pages', () => {
    for (const slug of ['about', 'درباره', '', 'newsletter']) expect(isReservedSlug(slug), slug).toBe(false);
  });

  it('are written as each kind is: slugs, folders and files', () => {
    for (const slug of reservedSlugs) expect(slug).toMatch(/^[a-z0-9]+$/);
    for (const folder of reservedFolders) expect(folder).toMatch(/^\/[\w./-]+\/$/);
    for (const file of reservedFiles) expect(file).toMatch(/^\/[\w.-]*\w$/);
  });
});
