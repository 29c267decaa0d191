import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { withBuildLock } from '../../../src/engine/cache/build-lock.ts';
import { draftJournal, openJournal } from '../../../src/engine/publish/journal.ts';
import { bringNear } from '../../../src/engine/publish/moves.ts';
import { nextFolder } from '../../../src/engine/output/folders.ts';
import { changesFile, readChanges } from '../../../src/engine/output/changes.ts';
import { finishPublishing, publishUpdate } from '../../../src/engine/publish/publish.ts';
import { cacheFolders } from '../../../src/engine/cache/cache-folders.ts';
import { differences, snapshotOf } from '../../support/dist.ts';
import { articleFile, createMiniSite, type MiniSite } from '../../support/mini-site.ts';

const files = {
  'articles/pol.md': articleFile({ lead: 'پلی تازه بر رودخانه' }),
  'articles/metro.md': articleFile({ title: 'مترو به شرق شهر رسید', tags: '[مترو]', date: '1404/07/25' }),
};

it('a build writes only what differs, and lists it for whoever deploys it', async () => {
  const site = await createMiniSite(files);
  await buildWell(site);
  const before = snapshotOf(site.out);
  const { mtimeMs } = statSync(join(site.out, 'news/metro/index.html'));
  await site.write({ 'articles/pol.md': articleFile({ lead: 'پلی تازه بر رودخانه' }, 'متنی دیگر که تازه نوشته شد.') });
  await buildWell(site);
  const after = snapshotOf(site.out);
  const { written, removed } = changesOf(site);
  const isListed = (file: string): boolean => file !== changesFile;
  expect(written).toEqual([...after.keys()].filter(isListed).filter((file) => before.get(file) !== after.get(file)));
  expect(written).toContain('news/pol/index.html');
  expect(written).not.toContain('news/metro/index.html');
  // Files of Pagefind are named by their contents.
  expect(removed.filter((file) => !/^pagefind\/(?:index|filter|fragment|pagefind)\b/.test(file))).toEqual([]);
  expect(statSync(join(site.out, 'news/metro/index.html')).mtimeMs).toBe(mtimeMs);

  rmSync(join(site.content, 'articles/metro.md'));
  await buildWell(site);
  expect(changesOf(site).removed).toEqual(
    expect.arrayContaining(['news/metro/index.html', 'tags/مترو/index.html', 'tags/مترو/rss.xml']),
  );
  expect(existsSync(join(site.out, 'news/metro'))).toBe(false);
});

it('a build brings back what was removed or edited in the output folder', async () => {
  const site = await createMiniSite(files);
  await buildWell(site);
  const before = snapshotOf(site.out);
  rmSync(join(site.out, 'tags'), { recursive: true });
  writeFileSync(join(site.out, 'index.html'), 'دست‌کاری');
  await buildWell(site);
  expect(snapshotOf(site.out).get('index.html')).toBe(before.get('index.html'));
  expect([...snapshotOf(site.out).keys()]).toEqual([...before.keys()]);
});

it('a build that has forgotten everything writes nothing that is there already', async () => {
  const site = await createMiniSite(files);
  await buildWell(site);
  const { mtimeMs } = statSync(join(site.out, 'index.html'));
  writeFileSync(join(site.out, 'feed.json'), 'دست‌کاری');
  rmSync(cacheFolders.site(site.content, site.out), { recursive: true });
  await buildWell(site);
  expect(readChanges(site.out)).toMatchObject({ written: ['feed.json'], removed: [] });
  await buildWell(site, ['--clean']);
  expect(readChanges(site.out)).toMatchObject({ written: [], removed: [] });
  expect(statSync(join(site.out, 'index.html')).mtimeMs).toBe(mtimeMs);
});

