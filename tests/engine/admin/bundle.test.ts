import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, it } from 'vitest';
import { runNode } from '../../support/command.ts';
import { repository } from '../../support/folders.ts';

/** Bundles the editor in a colour of its own, so that no earlier bundle is found, and lists the files. */
const script = `
import { readdirSync, rmSync } from 'node:fs';
import { readOptions } from '${pathToFileURL(join(repository, 'src/engine/base/options.ts')).href}';
import { makeAdminBundle } from '${pathToFileURL(join(repository, 'src/engine/admin/bundle.ts')).href}';
const { config } = await readOptions({});
const colours = { accent: '#' + (0x500000 + (process.pid % 0xffff)).toString(16) };
const { folder, script } = await makeAdminBundle({ config: { ...config, colours }, plain: true });
const scripts = readdirSync(folder + '/assets').filter((name) => name.endsWith('.js'));
console.log(JSON.stringify([script, scripts.toSorted()]));
rmSync(folder, { recursive: true });
`;

it('the bundle of npm run dev is that of a build, since one is used for the other', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'rooznegar-admin-'));
  try {
    writeFileSync(join(folder, 'run.mjs'), script);
    const [dev, build] = await Promise.all(
      ['development', 'production'].map(async (mode) => {
        const { stdout } = await runNode([join(folder, 'run.mjs')], repository, { NODE_ENV: mode });
        return JSON.parse(stdout) as unknown;
      }),
    );
    expect(dev).toEqual(build);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
