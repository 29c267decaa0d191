import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { config } from '../fixtures/sample/config.ts';
import { parseArticle } from '../../src/core/content/parse-article.ts';
import { parseAuthor } from '../../src/core/content/parse-profiles.ts';
import { parsePage } from '../../src/core/content/parse-page.ts';
import { createMarkdownRenderer } from '../../src/core/markdown/render.ts';
import { createUrls } from '../../src/core/urls.ts';
import { loadFormulaWriter } from '../../src/engine/content/formulas.ts';
import { importArticles, type ImportResult } from '../../src/engine/import/import.ts';
import type { ImportOptions } from '../../src/engine/import/options.ts';

/** The moment of all imports in tests. */
export const importMoment = Date.parse('2024-02-01T12:00:00+03:30');

/** Create a folder that is removed after the tests of this file. */
export function makeFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'import-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Import into a content folder, with the settings of the sample. */
export async function runImport(
  inputs: readonly string[],
  content: string,
  options: Partial<ImportOptions> = {},
): Promise<ImportResult> {
  return importArticles({ inputs, content, config, defaults: {}, now: importMoment, ...options });
}

/** Read the files below a folder by path, sorted: the content of texts, the size of others. */
export function readTree(folder: string): Record<string, string> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => name.replaceAll('\\', '/'));
  const files = names.toSorted().filter((name) => statSync(join(folder, name)).isFile());
  return Object.fromEntries(files.map((name) => [name, readBytes(join(folder, name))]));
}

function readBytes(file: string): string {
  const bytes = readFileSync(file);
  return /\.(?:md|jsonl|txt)$/.test(file) ? bytes.toString('utf8') : `${bytes.length} bytes\n`;
}

/** List the problems of all texts in a content folder, including missing pictures and files. */
export function problemsIn(content: string): string[] {
  const render = createMarkdownRenderer({ urls: createUrls(config.url), loadFormulaWriter });
  const tree = readTree(content);
  return Object.entries(tree).flatMap(([path, text]) => {
    if (!path.endsWith('.md')) return [];
    const find = (src: string): { src: string; width: number; height: number; bytes: number } | undefined => {
      const target = join(path, '..', decodeURI(src)).replaceAll('\\', '/');
      return target in tree ? { src, width: 1, height: 1, bytes: 1 } : undefined;
    };
    const context = { config, render, findImage: find, findFile: find };
    const parse = path.startsWith('pages/') ? parsePage : path.startsWith('authors/') ? parseAuthor : parseArticle;
    return parse({ path, text }, context).problems.map((problem) => `${path}: ${JSON.stringify(problem)}`);
  });
}

/** Remove everything machine-dependent from a report. */
export function stripReport(report: string, folders: Readonly<Record<string, string>>): string {
  const named = Object.entries(folders).reduce((text, [name, folder]) => text.replaceAll(folder, name), report);
  return named.replace(/, [\d.]+ s(?:, \d+ a second)?\)/g, ')');
}
