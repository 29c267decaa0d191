import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, it } from 'vitest';
import { runNode } from '../../support/command.ts';
import { repository } from '../../support/folders.ts';

/** Bundles the pages for an address of its own, so that no earlier bundle is found. */
const script = `
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { readOptions } from '${pathToFileURL(join(repository, 'src/engine/base/options.ts')).href}';
import { findBundle, makeBundle } from '${pathToFileURL(join(repository, 'src/engine/render/bundle.ts')).href}';
const [publicFolder, bundler] = process.argv.slice(2);
const options = await readOptions({ public: publicFolder });
const config = { ...options.config, url: 'https://bundle' + process.pid + '.example' };
const inputs = { config, plain: true, publicFolder };
if (bundler) {
  const child = fork(bundler, { serialization: 'advanced', execArgv: [] });
  child.send(inputs);
  await once(child, 'exit');
}
const { assets } = bundler ? findBundle(inputs) : await makeBundle(inputs);
console.log(JSON.stringify(readdirSync(assets)));
rmSync(dirname(assets), { recursive: true });
`;

it.each([
  ['in the process of the build', []],
  ['in a process of its own', [join(repository, 'src/engine/render/bundler.ts')]],
])('a bundle made %s has no files of public/, which would stay published after their removal', async (_, more) => {
  const folder = mkdtempSync(join(tmpdir(), 'rooznegar-bundle-'));
  try {
    writeFileSync(join(folder, 'old.txt'), 'x');
    writeFileSync(join(folder, 'run.mjs'), script);
    const { stdout } = await runNode([join(folder, 'run.mjs'), folder, ...more], repository);
    expect(JSON.parse(stdout)).toEqual(['_astro']);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
