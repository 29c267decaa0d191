import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { readPublished, writePublished } from '../../../src/engine/output/published-files.ts';

const folder = mkdtempSync(join(tmpdir(), 'rooznegar-published-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('names of any kind are read back unchanged', () => {
  const state = { key: 'k', hash: 'h', size: 1, written: 2 };
  const names = [
    'news/خبر/index.html',
    'files/a\n../../b.jpg',
    'files/a\tb.jpg',
    '"a".jpg',
    "a'b\\c.jpg",
    '\u2028.jpg',
  ];
  const path = join(folder, 'published.tsv');
  writePublished(path, new Map(names.map((name) => [name, state])));
  expect([...readPublished(path)!.keys()]).toEqual(names);
});
