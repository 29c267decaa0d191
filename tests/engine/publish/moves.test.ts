import { existsSync, mkdirSync, mkdtempSync, rmSync, statSync, symlinkSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { spaceOf } from '../../../src/engine/base/disk-space.ts';
import { nearFolder } from '../../../src/engine/output/folders.ts';
import { bringNear, kindOf, moveFiles } from '../../../src/engine/publish/moves.ts';
import { orderSteps } from '../../../src/engine/publish/order.ts';
import { readFiles, writeFiles } from '../../support/files.ts';
import { countRuns } from '../../support/runs.ts';
import { otherDisk, realFs, systemError, withFs } from '../../support/with-fs.ts';

let folder = '';
let out = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rooznegar-moves-'));
  out = join(folder, 'dist');
  mkdirSync(out);
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('bringNear', () => {
  it('moves a folder into the output, in place of what an earlier build left there', () => {
    writeFiles(join(folder, 'next'), { 'a/b': 'new' });
    writeFiles(nearFolder(out), { stale: '' });
    bringNear(join(folder, 'next'), out);
    expect(readFiles(nearFolder(out))).toEqual({ 'a/b': 'new' });
    expect(kindOf(join(folder, 'next'))).toBeUndefined();
  });

  it('throws system errors', () => {
    expect(() => bringNear(join(folder, 'none'), out)).toThrow(/ENOENT/);
    expect(kindOf(nearFolder(out))).toBeUndefined();
  });

  it('copies nothing if moving fails for any reason other than a second disk', async () => {
    writeFiles(join(folder, 'next'), { a: 'new' });
    const renameSync = (): void => {
      throw systemError('EACCES');
    };
    await expect(withFs({ renameSync }, () => bringNear(join(folder, 'next'), out))).rejects.toThrow('EACCES');
    expect([kindOf(nearFolder(out)), readFiles(join(folder, 'next'))]).toEqual([undefined, { a: 'new' }]);
  });

  it('copies to an output folder on another disk, keeping file times', async () => {
    const next = join(folder, 'next');
    writeFiles(next, { 'a/b': 'new', c: '' });
    utimesSync(join(next, 'a/b'), 1000, 1000);
    await withFs(otherDisk, () => bringNear(next, out));
    expect(readFiles(nearFolder(out))).toEqual({ 'a/b': 'new', c: '' });
    expect(statSync(join(nearFolder(out), 'a/b')).mtimeMs).toBe(1_000_000);
    expect(kindOf(next)).toBeUndefined();
  });

  it.runIf(existsSync('/dev/shm'))('copies from one real disk to another', () => {
    const memory = mkdtempSync('/dev/shm/rooznegar-moves-');
    writeFiles(memory, { 'a/b': 'new' });
    bringNear(memory, out);
    expect(readFiles(nearFolder(out))).toEqual({ 'a/b': 'new' });
    expect(kindOf(memory)).toBeUndefined();
  });

  it.each([
    ['ENOSPC', () => out],
    ['EACCES', () => join(folder, 'next')],
  ])('reports the space that a copy failing with %s needed, and removes the partial copy', async (code, place) => {
    const next = join(folder, 'next');
    writeFiles(next, { 'a/b': '12345', c: '678' });
    const fails = (from: string | URL, to: string | URL): void => {
      realFs.cpSync(join(String(from), 'c'), join(String(to), 'c'));
      throw systemError(code, String(from));
    };
    const error = await withFs({ ...otherDisk, cpSync: fails }, () => bringNear(next, out)).catch((e: unknown) => e);
    expect(error).toMatchObject({ code, path: place() });
    expect(spaceOf(error as Error)).toEqual({ free: expect.any(Number), needed: 8 });
    expect([kindOf(nearFolder(out)), readFiles(next)]).toEqual([undefined, { 'a/b': '12345', c: '678' }]);
  });
});

describe('moveFiles', () => {
  it('writes, replaces and removes, and leaves no empty folder', () => {
    writeFiles(out, { 'a.html': 'old', 'b/c/d.html': 'old', 'b/e.html': 'stays', 'f/g/h.html': 'old' });
    writeFiles(nearFolder(out), { 'a.html': 'new', 'x/y.html': 'new', 'x/z.html': 'new' });
    moveFiles(out, orderSteps(['a.html', 'x/y.html', 'x/z.html'], ['b/c/d.html', 'f/g/h.html']));
    rmSync(nearFolder(out), { recursive: true });
    expect(readFiles(out)).toEqual({ 'a.html': 'new', 'b/e.html': 'stays', 'x/y.html': 'new', 'x/z.html': 'new' });
    expect(['b/c', 'f/g', 'f'].map((name) => kindOf(join(out, name)))).toEqual([undefined, undefined, undefined]);
  });

  it('turns a file into a folder and a folder into a file', () => {
    writeFiles(out, { 'old.html': '', 'a/b/c': '' });
    writeFiles(nearFolder(out), { 'old.html/index.html': 'new', a: 'new' });
    moveFiles(out, orderSteps(['old.html/index.html', 'a'], ['old.html', 'a/b/c']));
    rmSync(nearFolder(out), { recursive: true });
    expect(readFiles(out)).toEqual({ a: 'new', 'old.html/index.html': 'new' });
  });

  it('does not mind that what is to go is gone, and keeps what has taken its place', () => {
    writeFiles(out, { 'a/index.html': 'new' });
    moveFiles(out, orderSteps([], ['a', 'none', 'none/deep/file']));
    expect(readFiles(out)).toEqual({ 'a/index.html': 'new' });
  });

  it('removes empty parents of a missing folder', () => {
    writeFiles(out, { 'a/stays': '' });
    mkdirSync(join(out, 'b/c'), { recursive: true });
    moveFiles(out, orderSteps([], ['a/x/y/z', 'b/c/d/e/f']));
    expect([kindOf(join(out, 'a')), kindOf(join(out, 'b'))]).toEqual(['folder', undefined]);
  });

  it('stops at the first error and throws it', async () => {
    writeFiles(out, { 'old.html': '' });
    writeFiles(nearFolder(out), { a: 'new', b: 'new' });
    const renameSync = (): void => {
      throw systemError('EIO');
    };
    await expect(withFs({ renameSync }, () => moveFiles(out, orderSteps(['a', 'b'], ['old.html'])))).rejects.toThrow(
      'EIO',
    );
    expect(kindOf(join(out, 'old.html'))).toBe('file');
  });

  it('never has a page whose targets are missing', async () => {
    // Per article: the picture on its page before and after; −1 if the article does not exist.
    const articles = fc.array(fc.tuple(fc.integer({ min: -1, max: 2 }), fc.integer({ min: -1, max: 2 })), {
      minLength: 1,
      maxLength: 5,
    });
    let moments = 0;
    const look = <Values extends unknown[]>(change: (...values: Values) => void) => {
      return (...values: Values): void => {
        change(...values);
        moments++;
        expect(missingTargets()).toEqual([]);
      };
    };
    const { renameSync, unlinkSync, rmdirSync } = realFs;
    const watched = { renameSync: look(renameSync), unlinkSync: look(unlinkSync), rmdirSync: look(rmdirSync) };
    const property = fc.asyncProperty(articles, async (pairs) => {
      const before = siteOf(pairs.map(([picture]) => picture));
      const after = siteOf(pairs.map(([, picture]) => picture));
      rmSync(out, { recursive: true });
      writeFiles(out, before);
      const written = Object.keys(after).filter((file) => after[file] !== before[file]);
      writeFiles(nearFolder(out), Object.fromEntries(written.map((file) => [file, after[file]!])));
      const removed = Object.keys(before).filter((file) => !(file in after));
      await withFs(watched, () => moveFiles(out, orderSteps(written, removed)));
      rmSync(nearFolder(out), { recursive: true, force: true });
      expect(readFiles(out)).toEqual(after);
    });
    await fc.assert(property, { numRuns: countRuns(40, 1000) });
    expect(moments).toBeGreaterThan(200);
  });
});

/** A site whose files list what they refer to: articles with pictures, a list and a front page. */
function siteOf(pictures: readonly number[]): Record<string, string> {
  const pages = pictures.flatMap((picture, index) =>
    picture < 0 ? [] : [[`news/${index}/index.html`, `_pictures/${picture}.avif`] as const],
  );
  const news = pages.map(([page]) => page).join(' ');
  return {
    ...Object.fromEntries(pages.map(([, picture]) => [picture, ''])),
    ...Object.fromEntries(pages),
    [`tags/${pages.length}/index.html`]: news,
    'index.html': `tags/${pages.length}/index.html ${news}`,
  };
}

function missingTargets(): string[] {
  return Object.entries(readFiles(out))
    .filter(([file]) => !file.startsWith('.'))
    .flatMap(([, targets]) => targets.split(' ').filter((target) => target !== '' && !existsSync(join(out, target))));
}

it('kindOf tells files, links and folders, and nothing below a file', () => {
  writeFiles(out, { a: '' });
  symlinkSync('nowhere', join(out, 'link'));
  expect(['a', 'link', '.', 'none', 'a/b'].map((name) => kindOf(join(out, name)))).toEqual([
    'file',
    'file',
    'folder',
    undefined,
    undefined,
  ]);
});

it('kindOf throws other system errors', () => {
  expect(() => kindOf(join(out, 'a'.repeat(300)))).toThrow(/ENAMETOOLONG/);
});
