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
import { nextFolder } from '../../../src/engine/output/folders.ts';
import { finishPublishing, publishUpdate } from '../../../src/engine/publish/publish.ts';
import { type SiteUpdate } from '../../../src/engine/publish/journal.ts';
import type { SiteChanges } from '../../../src/engine/output/changes.ts';
import type { PublishedFile } from '../../../src/engine/output/published-files.ts';
import { makeArticle, makeSite } from '../../support/make-site.ts';

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
  ): Promise<void> => {
    for (const [file, text] of Object.entries(files)) put(join(nextFolder(places()), file), text);
    const written = new Map(Object.entries(files).map(([file, text]) => [file, { key: text, hash: text }]));
    const kept = new Map(before.map((file) => [file, { key: '', hash: '', size: 0, written: 0 } as PublishedFile]));
    await update({ written, removed, kept });
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
});
