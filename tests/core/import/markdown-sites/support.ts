import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { openSite } from '../../../../src/core/import/markdown-sites/folder/open-site.ts';
import type { FolderSite } from '../../../../src/core/import/markdown-sites/folder/site.ts';
import { readRecord } from '../../../../src/core/import/markdown-sites/read-record.ts';
import { recordsOf } from '../../../../src/core/import/markdown-sites/records.ts';
import type { ImportRecord, ReadRecord } from '../../../../src/core/import/record.ts';
import { repository } from '../../../support/folders.ts';

/** The moment of all imports in tests. */
export const now = Date.parse('2026-11-30T12:00:00Z');

/** Open a site of files in memory. */
export function makeSite(files: Readonly<Record<string, string>>): FolderSite {
  return openSite(Object.keys(files).toSorted(), (path) => files[path], now);
}

/** Read a file of such a site. */
export function readFrom(files: Readonly<Record<string, string>>, path: string): ReadRecord {
  return readRecord(makeSite(files), path, files[path]!);
}

/** Read a file that must be a record. */
export function recordFrom(files: Readonly<Record<string, string>>, path: string): ImportRecord {
  const read = readFrom(files, path);
  if (!('origin' in read)) throw new Error(`${path} is no record: ${JSON.stringify(read)}`);
  return read;
}

/** Return the text of a record that is markdown. */
export function textOf({ body }: ImportRecord): string {
  return 'text' in body ? body.text : '';
}

/** Convert a text as a post of a system. */
export function convert(system: 'hugo' | 'jekyll' | 'hexo' | 'obsidian' | 'astro', text: string): string {
  const files = {
    hugo: { 'hugo.toml': 'title = "x"', 'content/posts/x.md': `---\ntitle: x\n---\n${text}` },
    jekyll: { '_config.yml': 'baseurl: /b', '_posts/2020-01-01-x.md': `---\ntitle: x\n---\n${text}` },
    hexo: { '_config.yml': 'title: x', 'source/_posts/x.md': `---\ntitle: x\n---\n${text}` },
    obsidian: { '.obsidian/app.json': '{}', 'x.md': `---\ntitle: x\n---\n${text}` },
    astro: { 'astro.config.mjs': '', 'src/content/blog/x.mdx': `---\ntitle: x\n---\n${text}` },
  }[system];
  return textOf(recordFrom(files, Object.keys(files)[1]!));
}

/** Read a folder of golden inputs. */
export function goldenSite(system: string): {
  site: FolderSite;
  read: (path: string) => ReadRecord;
  records: readonly string[];
} {
  const root = join(repository, 'tests/golden-import', system, 'input');
  const files = readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .toSorted();
  const text = (path: string): string => readFileSync(join(root, path), 'utf8');
  const site = openSite(files, (path) => (files.includes(path) ? text(path) : undefined), now);
  return { site, read: (path) => readRecord(site, path, text(path)), records: recordsOf(site).records };
}
