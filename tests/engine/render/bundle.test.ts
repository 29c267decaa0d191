import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, it } from 'vitest';
import { runNode } from '../../support/command.ts';
import { repository } from '../../support/folders.ts';

/** Bundles the pages for an address of its own, so that no earlier bundle is found. */
const script = `
import { readdirSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { readOptions } from '${pathToFileURL(join(repository, 'src/engine/base/options.ts')).href}';
import { makeBundle } from '${pathToFileURL(join(repository, 'src/engine/render/bundle.ts')).href}';
const [publicFolder] = process.argv.slice(2);
const options = await readOptions({ public: publicFolder });
const config = { ...options.config, url: 'https://bundle' + process.pid + '.example' };
const { assets } = await makeBundle({ config, plain: true, publicFolder });
console.log(JSON.stringify(readdirSync(assets)));
rmSync(dirname(assets), { recursive: true });
`;

it('a bundle has no files of public/, which would stay published after their removal', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'rooznegar-bundle-'));
  try {
    writeFileSync(join(folder, 'old.txt'), 'x');
    writeFileSync(join(folder, 'run.mjs'), script);
    const { stdout } = await runNode([join(folder, 'run.mjs'), folder], repository);
    expect(JSON.parse(stdout)).toEqual(['_astro']);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
