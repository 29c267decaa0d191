import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A package that the site is built with. */
export interface LicensedPackage {
  name: string;
  version: string;
  /** SPDX expression as published by its author; empty if unknown. */
  licence: string;
  /** Whether its terms are compatible with the licence of this repository (MIT). */
  isAllowed: boolean;
}

/**
 * Licences that allow running the packages and publishing their output. Weak copyleft (LGPL, MPL) binds only those who
 * modify the packages themselves; strong copyleft (GPL, AGPL), «non-commercial» and unlicensed packages are excluded.
 */
const allowed = new Set([
  '0BSD',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'BlueOak-1.0.0',
  'CC0-1.0',
  'ISC',
  'LGPL-3.0-or-later',
  'MIT',
  'MPL-2.0',
  // The npm package `vazirmatn` writes OFL-1.1 like this.
  'OFL',
  'OFL-1.1',
  'Python-2.0',
  'Unlicense',
]);

interface LockedPackage {
  version: string;
  license?: string;
  dev?: boolean;
  optionalDependencies?: Record<string, string>;
}

/**
 * List the packages that the site is built with, including those of other platforms, and whether their licences are
 * allowed. Development dependencies are excluded: nothing of them is published.
 *
 * @param folder Folder of `package-lock.json`.
 */
export function listLicences(folder: string): LicensedPackage[] {
  const { packages } = JSON.parse(readFileSync(join(folder, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, LockedPackage>;
  };
  return Object.entries(packages)
    .filter(([path, { dev }]) => path !== '' && dev !== true)
    .map(([path, { version, license }]) => {
      const name = path.replace(/^.*node_modules\//, '');
      const licence = license ?? licenceOfOwner(name, packages);
      return { name, version, licence, isAllowed: allows(licence) };
    });
}

/**
 * Return whether an SPDX licence expression (SPDX 2.3, annex D) permits an allowed choice.
 *
 * @example allows('(MIT OR GPL-3.0-only)') // true
 * @example allows('MIT AND GPL-3.0-only') // false
 */
export function allows(expression: string): boolean {
  // AND has precedence over OR; innermost brackets are evaluated first.
  const inner = /\(([^()]*)\)/.exec(expression);
  if (inner) return allows(expression.replace(inner[0], allows(inner[1]!) ? 'MIT' : 'none'));
  return expression
    .split(/\s+OR\s+/)
    .some((choice) => choice.split(/\s+AND\s+/).every((licence) => allowed.has(licence.trim())));
}

/** Licence of the package that depends on one for another platform: the lock file has none for the latter. */
function licenceOfOwner(name: string, packages: Readonly<Record<string, LockedPackage>>): string {
  const owner = Object.values(packages).find(({ optionalDependencies = {} }) =>
    Object.hasOwn(optionalDependencies, name),
  );
  return owner?.license ?? '';
}
