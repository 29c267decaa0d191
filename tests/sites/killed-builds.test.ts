import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { describe, expect, inject, it } from 'vitest';
import { lockName } from '../../src/engine/cache/build-lock.ts';
import { isRunning } from '../../src/engine/cache/process-name.ts';
import { cacheFolders } from '../../src/engine/cache/cache-folders.ts';
import { changesFile } from '../../src/engine/output/changes.ts';
import { fixedNow, node, plainEnvironment } from '../support/command.ts';
import { repository } from '../support/folders.ts';
import { differences, snapshotOf } from '../support/dist.ts';
import type { Faults } from '../support/faults.ts';
import { articleFile, createMiniSite, type Files, type MiniSite } from '../support/mini-site.ts';
import { sampleFlags } from '../support/sample.ts';
import { createRandom } from '../support/random.ts';

const seed = Number(process.env['SEED'] ?? 20261126);
const kills = Number(process.env['KILLS'] ?? (inject('isThorough') ? 60 : 5));

/** Two states of a newsroom: some articles are in both, some in one, and an old address is a file here and a folder there. */
const states: readonly Files[] = [
  {
    'articles/pol.md': articleFile({ tags: '[شهر, پل]', aliases: '[/old/pol.html]' }),
    'articles/metro.md': articleFile({ title: 'مترو به شرق شهر رسید', tags: '[مترو]', date: '1404/07/25' }),
    'articles/bazar.md': articleFile({ title: 'بازار کتاب باز شد', tags: '[کتاب]', date: '1404/07/20' }),
  },
  {
    'articles/pol.md': articleFile({ title: 'پل تازه بسته شد', tags: '[شهر]', aliases: '[/old/pol.html/first]' }),
    'articles/metro.md': articleFile({ title: 'مترو به غرب شهر رسید', tags: '[مترو]', date: '1404/07/25' }),
    'articles/park.md': articleFile({ title: 'پارک تازه باز شد', tags: '[پارک]', date: '1404/07/26' }),
  },
];

async function putState(site: MiniSite, state: Files): Promise<void> {
  rmSync(join(site.content, 'articles'), { recursive: true });
  await site.write(state);
}

function build(
  { folder, content, out }: MiniSite,
  faults: Faults,
  killAfter?: number,
): Promise<{ code: number | null; output: string }> {
  const inputs = [
    ...sampleFlags('build'),
    '--content',
    content,
    '--config',
    join(folder, 'config.mjs'),
    '--out',
    out,
    '--now',
    fixedNow,
  ];
  const preload = ['--import', join(repository, 'tests/support/faults.ts')];
  const env = { ...plainEnvironment(), FAULTS: JSON.stringify({ report: join(folder, 'missing'), ...faults }) };
  const child = spawn(node, [...preload, join(repository, 'scripts/build.ts'), ...inputs], { cwd: repository, env });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => (output += text));
  const ended = new Promise<{ code: number | null; output: string }>((resolve) =>
    child.on('close', (code) => resolve({ code, output })),
  );
  if (killAfter !== undefined) void Promise.race([setTimeout(killAfter), ended]).then(() => child.kill('SIGKILL'));
  return ended;
}

/** A site that switches between two states: a snapshot of each, and the current one. */
interface TwoStates {
  site: MiniSite;
  snapshots: Map<string, string>[];
  now: number;
}

let shared: Promise<TwoStates> | undefined;

/** The site that these tests share. It is rebuilt if the last test left it broken. */
async function openStates(): Promise<TwoStates> {
  const all = await (shared ??= createStates());
  const { site, snapshots, now } = all;
  if (differences(snapshots[now]!, snapshotOf(site.out)).length > 0) await bringTo(all, now);
  return all;
}

async function createStates(): Promise<TwoStates> {
  const site = await createMiniSite(states[0]!);
  const created: TwoStates = { site, snapshots: [], now: 0 };
  for (const state of [1, 0]) {
    await bringTo(created, state);
    created.snapshots[state] = snapshotOf(site.out);
  }
  return created;
}

async function bringTo(all: TwoStates, state: number): Promise<void> {
  await putState(all.site, states[state]!);
  const { code, output } = await build(all.site, {});
  expect(code, output).toBe(0);
  all.now = state;
}

