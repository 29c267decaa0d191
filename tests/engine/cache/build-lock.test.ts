import fs, { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { lockName, shareBuildLock, withBuildLock } from '../../../src/engine/cache/build-lock.ts';

let folder = '';
let path = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rooznegar-lock-'));
  path = join(folder, lockName);
});
afterEach(() => rmSync(folder, { recursive: true }));

const { linkSync } = fs;
afterEach(() => {
  fs.linkSync = linkSync;
  syncBuiltinESMExports();
});

/** A disk such as exFAT, without hard links. */
function forbidLinks(code: string): void {
  fs.linkSync = () => {
    throw Object.assign(new Error(code), { code });
  };
  syncBuiltinESMExports();
}

describe('the lock of a build', () => {
  it.each(['with', 'without'])('exists during a build, on disks %s links', async (links) => {
    if (links === 'without') forbidLinks('EPERM');
    await withBuildLock(folder, async () => {
      expect(readFileSync(path, 'utf8')).toMatch(new RegExp(`^${process.pid} \\S+$`));
      await expect(withBuildLock(folder, async () => {})).rejects.toThrow(
        `Another build of this site is running (process ${process.pid}). Wait until it ends. If there is no such build, remove ${path}.`,
      );
    });
    expect(existsSync(path)).toBe(false);
  });

  it('names further processes of the build too', async () => {
    await withBuildLock(folder, async () => {
      shareBuildLock(folder, process.ppid);
      expect(readFileSync(path, 'utf8').split('\n')[1]).toMatch(new RegExp(`^${process.ppid} \\S+$`));
    });
  });

  it('is taken over from a dead process whose id was reused, also without /proc', async () => {
    writeFileSync(path, `${process.pid} t1000`);
    expect(await withBuildLock(folder, async () => 'built')).toBe('built');
    writeFileSync(path, `${process.pid} t${Math.round(performance.timeOrigin)}`);
    await expect(withBuildLock(folder, async () => 'built')).rejects.toThrow('Another build of this site');
  });

  it('is waited for while it is being written', async () => {
    writeFileSync(path, '');
    const taking = withBuildLock(folder, async () => 'built');
    await setTimeout(100);
    writeFileSync(path, `${process.pid} t${Math.round(performance.timeOrigin)}`);
    await expect(taking).rejects.toThrow('Another build of this site');
  });

  it('is taken over if it was left empty', async () => {
    writeFileSync(path, '');
    expect(await withBuildLock(folder, async () => 'built')).toBe('built');
  });
});
