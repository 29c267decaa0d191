import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { nearFolder } from '../../../src/engine/output/folders.ts';
import { filesBelow } from '../../../src/engine/output/site-file.ts';
import { bringNear, kindOf, moveFiles } from '../../../src/engine/publish/moves.ts';
import { orderSteps } from '../../../src/engine/publish/order.ts';

let folder = '';
let out = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rooznegar-moves-'));
  out = join(folder, 'dist');
  mkdirSync(out);
});
afterEach(() => rmSync(folder, { recursive: true }));

function put(place: string, files: Readonly<Record<string, string>>): void {
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(place, file)), { recursive: true });
    writeFileSync(join(place, file), text);
  }
}
const bytesIn = (place: string): Record<string, string> =>
  Object.fromEntries(
    filesBelow(place)
      .toSorted()
      .map((file) => [file, readFileSync(join(place, file), 'utf8')]),
  );

describe('bringNear', () => {
  it('moves a folder into the output, in place of what an earlier build left there', () => {
    put(join(folder, 'next'), { 'a/b': 'new' });
    put(nearFolder(out), { stale: '' });
    bringNear(join(folder, 'next'), out);
    expect(bytesIn(nearFolder(out))).toEqual({ 'a/b': 'new' });
    expect(kindOf(join(folder, 'next'))).toBeUndefined();
  });

  it('passes on what the system says', () => {
    expect(() => bringNear(join(folder, 'none'), out)).toThrow(/ENOENT/);
  });
});

describe('moveFiles', () => {
  it('writes, replaces and removes, and leaves no empty folder', () => {
    put(out, { 'a.html': 'old', 'b/c/d.html': 'old', 'b/e.html': 'stays', 'f/g/h.html': 'old' });
    put(nearFolder(out), { 'a.html': 'new', 'x/y.html': 'new', 'x/z.html': 'new' });
    moveFiles(out, orderSteps(['a.html', 'x/y.html', 'x/z.html'], ['b/c/d.html', 'f/g/h.html']));
    rmSync(nearFolder(out), { recursive: true });
    expect(bytesIn(out)).toEqual({ 'a.html': 'new', 'b/e.html': 'stays', 'x/y.html': 'new', 'x/z.html': 'new' });
    expect(['b/c', 'f/g', 'f'].map((name) => kindOf(join(out, name)))).toEqual([undefined, undefined, undefined]);
  });

  it('turns a file into a folder and a folder into a file', () => {
    put(out, { 'old.html': '', 'a/b/c': '' });
    put(nearFolder(out), { 'old.html/index.html': 'new', a: 'new' });
    moveFiles(out, orderSteps(['old.html/index.html', 'a'], ['old.html', 'a/b/c']));
    rmSync(nearFolder(out), { recursive: true });
    expect(bytesIn(out)).toEqual({ a: 'new', 'old.html/index.html': 'new' });
  });

  it('does not mind that what is to go is gone, and keeps what has taken its place', () => {
    put(out, { 'a/index.html': 'new' });
    moveFiles(out, orderSteps([], ['a', 'none', 'none/deep/file']));
    expect(bytesIn(out)).toEqual({ 'a/index.html': 'new' });
  });
});

it('kindOf tells files, links and folders, and nothing below a file', () => {
  put(out, { a: '' });
  symlinkSync('nowhere', join(out, 'link'));
  expect(['a', 'link', '.', 'none', 'a/b'].map((name) => kindOf(join(out, name)))).toEqual([
    'file',
    'file',
    'folder',
    undefined,
    undefined,
  ]);
});
