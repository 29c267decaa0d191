import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { spaceOf } from '../../../src/engine/base/disk-space.ts';
import { InterruptedError } from '../../../src/engine/base/errors.ts';
import { lockName, withBuildLock } from '../../../src/engine/cache/build-lock.ts';
import { writeCacheJson } from '../../../src/engine/cache/cache-file.ts';
import { changesFile } from '../../../src/engine/output/changes.ts';
import { nearFolder, nextFolder, type PublishFolders } from '../../../src/engine/output/folders.ts';
import { draftJournal, isPublishing } from '../../../src/engine/publish/journal.ts';
import { runPublisher } from '../../../src/engine/publish/run-publisher.ts';
import { repository } from '../../support/folders.ts';

let folders: PublishFolders;
beforeEach(() => {
  const folder = mkdtempSync(join(tmpdir(), 'rooznegar-publisher-'));
  folders = { cache: join(folder, 'cache'), out: join(folder, 'site') };
  for (const place of Object.values(folders)) mkdirSync(place);
});
afterEach(() => rmSync(dirname(folders.out), { recursive: true }));

/** Stage files, and draft a journal. */
function stage(files: readonly string[], written: readonly string[] = files, removed: string[] = []): void {
  for (const file of [...files, changesFile]) {
    const path = join(nextFolder(folders), file);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, 'new');
  }
  draftJournal(folders, { written: new Map(written.map((file) => [file, { key: '', hash: '' }])), removed });
}

/** Run the publisher. Returns its error, and the lock at that time. */
async function run(): Promise<{ error: unknown; lock: string }> {
  return withBuildLock(folders.cache, async () => {
    const error: unknown = await runPublisher(folders).catch((caught: unknown) => caught);
    return { error, lock: readFileSync(join(folders.cache, lockName), 'utf8') };
  });
}

describe('the publisher', () => {
  it('moves everything into place, holding the lock of its build', async () => {
    writeFileSync(join(folders.out, 'old'), '');
    stage(['index.html', 'news/a/index.html'], undefined, ['old']);
    const { error, lock } = await run();
    expect(error).toBeUndefined();
    expect(readdirSync(folders.out).toSorted()).toEqual([changesFile, 'index.html', 'news']);
    expect(readFileSync(join(folders.out, changesFile), 'utf8')).toBe('new');
    const owners = lock.split('\n').map((line) => Number.parseInt(line));
    expect(owners).toEqual([process.pid, expect.any(Number)]);
    expect(owners[1]).not.toBe(process.pid);
  });

  it('throws the system error if nothing has begun', async () => {
    stage(['index.html']);
    rmSync(nextFolder(folders), { recursive: true });
    const { error } = await run();
    expect(error).toBeInstanceOf(Error);
    expect(error).not.toBeInstanceOf(InterruptedError);
    expect(error).toMatchObject({
      code: 'ENOENT',
      path: nextFolder(folders),
      message: expect.stringMatching(/^ENOENT: .*rename/),
    });
    expect(isPublishing(folders)).toBe(false);
  });

  it('reports an interruption if it had begun', async () => {
    stage(['index.html'], ['index.html', 'missing']);
    const { error } = await run();
    const path = join(nearFolder(folders.out), 'missing');
    expect(error).toBeInstanceOf(InterruptedError);
    expect(error).toMatchObject({ message: expect.stringContaining(`${path} no longer exists`), isPublished: false });
    expect((error as InterruptedError).words('fa')).toContain(`${path} دیگر نیست`);
    expect((error as InterruptedError).cause).toMatchObject({ code: 'ENOENT', path });
    expect([isPublishing(folders), existsSync(nearFolder(folders.out))]).toEqual([true, true]);
  });

  it('reports the free space of a full disk', async () => {
    stage(['index.html']);
    const { error } = await withFaults({ failure: { code: 'ENOSPC', from: 1, during: 'publishing' } }, run);
    expect(error).toMatchObject({ code: 'ENOSPC' });
    expect(spaceOf(error as Error)).toEqual({ free: expect.any(Number) });
  });

  it('reports other errors unchanged', async () => {
    stage(['index.html']);
    writeCacheJson(join(folders.cache, 'publishing-draft.json'), { written: 'nothing that is a list', removed: [] });
    const { error } = await run();
    expect(error).toBeInstanceOf(InterruptedError);
    expect(error).toMatchObject({ message: expect.stringContaining('written.map is not a function') });
  });

  it('reports that it was killed', async () => {
    stage(['index.html']);
    const { error } = await withFaults({ kill: { at: 4, countedBy: 'publisher', victim: 'publisher' } }, run);
    expect(error).toBeInstanceOf(InterruptedError);
    const { words } = error as InterruptedError;
    expect([words('en'), words('fa')]).toEqual([
      'The publishing process was killed.',
      'فرایندی که سایت را منتشر می‌کند کشته شد.',
    ]);
  });

  it('fails if it cannot be started, and leaves the lock to its build', async () => {
    stage(['index.html']);
    const { execPath } = process;
    process.execPath = join(folders.cache, 'no-node');
    const { error, lock } = await run();
    process.execPath = execPath;
    expect(error).toMatchObject({ code: 'ENOENT', syscall: expect.stringContaining('spawn') });
    expect(lock.split('\n')).toHaveLength(1);
  });

  it('does nothing without a signal from its build, which may have been killed', () => {
    stage(['index.html']);
    const program = join(repository, 'src/engine/publish/publisher.ts');
    for (const input of ['', 'publis']) {
      const { status, stdout } = spawnSync(process.execPath, [program, folders.cache, folders.out], { input });
      expect([status, String(stdout), readdirSync(folders.out)]).toEqual([0, '', []]);
    }
  });
});

/** Run something with faults injected into its child processes. */
async function withFaults<Result>(faults: object, action: () => Promise<Result>): Promise<Result> {
  const { execArgv } = process;
  process.execArgv = [...execArgv, '--import', join(repository, 'tests/support/faults.ts')];
  process.env['FAULTS'] = JSON.stringify(faults);
  try {
    return await action();
  } finally {
    process.execArgv = execArgv;
    delete process.env['FAULTS'];
  }
}
