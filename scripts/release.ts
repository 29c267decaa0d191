import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { UsageError } from '../src/engine/base/errors.ts';
import { projectFolder } from '../src/engine/base/options.ts';
import { runCommand } from './command.ts';
import { checkVersion, releaseChangelog } from './release/changelog.ts';

interface Manifest {
  version: string;
  packages?: { '': { version: string } };
}

await runCommand(
  {
    name: 'release',
    usage: '-- VERSION',
    summary:
      'Writes a version into package.json and CHANGELOG.md, and prints what is new. The workflow «Release» runs it, and makes the tag. (نسخهٔ تازه را می‌نویسد.)',
    flags: {},
    takesWords: true,
  },
  async ({ words }) => {
    const [version, ...more] = words;
    if (version === undefined || more.length > 0) throw new UsageError('Expected one version, such as 1.2.0.');
    const changes = join(projectFolder, 'CHANGELOG.md');
    checkVersion(version, readManifest('package.json').version);
    const day = new Date().toISOString().slice(0, 10);
    const { changelog, notes } = releaseChangelog(readFileSync(changes, 'utf8'), version, day);
    for (const name of ['package.json', 'package-lock.json']) {
      const manifest = readManifest(name);
      manifest.version = version;
      if (manifest.packages) manifest.packages[''].version = version;
      writeFileSync(join(projectFolder, name), `${JSON.stringify(manifest, undefined, 2)}\n`);
    }
    writeFileSync(changes, changelog);
    console.log(notes);
  },
);

function readManifest(name: string): Manifest {
  return JSON.parse(readFileSync(join(projectFolder, name), 'utf8')) as Manifest;
}
