import { join } from 'node:path';
import { expect, it } from 'vitest';
import { runNode } from '../support/command.ts';
import { repository } from '../support/folders.ts';

/** Prints the packages that a process loads. */
const recorder = `import { registerHooks } from 'node:module';
const loaded = new Set();
registerHooks({
  load(url, context, next) {
    const name = url.split('/node_modules/').at(-1).match(/^(?:@[^/]+\\/)?[^/]+/)[0];
    if (url.includes('/node_modules/')) loaded.add(name);
    return next(url, context);
  },
});
process.on('exit', () => console.log('loaded: ' + [...loaded].join(' ')));`;

it('a build loads neither the bundler nor the libraries for pictures before it needs them', async () => {
  const hook = `data:text/javascript,${encodeURIComponent(recorder)}`;
  const { stdout } = await runNode(['--import', hook, join(repository, 'scripts/build.ts'), '--help'], repository);
  const loaded = /loaded: (.*)/.exec(stdout)![1]!.split(' ');
  expect(loaded).toContain('zod');
  expect(loaded.filter((name) => /^(?:vite|rolldown|astro|sharp|@takumi-rs\/core|typescript)$/.test(name))).toEqual([]);
});
