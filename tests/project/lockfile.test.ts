import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { repository } from '../support/folders.ts';

interface LockedPackage {
  version?: string;
  resolved?: string;
  optionalDependencies?: Record<string, string>;
  hasInstallScript?: boolean;
  integrity?: string;
  deprecated?: string;
}

interface Manifest {
  dependencies?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
  allowScripts?: Record<string, boolean>;
}

const read = (name: string): unknown => JSON.parse(readFileSync(join(repository, name), 'utf8'));
const readLock = (name: string): Record<string, LockedPackage> =>
  (read(name) as { packages: Record<string, LockedPackage> }).packages;
const packages = readLock('package-lock.json');
const manifest = read('package.json') as Manifest;
const tools = join(repository, 'scripts/tools');

it('names the packages of every platform, so that «npm ci» takes it on any machine', () => {
  const missing = Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).filter((name) => !isLocked(path, name)),
  );
  expect(missing).toEqual([]);
});

it('holds no package that runs a script when it is installed, but esbuild, whose script npm is told not to run', () => {
  expect(packagesWithScripts(packages)).toEqual(['node_modules/esbuild']);
  expect(manifest.allowScripts).toEqual({ esbuild: false });
});

// npm's warnings of deprecated packages are silenced together with those of Node 20.
it('holds no package that is deprecated', () => {
  expect(Object.entries(packages).flatMap(([path, { deprecated }]) => (deprecated ? [path] : []))).toEqual([]);
});

describe.each(readdirSync(tools, { withFileTypes: true }).filter((entry) => entry.isDirectory()))(
  'the tool $name, which is installed at its first use',
  ({ name }) => {
    const { dependencies = {}, optionalDependencies = {} } = read(`scripts/tools/${name}/package.json`) as Manifest;
    const locked = readLock(`scripts/tools/${name}/package-lock.json`);

    it('is pinned exactly, with checksums', () => {
      const pinned = Object.entries({ ...dependencies, ...optionalDependencies });
      expect(pinned.length).toBeGreaterThan(0);
      for (const [dependency, version] of pinned)
        expect(locked[`node_modules/${dependency}`]?.version, dependency).toBe(version);
      const unchecked = Object.entries(locked).filter(([path, { integrity }]) => path !== '' && !integrity);
      expect(unchecked).toEqual([]);
    });

    it('is not among the packages of the project, and runs no script when it is installed', () => {
      for (const dependency of Object.keys({ ...dependencies, ...optionalDependencies }))
        expect(packages).not.toHaveProperty(`node_modules/${dependency}`);
      expect(packagesWithScripts(locked)).toEqual([]);
    });
  },
);

function packagesWithScripts(locked: Record<string, LockedPackage>): string[] {
  return Object.entries(locked)
    .flatMap(([path, { hasInstallScript }]) => (path !== '' && hasInstallScript ? [path] : []))
    .toSorted();
}

/** Whether a package finds another in its own folder or in one above it. */
function isLocked(path: string, name: string): boolean {
  const folders = path
    .split('/node_modules/')
    .map((_, index, parts) => parts.slice(0, index + 1).join('/node_modules/'));
  return ['', ...folders].some((folder) => `${folder === '' ? '' : `${folder}/`}node_modules/${name}` in packages);
}
