import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { digestOf } from './digest.ts';
import { projectFolder } from '../base/options.ts';

/** Folders and files of code below `src/`. */
export type CodePaths = readonly string[];

/** The code that parses content. */
export const parsingCode: CodePaths = ['engine', 'core'];
/** The code that renders pages. */
export const pageCode: CodePaths = [
  'client',
  'components',
  'core',
  'engine',
  'layouts',
  'own',
  'pages',
  'site.ts',
  'styles',
];

const keys = new Map<CodePaths, string>();

/** Hash the given source folders together with package-lock.json and the Node version. */
export function codeKey(paths: CodePaths): string {
  let key = keys.get(paths);
  if (key === undefined) keys.set(paths, (key = hashCode(paths)));
  return key;
}

function hashCode(paths: CodePaths): string {
  const hash = createHash('sha256').update(process.version);
  const sources = readdirSync(join(projectFolder, 'src'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .filter((path) => paths.includes(relative(join(projectFolder, 'src'), path).split(sep)[0]!));
  const settings = ['astro.config.mjs', 'package-lock.json'].map((name) => join(projectFolder, name));
  for (const path of [...sources.toSorted(), ...settings]) {
    hash.update(path.slice(projectFolder.length)).update('\0').update(readFileSync(path)).update('\0');
  }
  return hash.digest('base64url').slice(0, 16);
}

/**
 * Hash the code of a module, everything it imports from the project, and the versions of packages.
 *
 * @param module Path below `src/`.
 */
export function moduleKey(module: string, packages: readonly string[]): string {
  const sources = new Map<string, string>();
  collectSources(join(projectFolder, 'src', module), sources);
  const code = [...sources].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, source]) => source);
  const versions = packages.map((name) =>
    readFileSync(join(projectFolder, 'node_modules', name, 'package.json'), 'utf8'),
  );
  return digestOf([...code, ...versions].join('\0'));
}

function collectSources(path: string, sources: Map<string, string>): void {
  if (sources.has(path)) return;
  const source = readFileSync(path, 'utf8');
  sources.set(path, source);
  for (const [, name] of source.matchAll(/^import (?!type )[^;]*?from '(\.[^']+)';$/gm)) {
    collectSources(join(dirname(path), name!), sources);
  }
}
