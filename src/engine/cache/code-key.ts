import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { getEnvironmentData, setEnvironmentData } from 'node:worker_threads';
import { digestOf } from './digest.ts';
import { projectFolder } from '../base/options.ts';
import { withSlashes } from '../base/paths.ts';

/** Which files of `src/` some output depends on, by their paths below it, with `/`. */
export type CodeFilter = (path: string) => boolean;

/** The code that turns a file of the content into an article. */
export const parsingCode: CodeFilter = (path) => /^(?:core|engine)\//.test(path);
/** All code that can change a page: components may lie anywhere. The configuration is part of every page's key itself. */
export const pageCode: CodeFilter = (path) => path !== 'config.ts';

/** Files beside `src/` that change what Astro and Vite make of the code. `.env` files give values to `import.meta.env`. */
const settingsFiles = [
  'astro.config.mjs',
  'package-lock.json',
  'tsconfig.json',
  '.env',
  '.env.local',
  '.env.production',
  '.env.production.local',
];

/**
 * Hash the chosen code together with the project's settings, its locked packages and the version of Node. Threads inherit the
 * keys that the thread which started them has computed.
 */
export function codeKey(filter: CodeFilter): string {
  // Threads have functions of their own, but with the same source text.
  const name = `code key ${filter}`;
  const known = getEnvironmentData(name);
  if (typeof known === 'string') return known;
  const key = hashCode(filter);
  setEnvironmentData(name, key);
  return key;
}

function hashCode(filter: CodeFilter): string {
  const chosen = [...sourceFiles()].filter(([path]) => filter(path));
  const settings = settingsFiles
    .map((name) => join(projectFolder, name))
    .filter((path) => existsSync(path))
    .map((path) => [path, readFileSync(path, 'utf8')]);
  return digestOf(JSON.stringify([process.version, chosen, settings, publicVariables()]));
}

let known: ReadonlyMap<string, string> | undefined;

/** Digests of all files of `src/`, by path below it. Read once: the code of a running process does not change. */
function sourceFiles(): ReadonlyMap<string, string> {
  if (known) return known;
  const source = join(projectFolder, 'src');
  const paths = readdirSync(source, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .toSorted();
  known = new Map(paths.map((path) => [withSlashes(relative(source, path)), digestOf(readFileSync(path))]));
  return known;
}

/** Vite writes the values of these variables into the code. */
function publicVariables(): [string, string | undefined][] {
  return Object.entries(process.env)
    .filter(([name]) => name.startsWith('PUBLIC_'))
    .toSorted(([a], [b]) => (a < b ? -1 : 1));
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
