import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { redirectsFile, redirectPatterns } from '../../core/hosting/redirects-file.ts';
import { fixedComponents, pageComponents } from '../../core/views/plan.ts';
import type { BuildOptions } from '../base/options.ts';
import { projectFolder } from '../base/options.ts';
import { withSlashes } from '../base/paths.ts';
import { createUrls } from '../../core/urls.ts';
import type { SettingsFile } from '../../core/site/check-addresses.ts';
import { displayName } from '../content/find-files.ts';

const shipped = new Set([...fixedComponents, ...Object.values(pageComponents)]);

/**
 * Create a test for whether a page of the newsroom (below `src/pages`) or a redirect in `public/_redirects` serves a
 * path (unencoded, relative to the base). Pages with params match any values. The folders are read on the first call of
 * the test.
 */
export function createElsewhereTest(
  { publicFolder, config }: Pick<BuildOptions, 'publicFolder' | 'config'>,
  pages = join(projectFolder, 'src/pages'),
): (path: string) => boolean {
  let patterns: readonly RegExp[] | undefined;
  return (path) => {
    patterns ??= [...pagePatterns(pages), ...ownRedirects(publicFolder, createUrls(config.url).base)];
    return patterns.some((pattern) => pattern.test(path));
  };
}

/** Read the configuration file, so that messages can give the position of an entry. */
export function readSettings({ configFile }: Pick<BuildOptions, 'configFile'>): SettingsFile {
  return { file: displayName(configFile), text: existsSync(configFile) ? readFileSync(configFile, 'utf8') : '' };
}

function ownRedirects(publicFolder: string, base: string): RegExp[] {
  const file = join(publicFolder, redirectsFile);
  return existsSync(file) ? redirectPatterns(readFileSync(file, 'utf8'), base) : [];
}

/**
 * List the patterns of own pages: `cities/[city].astro` serves `/cities/…/`. Astro ignores names that start with `_`.
 */
function pagePatterns(folder: string): RegExp[] {
  const names = existsSync(folder) ? readdirSync(folder, { recursive: true, encoding: 'utf8' }) : [];
  return names
    .map((name) => withSlashes(name))
    .filter((name) => !shipped.has(name) && !/(?:^|\/)_/.test(name))
    .flatMap((name) => {
      const [, path, extension] = /^(.*?)\.(astro|md|mdx|markdown|html|ts|js|mts|mjs)$/.exec(name) ?? [];
      if (path === undefined) return [];
      const isPage = !/^m?[tj]s$/.test(extension!);
      const pattern = path
        .replace(/(?:^|\/)index$/, '')
        .split('/')
        .map((part) => part.replace(/\[\.\.\.[^\]]*\]|\[[^\]]*\]|[^[]+/g, patternOf))
        .join('/');
      return [new RegExp(`^/${pattern}${isPage ? '/?' : ''}$`)];
    });
}

function patternOf(piece: string): string {
  if (piece.startsWith('[...')) return '.*';
  return piece.startsWith('[') ? '[^/]+' : piece.replace(/[.*+?^${}()|\]\\]/g, String.raw`\$&`);
}
