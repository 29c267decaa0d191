import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { projectFolder } from './options.ts';

/** Folders and files of code that something depends on, below `src/`. */
export type CodePaths = readonly string[];

/** What turns a file of the content into an article. */
export const parsingCode: CodePaths = ['build', 'core'];
/** What turns articles into pages. */
export const pageCode: CodePaths = ['build', 'client', 'components', 'core', 'layouts', 'pages', 'site.ts', 'styles'];

const keys = new Map<CodePaths, string>();

/** Stand for some code, for the packages that it uses and for the version of Node. */
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
