import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { filesBelow } from '../../src/engine/output/site-file.ts';
import { checkFileNames } from '../../src/engine/publish/file-names.ts';
import { repository } from '../support/folders.ts';

const made = new Set(['.astro', '.cache', '.git', 'dist', 'node_modules', 'shards']);
const files = readdirSync(repository, { withFileTypes: true })
  .filter(({ name }) => !made.has(name))
  .flatMap((entry) =>
    entry.isDirectory()
      ? filesBelow(join(repository, entry.name)).map((file) => `${entry.name}/${file}`)
      : [entry.name],
  );

describe('the repository', () => {
  it('can be cloned to macOS and Windows', () => {
    expect(files.length).toBeGreaterThan(500);
    expect(() => checkFileNames(files, { ignoresCase: true, isWindows: true })).not.toThrow();
    // Without long paths, Windows holds 260 characters, the folder of the clone among them.
    expect(files.filter((file) => file.length > 160 || file !== file.normalize('NFC'))).toEqual([]);
  });

  it('takes paths of modules from no address: %20 and /C:/ would stay in them', () => {
    const wrong = files
      .filter((file) => /^(?:src|scripts|tests)\/.*\.[jt]s$/.test(file))
      .filter((file) => /import\.meta\.url\)\.pathname/.test(readFileSync(join(repository, file), 'utf8')));
    expect(wrong).toEqual([]);
  });

  // https://github.com/nodejs/node/issues/61878
  it('copies folders in one place, since Node ends on Windows where their path is Persian', () => {
    const copying = files
      .filter((file) => /^(?:src|scripts)\/(?!bench\/).*\.[jt]s$/.test(file))
      .filter((file) => /\bcp(?:Sync)?\(/.test(readFileSync(join(repository, file), 'utf8')));
    expect(copying).toEqual(['src/engine/base/copy-folder.ts']);
  });

  it('has commands that the shell of Windows understands', () => {
    const { scripts } = JSON.parse(readFileSync(join(repository, 'package.json'), 'utf8')) as {
      scripts: Record<string, string>;
    };
    // Quotes of other shells, variables before a command, and programs that only POSIX has.
    const wrong = Object.entries(scripts).filter(([, command]) =>
      /'|\$|^[A-Z_]+=|\b(?:rm|cp|mv|sh|bash|cat)\s/.test(command),
    );
    expect(wrong).toEqual([]);
  });
});

describe('packages of native code', () => {
  const { packages } = JSON.parse(readFileSync(join(repository, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, { os?: string[]; cpu?: string[]; dev?: boolean }>;
  };
  const names = Object.entries(packages).flatMap(([path, { os, cpu }]) => (os || cpu ? [path] : []));

  // Of each, one name without the platform, such as «@img/sharp».
  const families = [
    '@img/sharp',
    '@takumi-rs/core',
    '@rolldown/binding',
    '@astrojs/compiler-binding',
    'lightningcss',
    '@bruits/satteri',
  ];
  it.each(families)('%s has a build for each platform', (family) => {
    for (const platform of ['linux-x64', 'linux-arm64', 'darwin-x64', 'darwin-arm64', 'win32-x64', 'win32-arm64'])
      expect(
        names.filter((name) => name.startsWith(`node_modules/${family}-${platform}`)),
        platform,
      ).not.toEqual([]);
  });
});
