import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describeUnread, isMarkdownName, unreadKind } from '../../core/content/file-names.ts';
import type { Problem } from '../../core/problems/problem.ts';
import { articlesFolder } from '../base/options.ts';
import { displayName, findMarkdownFiles, type FoundFile } from './find-files.ts';
import { singleFiles } from './single-files.ts';

/**
 * Warn about files that look like texts but are not read, once for each. Files that a text embeds or links to are
 * expected and not reported.
 *
 * @param assets Absolute paths of the files that texts use.
 */
export function warnOfUnread(unread: readonly FoundFile[], assets: () => ReadonlySet<string>): Problem[] {
  if (unread.length === 0) return [];
  const needed = assets();
  return unread.filter(({ path }) => !needed.has(path)).map(({ name }) => describeUnread(name));
}

/**
 * Warn about texts that are in the content folder but in none of its known subfolders. Without these, the content
 * folder itself holds the articles, and nothing is reported.
 */
export async function warnOfAstray(content: string): Promise<Problem[]> {
  const articles = articlesFolder(content);
  if (articles === content) return [];
  const entries = await readdir(content, { withFileTypes: true });
  const found = await Promise.all(
    entries.map(async (entry): Promise<Problem[]> => {
      const path = join(content, entry.name);
      if (entry.name.startsWith('.') || singleFiles.includes(entry.name) || knownNames.test(entry.name)) return [];
      if (entry.isDirectory()) {
        const { files } = await findMarkdownFiles(path, content);
        return files.filter(({ path: own }) => !knownNames.test(own)).map(({ name }) => describeAstray(name, articles));
      }
      if (!entry.isFile()) return [];
      if (isMarkdownName(entry.name)) return [describeAstray(displayName(path), articles)];
      return entry.name.includes('.') && unreadKind(entry.name) ? [describeUnread(displayName(path))] : [];
    }),
  );
  return found.flat();
}

/** The folders that are read, and files such as README that describe a repository. */
const knownNames =
  /(?:^|[\\/])(?:(?:articles|pages|authors|sections|tags)$|(?:readme|contributing|licen[cs]e)(?:\.[^\\/]*)?$)/i;

function describeAstray(file: string, articles: string): Problem {
  return { id: 'file-astray', file, line: 1, column: 1, values: { folder: `${displayName(articles)}/` } };
}
