import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { SiteConfig } from '../../core/config/site-config.ts';
import type { ParsedFront } from '../../core/content/parse-front.ts';
import { type EditionFile, editionsFolder } from '../../core/editions/edition.ts';
import type { ParsedEdition } from '../../core/editions/mail/edition-file.ts';
import { parsePopular, popularFile } from '../../core/popular/list-file.ts';
import { parseRedirectLines, type RedirectLine, redirectLinesFile } from '../../core/front-matter/redirect-lines.ts';
import type { Problem } from '../../core/problems/problem.ts';
import { frontFileName } from '../../core/site/front-file.ts';
import { createUrls } from '../../core/urls.ts';
import { displayName, isInside, readText, realpathOf } from './find-files.ts';

/** The files of a content folder that exist once. */
export const singleFiles: readonly string[] = [redirectLinesFile, frontFileName, popularFile];

/** Read `redirects.txt` of a content folder, if there is one. */
export function readRedirectLines(
  content: string,
  config: Pick<SiteConfig, 'url' | 'limits'>,
): { lines: readonly RedirectLine[]; problems: readonly Problem[] } {
  const read = readSingle(content, redirectLinesFile, config);
  if (!read || 'problem' in read) return { lines: [], problems: read ? [read.problem] : [] };
  return parseRedirectLines(read.text, read.name, createUrls(config.url));
}

/** Read `front.yml` of a content folder, if there is one. */
export async function readFront(
  content: string,
  config: Pick<SiteConfig, 'sections' | 'limits'>,
): Promise<ParsedFront> {
  const read = readSingle(content, frontFileName, config);
  if (!read || 'problem' in read) return { problems: read ? [read.problem] : [] };
  const { parseFront } = await import('../../core/content/parse-front.ts');
  return parseFront({ path: read.name, text: read.text }, config);
}

/** Read the files of `editions/` of a content folder, if there are any; sorted by name. */
export async function readEditions(
  content: string,
  config: Pick<SiteConfig, 'limits'>,
): Promise<{ files: readonly EditionFile[]; problems: readonly Problem[] }> {
  const folder = join(content, editionsFolder);
  const names = existsSync(folder) ? readdirSync(folder).filter((name) => /^[^.].*\.ya?ml$/i.test(name)) : [];
  if (names.length === 0) return { files: [], problems: [] };
  const { parseEdition } = await import('../../core/editions/mail/edition-file.ts');
  const read = names.toSorted().map((name): ParsedEdition => {
    const found = readSingle(content, `${editionsFolder}/${name}`, config)!;
    return 'problem' in found ? { problems: [found.problem] } : parseEdition({ path: found.name, text: found.text });
  });
  return { files: read.flatMap(({ edition = [] }) => edition), problems: read.flatMap(({ problems }) => problems) };
}

/** Read `popular.json` of a content folder, if there is one. */
export function readPopular(content: string, config: Pick<SiteConfig, 'limits'>): ReturnType<typeof parsePopular> {
  const read = readSingle(content, popularFile, config);
  if (!read || 'problem' in read) return { articles: [], problems: read ? [read.problem] : [] };
  return parsePopular(read.text, read.name);
}

/** Read a file of the content folder. It is as untrusted as articles are. */
function readSingle(
  content: string,
  file: string,
  config: Pick<SiteConfig, 'limits'>,
): { name: string; text: string } | { problem: Problem } | undefined {
  const path = join(content, file);
  if (!existsSync(path)) return undefined;
  const name = displayName(path);
  if (!isInside(realpathOf(path), realpathOf(content)))
    return { problem: { id: 'symlink-outside', file: name, line: 1, column: 1, values: {} } };
  const read = readText({ path, name }, config);
  return 'problem' in read ? read : { name, text: read.text };
}
