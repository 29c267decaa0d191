import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { SiteConfig } from '../../core/config/site-config.ts';
import type { Problem } from '../../core/problems/problem.ts';
import { parseRedirectLines, type RedirectLine, redirectLinesFile } from '../../core/front-matter/redirect-lines.ts';
import { createUrls } from '../../core/urls.ts';
import { displayName, isInside, readText, realpathOf } from './find-files.ts';

/** Read `redirects.txt` of a content folder, if there is one. Untrusted, like articles. */
export function readRedirectLines(
  content: string,
  config: Pick<SiteConfig, 'url' | 'limits'>,
): { lines: readonly RedirectLine[]; problems: readonly Problem[] } {
  const path = join(content, redirectLinesFile);
  if (!existsSync(path)) return { lines: [], problems: [] };
  const name = displayName(path);
  if (!isInside(realpathOf(path), realpathOf(content)))
    return { lines: [], problems: [{ id: 'symlink-outside', file: name, line: 1, column: 1, values: {} }] };
  const read = readText({ path, name }, config);
  return 'problem' in read
    ? { lines: [], problems: [read.problem] }
    : parseRedirectLines(read.text, name, createUrls(config.url));
}
