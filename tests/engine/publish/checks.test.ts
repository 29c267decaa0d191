import { chmodSync, constants, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { changesFile, formatChanges } from '../../../src/engine/output/changes.ts';
import { nearFolder } from '../../../src/engine/output/folders.ts';
import { checkMoves, checkReplaceable, checkStrangers } from '../../../src/engine/publish/checks.ts';
import { orderSteps } from '../../../src/engine/publish/order.ts';
import { systemError, withFs } from '../../support/with-fs.ts';

let out = '';
beforeEach(() => {
  out = mkdtempSync(join(tmpdir(), 'rooznegar-checks-'));
});
afterEach(() => rmSync(out, { recursive: true }));

function put(...files: string[]): void {
  for (const file of files) {
    mkdirSync(dirname(join(out, file)), { recursive: true });
    writeFileSync(join(out, file), '');
  }
}

describe('checkReplaceable', () => {
  const [full, empty] = [{ articles: [{}] }, { articles: [] }] as unknown as Parameters<typeof checkReplaceable>[1][];

  it('lets a site and a part of a site be replaced, and what an interrupted build left behind', () => {
    mkdirSync(nearFolder(out));
    checkReplaceable(out, full!);
    put('.shard.json', 'news/a/index.html');
    checkReplaceable(out, full!);
  });

  it('refuses to empty a newspaper, and not a site that has had no article', () => {
    put('sitemap-index.xml');
    checkReplaceable(out, empty!);
    put('news/a/index.html');
    checkReplaceable(out, full!);
    expect(() => checkReplaceable(out, empty!)).toThrow(/no article to publish/);
  });
});

describe('checkStrangers', () => {
  const site = (names?: string[]): void =>
    writeFileSync(join(out, changesFile), formatChanges({ written: [], removed: [], ...(names && { names }) }));

  it('names what is not of the site, but for what is hidden', () => {
    site(['index.html', 'news']);
    put('index.html', 'news/strange.html', '.git/config');
    checkStrangers(out);
    put('b.txt', 'a/x');
    expect(() => checkStrangers(out)).toThrow(`${out} contains files that were not made by a build: a, b.txt.`);
  });

  it('knows nothing of strangers where no list of the site’s own names is left', () => {
    put('a');
    checkStrangers(out);
    site();
    checkStrangers(out);
  });
});

describe('checkMoves', () => {
  const check = (written: string[], removed: string[] = []): void => checkMoves(out, orderSteps(written, removed));

  it('passes where each file and folder can have its name', () => {
    put('a/old.html', 'old.html', 'b/c/d');
    check(['a/new.html', 'x/y/z', 'a/old.html']);
    check(['old.html/index.html'], ['old.html']);
    check(['b/c'], ['b/c/d']);
  });

  it('refuses a file in the place of a folder, and a folder in the place of a file', () => {
    put('a', 'b/c');
    expect(() => check(['a/index.html'])).toThrow(`${join(out, 'a')} is a file that was not made by a build.`);
    expect(() => check(['a/b/index.html'])).toThrow('the site has a folder of this name');
    expect(() => check(['b'])).toThrow(`${join(out, 'b')} is a folder that was not made by a build.`);
    expect(() => check(['b'])).toThrow('the site has a file of this name');
  });

  it.runIf(process.getuid?.() !== 0)('refuses folders that may not be changed, with the words of the system', () => {
    put('a/b');
    chmodSync(join(out, 'a'), 0o500);
    expect(() => check(['a/c'])).toThrow(/EACCES/);
    check(['c']);
    chmodSync(join(out, 'a'), 0o700);
    chmodSync(out, 0o500);
    expect(() => check(['c'])).toThrow(/EACCES/);
    chmodSync(out, 0o700);
  });

  it('checks access to every folder with added or removed names, and to no other', async () => {
    put('a/b/c', 'd/e', 'f/g', 'h/i');
    const changes = { written: ['a/b/new', 'x/y'], removed: ['d/e', 'h/gone/j'] };
    const isRefused = async (folder: string): Promise<boolean> => {
      const accessSync = (path: unknown): void => {
        if (path === join(out, folder)) throw systemError('EACCES');
      };
      return withFs({ accessSync }, () => check(changes.written, changes.removed)).then(
        () => false,
        () => true,
      );
    };
    const refused: string[] = [];
    for (const folder of ['.', 'a', 'a/b', 'd', 'f', 'h', 'x']) if (await isRefused(folder)) refused.push(folder);
    expect(refused).toEqual(['.', 'a', 'a/b', 'd', 'h']);
  });

  it('requires permission to write to a folder and to enter it', async () => {
    put('a/b');
    const asked: unknown[] = [];
    await withFs({ accessSync: (_, mode) => asked.push(mode) }, () => check(['a/c']));
    expect(asked).toEqual([constants.W_OK | constants.X_OK, constants.W_OK | constants.X_OK]);
  });
});
