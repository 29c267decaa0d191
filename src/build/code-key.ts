import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from './options.ts';

/** Folders of code that something depends on, below `src/`. */
export type CodeFolders = readonly string[];

/** What turns a file of the content into an article. */
export const parsingCode: CodeFolders = ['build', 'core'];
/** What turns articles into pages. */
export const pageCode: CodeFolders = ['client', 'components', 'core', 'layouts', 'pages', 'styles'];

const keys = new Map<CodeFolders, string>();

/** Stand for some code, for the packages that it uses and for the version of Node. */
export function codeKey(folders: CodeFolders): string {
  let key = keys.get(folders);
  if (key === undefined) keys.set(folders, (key = hashCode(folders)));
  return key;
}

function hashCode(folders: CodeFolders): string {
  const hash = createHash('sha256').update(process.version);
  const sources = folders.flatMap((folder) =>
    readdirSync(join(projectFolder, 'src', folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => join(parentPath, name)),
  );
  const settings = ['astro.config.mjs', 'package-lock.json'].map((name) => join(projectFolder, name));
  for (const path of [...sources.toSorted(), ...settings]) {
    hash.update(path.slice(projectFolder.length)).update('\0').update(readFileSync(path)).update('\0');
  }
  return hash.digest('base64url').slice(0, 16);
}
