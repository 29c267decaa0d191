import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { compareSites, sumUpFiles } from '../../../src/engine/template/compare-sites.ts';

const folder = mkdtempSync(join(tmpdir(), 'compare-sites-'));
afterAll(() => rmSync(folder, { recursive: true }));

function site(name: string, files: Readonly<Record<string, string>>): string {
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name, file)), { recursive: true });
    writeFileSync(join(folder, name, file), text);
  }
  return join(folder, name);
}

it('two builds are compared byte for byte', () => {
  const before = site('a', {
    'index.html': 'a',
    'same.css': 'x',
    'length.js': 'ab',
    'old/x': '',
    '.changes.json': '1',
  });
  const after = site('b', {
    'index.html': 'b',
    'same.css': 'x',
    'length.js': 'abc',
    'new/x': '',
    '.changes.json': '2',
  });
  expect(compareSites(before, after)).toEqual({
    added: ['new/x'],
    changed: ['index.html', 'length.js'],
    removed: ['old/x'],
  });
});

it('many files of a folder are one line', () => {
  const news = ['a', 'b', 'c', 'd'].map((name) => `news/${name}/index.html`);
  expect(sumUpFiles(['404.html', 'about/index.html', ...news, 'rss.xml'])).toEqual([
    '404.html',
    'about/index.html',
    'news/ (4 files)',
    'rss.xml',
  ]);
});
