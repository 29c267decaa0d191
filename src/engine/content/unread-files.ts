import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describeUnread, isMarkdownName, unreadKind } from '../../core/content/file-names.ts';
import type { Problem } from '../../core/problems/problem.ts';
import { articlesFolder } from '../base/options.ts';
import { displayName, findMarkdownFiles, type FoundFile } from './find-files.ts';

/**
 * Warn about files that look like texts and are not read, each once. Files that a text shows or links to are meant to lie
 * beside it.
 *
 * @param assets Absolute paths of the files that texts need.
 */
export function warnOfUnread(unread: readonly FoundFile[], assets: () => ReadonlySet<string>): Problem[] {
  if (unread.length === 0) return [];
  const needed = assets();
  return unread.filter(({ path }) => !needed.has(path)).map(({ name }) => describeUnread(name));
}

/**
 * Warn about texts in the content folder that are in none of the folders which are read. Without these folders it is
 * itself the folder of articles, and no text is astray.
 */
export async function warnOfAstray(content: string): Promise<Problem[]> {
  const articles = articlesFolder(content);
  if (articles === content) return [];
  const entries = await readdir(content, { withFileTypes: true });
  const found = await Promise.all(
    entries.map(async (entry): Promise<Problem[]> => {
      const path = join(content, entry.name);
      if (entry.name.startsWith('.') || knownNames.test(entry.name)) return [];
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

/** The folders that are read, and notes for people who open the folder. */
const knownNames = /(?:^|[\\/])(?:(?:articles|pages|authors)$|(?:readme|contributing|licen[cs]e)(?:\.[^\\/]*)?$)/i;

function describeAstray(file: string, articles: string): Problem {
  return { id: 'file-astray', file, line: 1, column: 1, values: { folder: `${displayName(articles)}/` } };
}