it('a build forgets the sites whose folders are gone', async () => {
  const [gone, other] = [await createMiniSite(files), await createMiniSite(files)];
  await buildWell(gone);
  const cache = cacheFolders.site(gone.content, gone.out);
  expect(existsSync(cache)).toBe(true);
  rmSync(gone.out, { recursive: true });
  await buildWell(other);
  expect(existsSync(cache)).toBe(false);
});

it('of two builds of one site at once, the second says so', async () => {
  const site = await createMiniSite(files);
  const lock = join(cacheFolders.site(site.content, site.out), 'lock');
  mkdirSync(join(lock, '..'), { recursive: true });
  writeFileSync(lock, String(process.pid));
  const { code, output } = await site.build();
  expect(code).toBe(2);
  expect(output).toContain('Another build of this site is running');
  // No process has this number: its build was killed.
  writeFileSync(lock, '4194999');
  await buildWell(site);
});

it('the next build finishes what a killed one was publishing', async () => {
  const { folder } = await createMiniSite({});
  const folders = { cache: join(folder, 'cache'), out: join(folder, 'out') };
  const put = (name: string, text: string): void => {
    mkdirSync(nextFolder(folders), { recursive: true });
    writeFileSync(join(nextFolder(folders), name), text);
  };
  const made = (hash: string) => ({ key: hash, hash });
  put('a', 'یک');
  put('b', 'دو');
  put('c', 'سه');
  const written = new Map(['a', 'b', 'c'].map((name) => [name, made(name)]));
  await publishUpdate(folders, { written, removed: [], kept: new Map() });
  draftJournal(folders, { written: new Map([['a', made('a2')]]), removed: ['c'] });
  openJournal(folders);
  put('a', 'تازه');
  bringNear(nextFolder(folders), folders.out);
  finishPublishing(folders);
  expect(readFileSync(join(folders.out, 'a'), 'utf8')).toBe('تازه');
  expect(existsSync(join(folders.out, 'c'))).toBe(false);
  expect(readdirSync(folders.out).toSorted()).toEqual(['.changes.json', 'a', 'b']);

  // Nobody has been told of what the killed build changed.
  const update = { written: new Map([['b', made('b2')]]), removed: [], kept: new Map() };
  put('b', 'تازه');
  expect(await withBuildLock(folders.cache, () => publishUpdate(folders, update))).toEqual({
    written: ['a', 'b'],
    removed: ['c'],
  });
  expect(readChanges(folders.out)).toMatchObject({ written: ['a', 'b'], removed: ['c'] });
  const nothing = { written: new Map(), removed: [], kept: new Map() };
  expect(await withBuildLock(folders.cache, () => publishUpdate(folders, nothing))).toEqual({
    written: [],
    removed: [],
  });
});

it('a build goes on only if nobody has put something beside the site, and leaves hidden files to their owners', async () => {
  const site = await createMiniSite(files);
  await buildWell(site);
  const before = snapshotOf(site.out);
  const put = (name: string): void => {
    mkdirSync(join(site.out, name, '..'), { recursive: true });
    writeFileSync(join(site.out, name), '');
  };
  put('.well-known/acme-challenge/token');
  await buildWell(site, ['--clean']);
  put('google123.html');
  put('wp/a.txt');
  for (const args of [[], ['--clean']]) {
    const { code, output } = await site.build({ args });
    expect([code, output]).toEqual([
      2,
      expect.stringMatching(/google123\.html, wp\. Files of your own belong in public/),
    ]);
    expect(existsSync(join(site.out, 'wp/a.txt'))).toBe(true);
  }
  await buildWell(site, ['--force']);
  expect(differences(before, snapshotOf(site.out))).toEqual(['.well-known/acme-challenge/token']);
});

async function buildWell(site: MiniSite, args: readonly string[] = []): Promise<void> {
  const { code, output } = await site.build({ args });
  expect(code, output).toBe(0);
}

function changesOf({ out }: MiniSite): { written: string[]; removed: string[] } {
  return JSON.parse(readFileSync(join(out, changesFile), 'utf8')) as { written: string[]; removed: string[] };
}
