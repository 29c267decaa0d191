import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A package that the site is built with. */
export interface LicensedPackage {
  name: string;
  version: string;
  /** As its author states it, an SPDX expression; empty if it is not known. */
  licence: string;
  /** Whether what it allows fits the licence of this repository (MIT). */
  isAllowed: boolean;
}

/**
 * Licences that allow what we do with the packages: we run them, and publish what they write. Weak copyleft (LGPL, MPL) binds
 * those who change the packages themselves; strong copyleft (GPL, AGPL), «non-commercial» and no licence are not here.
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
  // What the npm package `vazirmatn` calls OFL-1.1.
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
 * List the packages that the site is built with, those of other platforms among them, and what each allows. Tools for
 * development are not there: nothing of theirs is used in what is published.
 *
 * @param folder That of `package-lock.json`.
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
 * Tell whether an SPDX licence expression (SPDX 2.3, annex D) leaves a choice that is allowed here.
 *
 * @example allows('(MIT OR GPL-3.0-only)') // true
 * @example allows('MIT AND GPL-3.0-only') // false
 */
export function allows(expression: string): boolean {
  // AND binds more strongly than OR; the innermost brackets are settled first.
  const inner = /\(([^()]*)\)/.exec(expression);
  if (inner) return allows(expression.replace(inner[0], allows(inner[1]!) ? 'MIT' : 'none'));
  return expression
    .split(/\s+OR\s+/)
    .some((choice) => choice.split(/\s+AND\s+/).every((licence) => allowed.has(licence.trim())));
}

/** The lock file says nothing of some packages for other platforms; they are parts of the one that names them. */
function licenceOfOwner(name: string, packages: Readonly<Record<string, LockedPackage>>): string {
  const owner = Object.values(packages).find(({ optionalDependencies = {} }) =>
    Object.hasOwn(optionalDependencies, name),
  );
  return owner?.license ?? '';
}
