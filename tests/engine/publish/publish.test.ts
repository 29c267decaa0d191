import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, sep } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { withBuildLock } from '../../../src/engine/cache/build-lock.ts';
import { checkReplaceable } from '../../../src/engine/publish/checks.ts';
import { nearFolder, nextFolder, publishedPath } from '../../../src/engine/output/folders.ts';
import { finishPublishing, oncePublished, publishUpdate } from '../../../src/engine/publish/publish.ts';
import {
  draftJournal,
  isPublishing,
  openJournal,
  readUnreportedChanges,
  type SiteUpdate,
} from '../../../src/engine/publish/journal.ts';
import { readChanges, type SiteChanges } from '../../../src/engine/output/changes.ts';
import { InterruptedError } from '../../../src/engine/base/errors.ts';
import { bringNear, moveFiles } from '../../../src/engine/publish/moves.ts';
import { orderSteps } from '../../../src/engine/publish/order.ts';
import { type PublishedFile, readPublished } from '../../../src/engine/output/published-files.ts';
import { makeArticle, makeSite } from '../../support/make-site.ts';
import { otherDisk, realFs, systemError, withFs } from '../../support/with-fs.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rooznegar-publish-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const put = (path: string, text: string): void => {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
};

describe('the folder that a build may replace', () => {
  it('is new, empty or an earlier build', () => {
    const site = makeSite([makeArticle()]);
    checkReplaceable(join(folder, 'none'), site);
    checkReplaceable(folder, site);
    put(join(folder, 'sitemap-index.xml'), '');
    put(join(folder, 'index.html'), '');
    checkReplaceable(folder, site);
  });

  it('is none that holds other files', () => {
    put(join(folder, 'precious.txt'), '');
    expect(() => checkReplaceable(folder, makeSite([makeArticle()]))).toThrow(/not made by a build.*--force/);
  });

  it('is no newspaper, where there is no article', () => {
    put(join(folder, 'sitemap-index.xml'), '');
    put(join(folder, 'news/x/index.html'), '');
    expect(() => checkReplaceable(folder, makeSite())).toThrow(/no article to publish/);
  });
});

