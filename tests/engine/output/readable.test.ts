import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isOwnersAlone, makeReadableFolder } from '../../../src/engine/output/readable.ts';
import { placeFile } from '../../../src/engine/output/site-file.ts';
import { bringNear, moveFiles } from '../../../src/engine/publish/moves.ts';

let folder: string;
let before: number;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rooznegar-modes-'));
  chmodSync(folder, 0o755);
  before = process.umask(0o022);
});
afterEach(() => {
  process.umask(before);
  rmSync(folder, { recursive: true });
});

const modeOf = (path: string): string => (statSync(join(folder, path)).mode & 0o777).toString(8);

describe.skipIf(process.platform === 'win32').each([0o022, 0o027, 0o077, 0o072])('with a umask of %i', (mask) => {
  it('makes new files and folders readable by all users, from writing to publishing', () => {
    process.umask(mask);
    mkdirSync(join(folder, 'cache'));
    const [next, out] = [join(folder, 'cache/next'), join(folder, 'dist')];
    placeFile(next, 'news/pol/index.html', Buffer.from('1'));
    placeFile(next, 'news/pol/data.json', Buffer.from('2'));
    makeReadableFolder(out);
    bringNear(next, out);
    moveFiles(out, { blockers: [], written: ['news/pol/index.html', 'news/pol/data.json'], removed: [] });
    for (const made of ['dist', 'dist/news', 'dist/news/pol']) expect(modeOf(made), made).toBe('755');
    for (const file of ['index.html', 'data.json']) expect(modeOf(`dist/news/pol/${file}`), file).toBe('644');
    // Unpublished files stay private.
    expect(modeOf('cache')).toBe((0o777 & ~mask).toString(8));
    expect(isOwnersAlone(out)).toBe(false);
  });

  it('preserves the permissions of existing files', () => {
    mkdirSync(join(folder, 'dist'), { mode: 0o700 });
    mkdirSync(join(folder, 'dist/news'), { mode: 0o750 });
    process.umask(mask);
    placeFile(join(folder, 'dist'), 'news/a/x.html', Buffer.from('1'));
    expect([modeOf('dist'), modeOf('dist/news'), modeOf('dist/news/a')]).toEqual(['700', '750', '755']);
    expect(readdirSync(join(folder, 'dist/news/a'))).toEqual(['x.html']);
  });
});

describe.skipIf(process.platform === 'win32')('isOwnersAlone', () => {
  it.each([
    [0o755, 0o644, false],
    [0o750, 0o640, false],
    [0o700, 0o644, true],
    [0o755, 0o600, true],
  ])('of a folder with %i and a page with %i', (forFolder, forFile, expected) => {
    writeFileSync(join(folder, 'index.html'), '');
    chmodSync(join(folder, 'index.html'), forFile);
    chmodSync(folder, forFolder);
    expect(isOwnersAlone(folder)).toBe(expected);
  });

  it('is false for a site that does not exist', () => {
    expect(isOwnersAlone(join(folder, 'none'))).toBe(false);
  });
});
