import { existsSync, mkdirSync, mkdtempSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Writable } from 'node:stream';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createProgress } from '../../../src/engine/base/progress.ts';
import { withBuildLock } from '../../../src/engine/cache/build-lock.ts';
import { nextFolder, publishedPath, type PublishFolders } from '../../../src/engine/output/folders.ts';
import { type FilePlan, makeOthers, planOthers } from '../../../src/engine/output/make-file.ts';
import { readPublished } from '../../../src/engine/output/published-files.ts';
import type { OtherFile } from '../../../src/engine/output/site-file.ts';
import { type PublishResult, publishPlan } from '../../../src/engine/publish/publish-plan.ts';
import { readFiles, writeFiles } from '../../support/files.ts';

let folder = '';
let folders: PublishFolders;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rooznegar-plan-'));
  folders = { cache: join(folder, 'cache'), out: join(folder, 'site') };
});
afterEach(() => rmSync(folder, { recursive: true }));

let made: string[] = [];
const progress = createProgress(new Writable({ write: (_, __, done) => done() }) as unknown as NodeJS.WriteStream);

/** Publish files, given as `name: key` or `name: [key, text]`. */
async function publish(
  files: Readonly<Record<string, string | readonly [key: string, text: string]>> | readonly OtherFile[],
  state: Parameters<typeof publishPlan>[2] = { damaged: [] },
  rest?: FilePlan['rest'],
): Promise<PublishResult> {
  const list = Array.isArray(files)
    ? (files as readonly OtherFile[])
    : Object.entries(files).map(([file, value]) => {
        const [key, text] = typeof value === 'string' ? [value, value] : (value as readonly [string, string]);
        return fileOf(file, key, text);
      });
  made = [];
  return withBuildLock(folders.cache, () =>
    publishPlan(
      {
        files: list,
        make: (isStale, intact, report) => {
          const stale = list.filter(isStale);
          made = stale.map(({ file, key }) => `${file} ${key}`);
          return makeOthers(stale, nextFolder(folders), intact, 1, report);
        },
        ...(rest && { rest }),
      },
      folders,
      state,
      progress,
    ),
  );
}

const fileOf = (file: string, key: string, text: string): OtherFile => ({ file, key, read: () => Buffer.from(text) });
const published = (): Record<string, string> =>
  Object.fromEntries(Object.entries(readFiles(folders.out)).filter(([file]) => file !== '.changes.json'));
const keys = (): Record<string, string> =>
  Object.fromEntries([...readPublished(publishedPath(folders))!].map(([file, { key }]) => [file, key]));

it('makes new files and those with another key, removes files that are not planned, and counts', async () => {
  const first = { 'index.html': '1', 'news/a/index.html': '1', 'a.css': '1' };
  expect(await publish(first)).toEqual({ pages: 2, files: 3, changed: 3, removed: 0 });
  expect(await publish(first)).toEqual({ pages: 2, files: 3, changed: 0, removed: 0 });
  expect(made).toEqual([]);
  const second = { 'index.html': '2', 'news/b/index.html': '1', 'a.css': '1', 'html.txt': '1' };
  expect(await publish(second)).toEqual({ pages: 2, files: 4, changed: 3, removed: 1 });
  expect(made).toEqual(['index.html 2', 'news/b/index.html 1', 'html.txt 1']);
  expect([published(), keys()]).toEqual([second, second]);
  expect(new Set(progress.phases.map(({ name }) => name))).toEqual(new Set(['files', 'publish']));
});

it('keeps a file whose bytes are the same, and records its new key', async () => {
  await publish({ 'index.html': ['1', 'text'], b: '1' });
  const before = statSync(join(folders.out, 'index.html')).ino;
  expect(await publish({ 'index.html': ['2', 'text'], b: '1' })).toMatchObject({ changed: 0, removed: 0 });
  expect(statSync(join(folders.out, 'index.html')).ino).toBe(before);
  expect(keys()).toEqual({ 'index.html': '2', b: '1' });
  const { hash, size, written } = readPublished(publishedPath(folders))!.get('index.html')!;
  const { size: sizeOnDisk, mtimeMs } = statSync(join(folders.out, 'index.html'));
  expect([size, written]).toEqual([sizeOnDisk, Math.floor(mtimeMs / 1000)]);
  expect(hash).not.toBe('');
  await publish({ 'index.html': ['2', 'text'], b: '1' });
  expect(made).toEqual([]);
});