describe('publishing', () => {
  const places = () => ({ cache: join(folder, 'cache'), out: join(folder, 'site') });
  const publish = async (
    files: Record<string, string>,
    removed: string[] = [],
    before: string[] = [],
  ): Promise<SiteChanges> => {
    for (const [file, text] of Object.entries(files)) put(join(nextFolder(places()), file), text);
    const written = new Map(Object.entries(files).map(([file, text]) => [file, { key: text, hash: text }]));
    const kept = new Map(before.map((file) => [file, { key: '', hash: '', size: 0, written: 0 } as PublishedFile]));
    return update({ written, removed, kept });
  };
  const update = (what: SiteUpdate): Promise<SiteChanges> =>
    withBuildLock(places().cache, () => publishUpdate(places(), what));
  const published = (): string[] =>
    readdirSync(places().out, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) =>
        join(entry.parentPath, entry.name)
          .slice(places().out.length + 1)
          .replaceAll(sep, '/'),
      )
      .toSorted();
  const read = (file: string): string => readFileSync(join(places().out, file), 'utf8');

  it('writes, replaces and removes, and leaves nothing else behind', async () => {
    await publish({ 'index.html': '1', 'news/a/index.html': '1', 'news/b/index.html': '1' });
    await publish({ 'index.html': '2', 'news/c/index.html': '2' }, ['news/b/index.html'], ['news/a/index.html']);
    expect(published()).toEqual(['.changes.json', 'index.html', 'news/a/index.html', 'news/c/index.html']);
    expect(read('index.html')).toBe('2');
    expect(readdirSync(folder).toSorted()).toEqual(['cache', 'site']);
    expect(readdirSync(join(folder, 'cache'))).toEqual(['published.tsv']);
    expect(existsSync(join(places().out, 'news/b'))).toBe(false);
  });

  it('lets a file become a folder, and a folder a file', async () => {
    await publish({ 'old.html': '1', 'plain/index.html': '1' });
    await publish({ 'old.html/index.html': '2', plain: '2' }, ['old.html', 'plain/index.html']);
    expect(published()).toEqual(['.changes.json', 'old.html/index.html', 'plain']);
  });

  it('refuses where a folder of somebody else has the name of a page, before anything changes', async () => {
    await publish({ 'index.html': '1', 'a.txt': '1' });
    put(join(places().out, 'b.txt/precious'), '');
    await expect(publish({ 'a.txt': '2', 'b.txt': '2' })).rejects.toThrow(
      /b\.txt is a folder that was not made by a build/,
    );
    expect(read('a.txt')).toBe('1');
  });

  it.skipIf(process.platform === 'win32' || process.getuid?.() === 0)(
    'changes nothing where a folder may not be written',
    async () => {
      await publish({ 'index.html': '1', 'news/a/index.html': '1' });
      chmodSync(join(places().out, 'news/a'), 0o555);
      await expect(publish({ 'index.html': '2', 'news/a/index.html': '2' })).rejects.toThrow(/EACCES/);
      chmodSync(join(places().out, 'news/a'), 0o755);
      expect(read('index.html')).toBe('1');
    },
  );

  it('does not take a few changes for a site, where the site has vanished meanwhile', async () => {
    await publish({ 'index.html': '1', 'news/a/index.html': '1' });
    rmSync(places().out, { recursive: true });
    await expect(publish({ 'index.html': '2' }, [], ['news/a/index.html'])).rejects.toThrow(/ENOENT/);
    expect(existsSync(places().out)).toBe(false);
  });

  it('can go on after it broke off in the middle', async () => {
    await publish({ 'index.html': '1', 'news/a/index.html': '1' });
    // What was made has vanished: moving breaks off after what comes first.
    put(join(nextFolder(places()), 'news/a/index.html'), '2');
    const written = new Map(['news/a/index.html', 'index.html'].map((file) => [file, { key: '2', hash: '2' }]));
    await expect(update({ written, removed: [], kept: new Map() })).rejects.toThrow(/no longer exists|ENOENT/);
    expect([read('news/a/index.html'), read('index.html')]).toEqual(['2', '1']);
    finishPublishing(places());
    expect(published()).toEqual(['.changes.json', 'index.html', 'news/a/index.html']);
  });

  it('lists its changes, unreported ones of earlier builds, and top-level names', async () => {
    const files = { 'index.html': '1', 'z/1.css': '1', 'z/2.css': '1', 'news/a/index.html': '1', old: '1' };
    const first = { written: Object.keys(files).toSorted(), removed: [] };
    expect(await publish(files)).toEqual(first);
    expect(readChanges(places().out)).toEqual({ ...first, names: ['index.html', 'news', 'old', 'z'] });
    draftJournal(places(), { written: new Map([['z/1.css', { key: '2', hash: '2' }]]), removed: ['gone'] });
    openJournal(places());
    finishPublishing(places());
    const kept = ['z/1.css', 'z/2.css', 'news/a/index.html'];
    const second = { written: ['index.html', 'z/1.css'], removed: ['gone', 'old'] };
    expect(await publish({ 'index.html': '2' }, ['old'], kept)).toEqual(second);
    expect(readChanges(places().out)).toEqual({ ...second, names: ['index.html', 'news', 'z'] });
    expect(await publish({}, [], [...kept, 'index.html'])).toEqual({ written: [], removed: [] });
  });

  it('records written and kept files, and no removed ones', async () => {
    await publish({ 'index.html': 'one', 'news/a/index.html': '1', old: '1' });
    const kept = { key: 'k', hash: 'h', size: 1, written: 5 };
    put(join(nextFolder(places()), 'index.html'), 'two');
    await update({
      written: new Map([['index.html', { key: '2', hash: 'two' }]]),
      removed: ['old'],
      kept: new Map([
        ['news/a/index.html', kept],
        ['old', kept],
      ]),
    });
    expect(Object.fromEntries(remembered())).toEqual({
      'index.html': { key: '2', hash: 'two', size: 3, written: expect.any(Number) },
      'news/a/index.html': kept,
    });
  });

  it('creates the parent folders of a new site', async () => {
    const nested = { ...places(), out: join(folder, 'var/www/site') };
    put(join(nextFolder(nested), 'index.html'), '1');
    await withBuildLock(nested.cache, () =>
      publishUpdate(nested, {
        written: new Map([['index.html', { key: '', hash: '' }]]),
        removed: [],
        kept: new Map(),
      }),
    );
    expect(readdirSync(nested.out).toSorted()).toEqual(['.changes.json', 'index.html']);
  });

  describe('on another disk', () => {
    it('creates a new site', async () => {
      await withFs(otherDisk, () => publish({ 'index.html': '1', 'news/a/index.html': '1' }));
      expect(published()).toEqual(['.changes.json', 'index.html', 'news/a/index.html']);
      expect(existsSync(nearFolder(places().out))).toBe(false);
      expect([...remembered().keys()]).toEqual(['index.html', 'news/a/index.html']);
    });

    it.runIf(existsSync('/dev/shm'))('creates and updates a site on a real one', async () => {
      const out = join(mkdtempSync('/dev/shm/rooznegar-publish-'), 'site');
      const far = { cache: places().cache, out };
      for (const text of ['1', '2']) {
        put(join(nextFolder(far), 'index.html'), text);
        const written = new Map([['index.html', { key: text, hash: text }]]);
        await withBuildLock(far.cache, () => publishUpdate(far, { written, removed: [], kept: new Map() }));
        expect(readFileSync(join(out, 'index.html'), 'utf8')).toBe(text);
        expect(readdirSync(out).toSorted()).toEqual(['.changes.json', 'index.html']);
      }
      rmSync(dirname(out), { recursive: true });
    });

    it('leaves no empty folder if a new site could not be started', async () => {
      mkdirSync(join(folder, 'cache/publishing-draft.json'), { recursive: true });
      await expect(withFs(otherDisk, () => publish({ 'index.html': '1' }))).rejects.toThrow(/EISDIR|ENOTEMPTY|EPERM/);
      expect(existsSync(places().out)).toBe(false);
    });

    it('keeps an empty folder that existed before', async () => {
      mkdirSync(join(folder, 'cache/publishing-draft.json'), { recursive: true });
      mkdirSync(places().out);
      await expect(publish({ 'index.html': '1' })).rejects.toThrow(/EISDIR|ENOTEMPTY|EPERM/);
      expect(readdirSync(places().out)).toEqual([]);
    });

    it('keeps the files already copied if it fails, and gives the reason', async () => {
      put(join(nextFolder(places()), 'index.html'), '1');
      const written = new Map(['index.html', 'missing'].map((file) => [file, { key: '1', hash: '1' }]));
      const interrupted = withFs(otherDisk, () => update({ written, removed: [], kept: new Map() }));
      await expect(interrupted).rejects.toThrow(/missing no longer exists/);
      expect(published()).toContain('index.html');
      finishPublishing(places());
      expect([...remembered().keys()]).toEqual(['index.html']);
    });

    it('mistakes no other error for another disk', async () => {
      const renameSync = (from: unknown, to: unknown): void => {
        if (to === places().out) throw systemError('EACCES', places().out);
        realFs.renameSync(from as string, to as string);
      };
      await expect(withFs({ renameSync }, () => publish({ 'index.html': '1' }))).rejects.toThrow('EACCES');
      expect(existsSync(places().out)).toBe(false);
    });
  });

  describe('that was interrupted', () => {
    const old = {
      'index.html': '1',
      'news/a/index.html': '1',
      'news/b/index.html': '1',
      'tags/x/index.html': '1',
      'old.html': '1',
    };
    const changed = {
      'index.html': '2',
      'news/c/index.html': '2',
      'tags/x/index.html': '2',
      'old.html/index.html': '2',
    };
    const removed = ['news/b/index.html', 'old.html'];
    const result = { 'news/a/index.html': '1', ...changed };
    const prepare = async (): Promise<void> => {
      await publish(old);
      for (const [file, text] of Object.entries({ ...changed, '.changes.json': '{}' }))
        put(join(nextFolder(places()), file), text);
      const written = new Map(Object.entries(changed).map(([file, text]) => [file, { key: text, hash: text }]));
      draftJournal(places(), { written, removed });
    };
    /** The steps of the publisher. */
    const move = (): void => {
      bringNear(nextFolder(places()), places().out);
      const journal = openJournal(places());
      const steps = orderSteps(
        journal.written.map(([file]) => file),
        journal.removed,
      );
      moveFiles(places().out, { ...steps, written: [...steps.written, '.changes.json'] });
    };
    /** Run something that fails before a given change. Returns whether it got that far. */
    const breakOff = async (at: number, run: () => void): Promise<boolean> => {
      let changes = 0;
      const stop = <Values extends unknown[]>(change: (...values: Values) => void) => {
        return (...values: Values): void => {
          if (changes++ >= at) throw systemError('killed');
          change(...values);
        };
      };
      const { renameSync, unlinkSync, rmdirSync } = realFs;
      const stopping = { renameSync: stop(renameSync), unlinkSync: stop(unlinkSync), rmdirSync: stop(rmdirSync) };
      return withFs(stopping, run).then(
        () => false,
        () => true,
      );
    };
    const contents = (): Record<string, string> =>
      Object.fromEntries(published().flatMap((file) => (file === '.changes.json' ? [] : [[file, read(file)]])));

    it('is finished or has not begun, wherever it stops', async () => {
      const ends = new Set<string>();
      for (let at = 0, stopped = true; stopped; at++) {
        await prepare();
        stopped = await breakOff(at, move);
        const hadBegun = isPublishing(places());
        finishPublishing(places());
        const expected = hadBegun ? result : old;
        expect(contents()).toEqual(expected);
        expect([...remembered().keys()].toSorted()).toEqual(Object.keys(expected).toSorted());
        expect(remembered().get('index.html')?.key).toBe(hadBegun ? '2' : '1');
        expect(readUnreportedChanges(places())).toEqual(
          hadBegun ? { written: Object.keys(changed).toSorted(), removed } : { written: [], removed: [] },
        );
        expect(readdirSync(places().out).filter((name) => name.startsWith('.'))).toEqual(['.changes.json']);
        expect(readdirSync(places().cache).toSorted()).toEqual(
          hadBegun ? ['published.tsv', 'untold.json'] : ['published.tsv'],
        );
        expect(existsSync(join(places().out, 'news/b'))).toBe(!hadBegun);
        ends.add(`${hadBegun}`);
        for (const place of Object.values(places())) rmSync(place, { recursive: true });
        if (at > 100) throw new Error('Nothing ends.');
      }
      expect([...ends]).toEqual(['false', 'true']);
    });

    it('is finished even if finishing itself is interrupted, at any point', async () => {
      for (let at = 0, stopped = true; stopped; at++) {
        await prepare();
        await breakOff(4, move);
        expect(isPublishing(places())).toBe(true);
        stopped = await breakOff(at, () => finishPublishing(places()));
        finishPublishing(places());
        expect(contents()).toEqual(result);
        expect([...remembered().keys()].toSorted()).toEqual(Object.keys(result).toSorted());
        for (const place of Object.values(places())) rmSync(place, { recursive: true });
      }
    });

    it('is forgotten if the site has vanished, except for unreported changes', async () => {
      await prepare();
      await breakOff(4, move);
      rmSync(places().out, { recursive: true });
      finishPublishing(places());
      expect(existsSync(places().out)).toBe(false);
      expect(isPublishing(places())).toBe(false);
      expect(readUnreportedChanges(places()).removed).toEqual(removed);
    });

    it('records the existing files if none were recorded', async () => {
      await prepare();
      await breakOff(4, move);
      rmSync(publishedPath(places()));
      finishPublishing(places());
      expect([...remembered().keys()].toSorted()).toEqual(Object.keys(changed).toSorted());
    });

    it('reports why it cannot be finished', async () => {
      await prepare();
      await breakOff(4, move);
      for (const [error, words] of [
        [systemError('EROFS', '/srv/dist'), '/srv/dist can’t be written: the disk is mounted read-only.'],
        [new Error('odd'), 'Error: odd'],
      ] as const) {
        const renameSync = (): void => {
          throw error;
        };
        const failed = await withFs({ renameSync }, () => finishPublishing(places())).catch((e: unknown) => e);
        expect(failed).toBeInstanceOf(InterruptedError);
        expect(failed).toMatchObject({ message: words, cause: error, isPublished: false });
        expect((failed as InterruptedError).words('en')).toBe(words);
        expect(isPublishing(places())).toBe(true);
      }
    });

    it('is discarded if it had only been prepared', async () => {
      await publish(old);
      put(join(nextFolder(places()), 'half-made'), '');
      put(join(nearFolder(places().out), 'half-brought'), '');
      finishPublishing(places());
      expect(contents()).toEqual(old);
      expect(existsSync(nearFolder(places().out))).toBe(false);
      expect(readdirSync(places().cache)).toEqual(['published.tsv']);
    });
  });

  it('reports the site as published if only its record fails', () => {
    const note = (error: Error) => (): void =>
      oncePublished(() => {
        throw error;
      });
    const full = systemError('ENOSPC', '/srv/cache');
    expect(note(full)).toThrow(expect.objectContaining({ isPublished: true, cause: full }));
    expect(note(full)).toThrow('The disk is full: /srv/cache could not be written');
    expect(note(new Error('odd'))).toThrow('Error: odd');
  });

  const remembered = (): Map<string, PublishedFile> =>
    new Map(
      [...readPublished(publishedPath(places()))!].map(([file, { key, hash, size, written }]) => [
        file,
        { key, hash, size, written },
      ]),
    );
});
