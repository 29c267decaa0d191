import { linkSync, mkdirSync, mkdtempSync, renameSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isRecentStamp, stampOf } from '../../../src/engine/cache/file-stamp.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rooznegar-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('stampOf', () => {
  it('differs when size, time or the file itself differs', () => {
    const path = join(folder, 'a');
    const stamps = new Set<string>();
    const put = (text: string, modified: number): void => {
      writeFileSync(path, text);
      utimesSync(path, modified, modified);
      stamps.add(stampOf(path));
    };
    put('a', 1000);
    put('ab', 1000);
    put('ab', 2000);
    writeFileSync(join(folder, 'b'), 'ab');
    utimesSync(join(folder, 'b'), 2000, 2000);
    renameSync(join(folder, 'b'), path);
    stamps.add(stampOf(path));
    expect(stamps.size).toBe(4);
  });

  it('is the same as long as nothing happens to a file, whatever its name', () => {
    const path = join(folder, 'a');
    writeFileSync(path, 'a');
    linkSync(path, join(folder, 'b'));
    expect(stampOf(path)).toBe(stampOf(path));
    expect(stampOf(join(folder, 'b'))).toBe(stampOf(path));
  });

  it('is empty where there is no file that can be seen', () => {
    mkdirSync(join(folder, 'folder'));
    symlinkSync('loop', join(folder, 'loop'));
    for (const name of ['none', 'folder', 'loop', 'a\0b', 'a'.repeat(5000), 'none/none'])
      expect(stampOf(join(folder, name)), name.slice(0, 9)).toBe('');
  });
});

describe('isRecentStamp', () => {
  const stamp = (modified: number, changed: number): string => `12 ${modified} ${changed} 77`;

  it.each([
    [1000, 1000, 1000],
    [1000, 900, 1049],
    [900, 1000, 1049],
    [1000, 1000, 900],
    [1000.5, 1000.5, 1050],
  ])('holds for a file of %d ms, changed at %d, that was looked at by %d', (modified, changed, stamped) => {
    expect(isRecentStamp(stamp(modified, changed), stamped)).toBe(true);
  });

  it.each([
    [1000, 1000, 1050],
    [900, 1000, 1060],
    [1000, 900, 1_000_000],
  ])('does not for one of %d ms, changed at %d, that was looked at by %d', (modified, changed, stamped) => {
    expect(isRecentStamp(stamp(modified, changed), stamped)).toBe(false);
  });

  it('does not for a file that was not there', () => expect(isRecentStamp('', 1000)).toBe(false));

  it('reports a file that was written just now', () => {
    const path = join(folder, 'a');
    writeFileSync(path, 'a');
    const written = Number(stampOf(path).split(' ')[2]);
    expect(isRecentStamp(stampOf(path), written)).toBe(true);
    expect(isRecentStamp(stampOf(path), written + 60_000)).toBe(false);
  });
});