it('makes files that become known later, which take the place of earlier ones', async () => {
  const rest = async (): Promise<FilePlan> => planOthers([fileOf('late', '1', 'late'), fileOf('b', '2', 'B')], folders);
  const first = { 'index.html': '1', b: '1' };
  expect(await publish(first, undefined, rest)).toEqual({ pages: 1, files: 3, changed: 3, removed: 0 });
  expect(published()).toEqual({ 'index.html': '1', b: 'B', late: 'late' });
  expect(await publish(first, undefined, rest)).toEqual({ pages: 1, files: 3, changed: 0, removed: 0 });
  expect([published(), keys()]).toEqual([
    { 'index.html': '1', b: 'B', late: 'late' },
    { 'index.html': '1', b: '2', late: '1' },
  ]);
});

it('publishes nothing if the later files fail', async () => {
  await publish({ 'index.html': '1' });
  const failed = publish({ 'index.html': '2' }, undefined, async () => {
    throw new Error('no program');
  });
  await expect(failed).rejects.toThrow('no program');
  expect(published()).toEqual({ 'index.html': '1' });
});

it('makes damaged files again', async () => {
  const files = { 'index.html': '1', b: '1' };
  await publish(files);
  writeFileSync(join(folders.out, 'b'), 'strange');
  expect(await publish(files, { damaged: ['b'] })).toMatchObject({ changed: 1, removed: 0 });
  expect([made, published()]).toEqual([['b 1'], files]);
  expect(await publish(files, { damaged: undefined })).toMatchObject({ changed: 0 });
});

it('removes damaged files that are no longer planned', async () => {
  await publish({ 'index.html': '1', b: '1' });
  writeFileSync(join(folders.out, 'b'), 'strange');
  expect(await publish({ 'index.html': '1' }, { damaged: ['b'] })).toMatchObject({ changed: 0, removed: 1 });
  expect([published(), keys()]).toEqual([{ 'index.html': '1' }, { 'index.html': '1' }]);
});

it('compares with the output if the published files are unknown, and rewrites only files that differ', async () => {
  writeFiles(folders.out, { 'index.html': '1', 'a.css': 'old', 'gone/x': '' });
  const hidden = [
    '.git/config',
    'a/.hidden',
    '.well-known/other',
    '.nojekyll2',
    '.shard.json2',
    '.well-known/x/security.txt',
  ];
  const own = ['.well-known/security.txt', '.nojekyll', '.shard.json'];
  writeFiles(folders.out, Object.fromEntries([...hidden, ...own].map((file) => [file, ''])));
  const before = statSync(join(folders.out, 'index.html')).ino;
  const result = await publish({ 'index.html': '1', 'a.css': '1' }, { damaged: undefined });
  expect(result).toEqual({ pages: 1, files: 2, changed: 1, removed: 4 });
  expect(Object.keys(published())).toEqual([...hidden, 'a.css', 'index.html'].toSorted());
  expect(statSync(join(folders.out, 'index.html')).ino).toBe(before);
  expect(keys()).toEqual({ 'index.html': '1', 'a.css': '1' });
});

it('leaves unknown files alone, unless it takes over', async () => {
  await publish({ 'index.html': '1' });
  writeFiles(folders.out, { strange: '' });
  await publish({ 'index.html': '1', b: '1' });
  expect(Object.keys(published())).toEqual(['b', 'index.html', 'strange']);
  const result = await publish({ 'index.html': '1', b: '1' }, { damaged: [], takesOver: true });
  expect(result).toMatchObject({ changed: 0, removed: 1 });
  expect(Object.keys(published())).toEqual(['b', 'index.html']);
});

it('makes only the last of several files with one path', async () => {
  const files = [fileOf('a', '1', 'first'), fileOf('b', '1', 'b'), fileOf('a', '2', 'last')];
  expect(await publish(files)).toEqual({ pages: 0, files: 2, changed: 2, removed: 0 });
  expect(published()).toEqual({ a: 'last', b: 'b' });
  expect(made).toEqual(['b 1', 'a 2']);
});

it.each(['out', 'cache'] as const)('refuses names that are the same on the disk of the %s folder', async (place) => {
  const path = folders[place];
  mkdirSync(path);
  // Simulate a disk that ignores letter case.
  if (!existsSync(join(folder, path.toUpperCase())))
    symlinkSync(path, join(dirname(path), path.split('/').at(-1)!.toUpperCase()));
  await expect(publish({ 'a.html': '1', 'A.html': '1' })).rejects.toThrow(
    'a.html and A.html are one file on this disk',
  );
  expect(made).toEqual([]);
});
