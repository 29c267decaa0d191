import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { beforeEach, expect, it } from 'vitest';
import { type CommandResult, runNode } from '../support/command.ts';
import { repository } from '../support/folders.ts';
import { articleFile } from '../support/mini-site.ts';
import { openNewsroomProject } from '../support/newsroom-project.ts';

const project = openNewsroomProject();
const log = join(project.folder, 'offline.log');
const asked = (): string[] => readFileSync(log, 'utf8').split('\n').slice(0, -1);
const run = (args: readonly string[]): Promise<CommandResult> =>
  runNode(args, project.folder, {
    NODE_OPTIONS: `--import ${pathToFileURL(join(repository, 'tests/support/offline.mjs')).href}`,
    OFFLINE_LOG: log,
    // As on the machine of a newcomer: nothing is known of Astro, and nothing has been turned off.
    HOME: project.folder,
    XDG_CONFIG_HOME: project.folder,
    ASTRO_TELEMETRY_DISABLED: undefined,
    CI: undefined,
  });

beforeEach(() => {
  writeFileSync(log, '');
  rmSync(join(project.folder, '.cache'), { recursive: true, force: true });
});

project.write({
  'ask.mjs': "await fetch('http://news.example/').catch(() => {});",
  'ask-in-thread.mjs': "new (await import('node:worker_threads')).Worker(new URL('./ask.mjs', import.meta.url));",
  'ask-in-child.mjs': "(await import('node:child_process')).spawnSync(process.execPath, ['ask.mjs']);",
});

it.each(['ask.mjs', 'ask-in-thread.mjs', 'ask-in-child.mjs'])('a request would be noticed: %s', async (file) => {
  await run([file]);
  expect(asked()).toContain('news.example');
});

it('npx astro build asks nobody', async () => {
  const { code, output } = await run(['node_modules/astro/bin/astro.mjs', 'build']);
  expect([code, output]).toEqual([0, expect.stringContaining('2 articles')]);
  expect(asked()).toEqual([]);
});

it('npm run build asks nobody, nor do its threads', async () => {
  // As many as are worth threads.
  const articles = Array.from({ length: 700 }, (_, index) => [`content/articles/n${index}.md`, articleFile()] as const);
  project.write(Object.fromEntries(articles));
  const { code, output } = await run(['scripts/build.ts']);
  expect([code, output]).toEqual([0, expect.stringContaining('702 articles')]);
  expect(asked()).toEqual([]);
});
