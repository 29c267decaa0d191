import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { beginRelated } from '../../../src/engine/model/begin-related.ts';
import { packLists, packRelated, unpackLists, unpackRelated } from '../../../src/engine/model/related-task.ts';
import { findRelated } from '../../../src/core/related/find-related.ts';
import { type RelatedItem } from '../../../src/core/related/features.ts';
import { relatedFeatures } from '../../../src/core/related/features.ts';

const folder = mkdtempSync(join(tmpdir(), 'rooznegar-related-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const words = 'مترو زلزله باران دریاچه کتابخانه قطار پزشک معدن گندم پل تئاتر شطرنج'.split(' ');

/** Articles about two of the words each, an hour apart, newest first. */
function makeItems(count: number): RelatedItem[] {
  return Array.from({ length: count }, (_, index) => {
    const [one, two] = [words[index % words.length]!, words[(index * 7) % words.length]!];
    return {
      slug: `khabar-${index}`,
      contentKey: `key ${index}`,
      epoch: (count - index) * 3_600_000,
      section: index % 3 === 0 ? undefined : `section-${index % 3}`,
      features: relatedFeatures({ title: `${one} ${two}`, lead: '', text: `${one} ${index}`, tags: [two] }),
    };
  });
}

describe('beginRelated', () => {
  it.each([
    ['a small site, in this thread', 50],
    ['a large one, in another', 2500],
  ])('finds the same for %s, and caches it', async (_, count) => {
    const items = makeItems(count);
    const { lists } = findRelated(items, 6);
    const cache = join(folder, String(count));
    expect(await beginRelated(cache, items, 6)()).toEqual(lists);
    expect(await beginRelated(cache, items, 6)()).toEqual(lists);
  });
});

describe('packRelated and packLists', () => {
  it('are inverted by unpacking', () => {
    const items = makeItems(40);
    expect(unpackRelated(packRelated(folder, items, 6))).toEqual(items);
    const lists = [[3, 1, 0], [], [2]];
    expect(unpackLists(packLists(lists, 3), 3)).toEqual(lists);
  });
});