/** Wait until what a build has begun to publish is published, by the process that does so. */
async function publisherOf({ content, out }: MiniSite): Promise<void> {
  const lock = join(cacheFolders.site(content, out), lockName);
  const owners = existsSync(lock) ? readFileSync(lock, 'utf8').split('\n').slice(1) : [];
  for (const owner of owners) while (isRunning(owner)) await setTimeout(5);
}

/** Mount a disk of 8 MB on a folder, where this user may. */
function mountSmallDisk(folder: string): boolean {
  return spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=8m', 'none', folder]).status === 0;
}

function canMount(): boolean {
  const folder = mkdtempSync(join(tmpdir(), 'rooznegar-disk-'));
  const isMounted = mountSmallDisk(folder);
  if (isMounted) spawnSync('umount', [folder]);
  rmSync(folder, { recursive: true });
  return isMounted;
}

describe('a site', () => {
  it(`is the old one or the new one, whole, whenever a build is killed: ${kills} moments (seed ${seed})`, async () => {
    const random = createRandom(seed);
    const all = await openStates();
    const { site, snapshots } = all;
    const watched = [...snapshots[0]!.keys()]
      .filter((file) => snapshots[1]!.has(file))
      .map((file) => join(site.out, file));
    const seen = { old: 0, new: 0 };
    let killed = 0;
    for (let kill = 0; kill < kills; kill++) {
      const [before, after] = [snapshots[all.now]!, snapshots[(all.now = 1 - all.now)]!];
      await putState(site, states[all.now]!);
      // At any time, while files take their names, and around that: publishing takes a moment only.
      const countedBy = (['build', 'publisher', undefined] as const)[kill % 3];
      const at = 1 + random.below(countedBy === 'build' ? 12 : after.size + 20);
      const delay = random.below(900);
      const what = countedBy ? `killed before change ${at} of the ${countedBy}` : `killed after ${delay} ms`;
      const faults: Faults = countedBy ? { watched, kill: { at, countedBy, victim: 'build' } } : { watched };
      const { code: end } = await build(site, faults, countedBy ? undefined : delay);
      if (end === null) killed++;
      await publisherOf(site);
      const found = snapshotOf(site.out);
      const isNew = differences(after, found).length === 0;
      if (!isNew) expect(differences(before, found), what).toEqual([]);
      seen[isNew ? 'new' : 'old']++;
      const { code, output } = await build(site, { watched });
      expect(code, `${what}\n${output}`).toBe(0);
      if (countedBy && end === null) expect(output).toMatch(/^The last build was killed in the phase «publish»/);
      expect(differences(after, snapshotOf(site.out)), what).toEqual([]);
      expect(readdirSync(dirname(site.out)).toSorted(), what).toEqual(['config.mjs', 'content', 'dist']);
    }
    console.log(`${killed} of ${kills} builds were killed; they left ${seen.old} old sites and ${seen.new} new ones`);
    expect(killed).toBeGreaterThan(kills / 3);
  });

  it(`has every page, old or new, when the process that publishes is killed itself (seed ${seed})`, async () => {
    const random = createRandom(seed);
    const all = await openStates();
    const { site, snapshots } = all;
    const both = [...snapshots[0]!.keys()].filter((file) => snapshots[1]!.has(file) && file !== changesFile);
    const watched = both.map((file) => join(site.out, file));
    let killed = 0;
    for (let kill = 0; kill < kills / 3; kill++) {
      const [before, after] = [snapshots[all.now]!, snapshots[(all.now = 1 - all.now)]!];
      await putState(site, states[all.now]!);
      const at = 1 + random.below(after.size);
      const { code, output } = await build(site, {
        watched,
        kill: { at, countedBy: 'publisher', victim: 'publisher' },
      });
      // The build may have ended before that many changes.
      if (code !== 0) {
        killed++;
        expect([code, output], `change ${at}`).toEqual([1, expect.stringContaining('the next build finishes it')]);
      }
      const torn = snapshotOf(site.out);
      for (const file of both) expect([before.get(file), after.get(file)], `${file}, ${at}`).toContain(torn.get(file));
      expect((await build(site, { watched })).code).toBe(0);
      expect(differences(after, snapshotOf(site.out)), `change ${at}`).toEqual([]);
    }
    expect(killed).toBeGreaterThan(kills / 9);
  });

  it.each([
    ['ENOSPC', 'making', 3, /disk is full/],
    ['ENOSPC', 'making', 40, /disk is full/],
    ['ENOSPC', 'publishing', 1, /disk is full/],
    ['EACCES', 'publishing', 1, /may not be read or changed/],
    ['EROFS', 'making', 20, /read-only/],
  ] as const)('stays as it is when there is %s while %s, from change %i on', async (code, during, from, message) => {
    const all = await openStates();
    const { site, snapshots, now } = all;
    await putState(site, states[1 - now]!);
    const failed = await build(site, { failure: { code, during, from } });
    expect(failed.code).toBe(1);
    expect(failed.output).toMatch(message);
    expect(failed.output).toContain(`${site.out} is unchanged.`);
    expect(failed.output).not.toMatch(/^\s+at /m);
    expect(differences(snapshots[now]!, snapshotOf(site.out))).toEqual([]);
    await bringTo(all, 1 - now);
    expect(differences(snapshots[1 - now]!, snapshotOf(site.out))).toEqual([]);
  });

  it.runIf(canMount())('stays as it is on a disk of its own that is really full', async () => {
    const site = await createMiniSite(states[0]!);
    const disk = join(site.folder, 'disk');
    mkdirSync(disk);
    expect(mountSmallDisk(disk)).toBe(true);
    try {
      const there = { ...site, out: join(disk, 'dist') };
      expect((await build(there, {})).code).toBe(0);
      const before = snapshotOf(there.out);
      await putState(site, states[1]!);
      expect(() => writeFileSync(join(disk, 'filler'), Buffer.alloc(8_000_000))).toThrow(/ENOSPC/);
      const failed = await build(there, {});
      const sentence =
        /disk is full: \S+dist could not be written \([\d.]+ MB free, [\d.]+ MB needed\)\..*\n.*is unchanged/;
      expect([failed.code, failed.output]).toEqual([1, expect.stringMatching(sentence)]);
      const other = { ...there, out: join(disk, 'other') };
      expect((await build(other, {})).code).toBe(1);
      expect(readdirSync(disk).toSorted()).toEqual(['dist', 'filler']);
      expect(differences(before, snapshotOf(there.out))).toEqual([]);
      rmSync(join(disk, 'filler'));
      expect((await build(there, {})).code).toBe(0);
      expect(snapshotOf(there.out).has('news/park/index.html')).toBe(true);
      expect(readdirSync(disk)).toEqual(['dist']);
    } finally {
      spawnSync('umount', [disk]);
    }
  });

  it('says so when it could not be published to the end, and the next build does it', async () => {
    const all = await openStates();
    const { site, snapshots, now } = all;
    await putState(site, states[1 - now]!);
    const failed = await build(site, { failure: { code: 'EIO', during: 'publishing', from: 12 } });
    expect(failed.code).toBe(1);
    expect(failed.output).toContain('the next build finishes it');
    await bringTo(all, 1 - now);
    expect(differences(snapshots[1 - now]!, snapshotOf(site.out))).toEqual([]);
  });

  it('is taken over with --force only, and what is hidden in its folder stays', async () => {
    const site = await createMiniSite(states[0]!);
    await build(site, {});
    const clean = snapshotOf(site.out);
    rmSync(join(site.out, 'sitemap-index.xml'));
    rmSync(cacheFolders.site(site.content, site.out), { recursive: true });
    writeFileSync(join(site.out, 'precious.txt'), '');
    writeFileSync(join(site.out, '.keep'), '');
    const refused = await site.build();
    expect([refused.code, refused.output]).toEqual([2, expect.stringContaining('--force')]);
    expect(readFileSync(join(site.out, 'precious.txt'), 'utf8')).toBe('');
    const forced = await site.build({ args: ['--force'] });
    expect(forced.code, forced.output).toBe(0);
    expect(existsSync(join(site.out, 'precious.txt'))).toBe(false);
    expect(differences(clean, snapshotOf(site.out))).toEqual(['.keep']);
  });
});
