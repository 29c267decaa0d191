import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { repository } from '../support/folders.ts';

interface LockedPackage {
  version?: string;
  resolved?: string;
  optionalDependencies?: Record<string, string>;
  hasInstallScript?: boolean;
}

const read = (name: string): unknown => JSON.parse(readFileSync(join(repository, name), 'utf8'));
const readLock = (name: string): Record<string, LockedPackage> =>
  (read(name) as { packages: Record<string, LockedPackage> }).packages;
const packages = readLock('package-lock.json');

it('names the packages of every platform, so that «npm ci» takes it on any machine', () => {
  const missing = Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).filter((name) => !isLocked(path, name)),
  );
  expect(missing).toEqual([]);
});

it('holds no package that runs a script when it is installed, but the ones that are known', () => {
  const names = Object.entries(packages).flatMap(([path, { hasInstallScript }]) => (hasInstallScript ? [path] : []));
  expect(names.toSorted()).toEqual(['node_modules/esbuild', 'node_modules/node']);
});

it('locks Lighthouse apart, without a script that runs when it is installed', () => {
  const locked = readLock('scripts/bench/pages/lighthouse/package-lock.json');
  expect(locked['node_modules/lighthouse']?.version).toBe('13.5.0');
  expect(Object.values(locked).filter(({ hasInstallScript }) => hasInstallScript)).toEqual([]);
  expect(packages).not.toHaveProperty('node_modules/lighthouse');
});

/** Whether a package finds another in its own folder or in one above it. */
function isLocked(path: string, name: string): boolean {
  const folders = path
    .split('/node_modules/')
    .map((_, index, parts) => parts.slice(0, index + 1).join('/node_modules/'));
  return ['', ...folders].some((folder) => `${folder === '' ? '' : `${folder}/`}node_modules/${name}` in packages);
}
