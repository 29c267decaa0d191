import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { markerName, placeMarker } from '../../../src/engine/cache/build-marker.ts';
import { sentencesOfBuilds } from '../../../src/engine/build-sentences.ts';
import { node } from '../../support/command.ts';
import { repository } from '../../support/folders.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rooznegar-marker-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Run a process with a marker in the phase «search», until it exits or, once ready, is ended by a signal. */
function run(
  then: string,
  signal?: NodeJS.Signals,
  flags: readonly string[] = [],
): Promise<{ code: number | null; signal: string | null }> {
  const module = pathToFileURL(join(repository, 'src/engine/cache/build-marker.ts')).href;
  const lines = [
    `import { placeMarker } from ${JSON.stringify(module)};`,
    `const marker = placeMarker(${JSON.stringify(folder)});`,
    `marker.enter('search'); console.log('ready'); ${then}`,
  ];
  const child = spawn(node, [...flags, '--input-type=module', '-e', lines.join('\n')], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  if (signal) child.stdout.once('data', () => child.kill(signal));
  return new Promise((resolve) => child.on('close', (code, ended) => resolve({ code, signal: ended })));
}

/** Return what the next build finds. */
function next(boot?: string) {
  const marker = placeMarker(folder, boot);
  marker.remove();
  expect(readdirSync(folder)).toEqual([]);
  return marker.killed;
}

const wait = 'setTimeout(() => {}, 60_000);';

describe('placeMarker', () => {
  it('leaves a trace of a process that is killed, with phase and memory', async () => {
    expect(await run(wait, 'SIGKILL')).toEqual({ code: null, signal: 'SIGKILL' });
    const killed = next()!;
    expect(killed.phase).toBe('search');
    expect(killed.peak).toBeGreaterThan(20);
    expect(killed.memory).toBeGreaterThan(killed.peak);
    expect(next()).toBeUndefined();
  });

  it('leaves a trace of a process that reaches its heap limit', async () => {
    const fill = 'const all = []; setInterval(() => all.push(new Array(1e5).fill(0.5)), 1);';
    const { signal, code } = await run(fill, undefined, ['--max-old-space-size=40']);
    expect([signal, code]).not.toEqual([null, 0]);
    expect(next()?.phase).toBe('search');
  });

  it.runIf(process.platform !== 'win32').each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
    'leaves no trace of a process ended by %s, and preserves the signal',
    async (signal) => {
      expect(await run(wait, signal)).toEqual({ code: null, signal });
      expect(next()).toBeUndefined();
    },
  );

  it.each([
    ['fails', 'throw new Error("x");', 1],
    ['exits by itself', 'process.exit(7);', 7],
    ['removes its marker', 'marker.remove();', 0],
  ])('leaves no trace of a process that %s', async (_, code, expected) => {
    expect((await run(code)).code).toBe(expected);
    expect(next()).toBeUndefined();
  });

  it('ignores builds from before a restart of the machine', async () => {
    await run(wait, 'SIGKILL');
    expect(next('another boot')).toBeUndefined();
  });

  it('reports a process that was killed while writing, and works on a full disk', () => {
    writeFileSync(join(folder, markerName), '{"boot":"x","pha');
    expect(next()).toMatchObject({ phase: '', peak: 0 });
    const marker = placeMarker(join(folder, 'none'));
    marker.enter('read');
    marker.remove();
    expect(readdirSync(folder)).toEqual([]);
  });

  it('records each phase immediately, and leaves no listeners behind', () => {
    const listeners = process.listenerCount('SIGINT');
    const marker = placeMarker(folder, 'now');
    marker.enter('model');
    expect(JSON.parse(readFileSync(join(folder, markerName), 'utf8'))).toMatchObject({ boot: 'now', phase: 'model' });
    marker.remove();
    expect(process.listenerCount('SIGINT')).toBe(listeners);
  });
});

describe('the message about a killed build', () => {
  const build = { phase: 'search', peak: 1800, memory: 2048, heap: 300, heapLimit: 1000 };

  it('is one sentence, and says what to do', () => {
    for (const { killed } of Object.values(sentencesOfBuilds))
      expect(killed(build)).toMatch(/^[^.]+ \(docs\/operations\.md\)\.$/);
    expect(sentencesOfBuilds.en.killed(build)).toContain(
      'in the phase «search», with 1,800 MB of this machine’s 2,048 MB',
    );
    expect(sentencesOfBuilds.en.killed(build)).toContain('most likely because memory ran out: give it more, or');
    expect(sentencesOfBuilds.fa.killed({ ...build, phase: '' })).toMatch(/^ساخت پیشین کشته شد، با ۱٬۸۰۰ مگابایت/);
  });

  it('names the limit of Node only if it was near, and is less certain if much memory was free', () => {
    const near = { ...build, peak: 900, heap: 700 };
    expect(sentencesOfBuilds.en.killed(near)).toContain(
      'most likely because memory ran out: give it more, by NODE_OPTIONS=--max-old-space-size=2000',
    );
    expect(sentencesOfBuilds.en.killed({ ...build, peak: 100 })).toContain('perhaps because');
    expect(sentencesOfBuilds.en.killed({ ...near, memory: 500 })).not.toContain('NODE_OPTIONS');
  });
});
