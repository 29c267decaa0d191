import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { buildSite } from '../core/build-site.ts';
import { ContentError } from '../core/problem.ts';
import type { Site } from '../core/site.ts';
import { renderSite } from './astro.ts';
import { type Content, loadContent } from './load-content.ts';
import { type BuildOptions, projectFolder } from './options.ts';
import type { Progress } from './progress.ts';
import { proofreadContent } from './proofread.ts';
import { checkReplaceable, copyAssets, placeFileRedirects, replaceFolder } from './publish.ts';
import { writeSearchIndex } from './search-index.ts';

/** What a build made. */
export interface BuildResult {
  articles: number;
  /** HTML pages. */
  pages: number;
  /** All files. */
  files: number;
}

/**
 * Build a site: read the content, build the model, render the pages, index them for search, and put the result in
 * place of the previous one.
 *
 * @param options With `strict`, warnings of orthography are problems too.
 * @throws ContentError with all problems of the content; the previous output is untouched.
 */
export async function build(options: BuildOptions & { strict?: boolean }, progress: Progress): Promise<BuildResult> {
  const read = await progress.phase('read', (report) => loadContent(options, report));
  const content = options.strict === true ? await withWarnings(read, options, progress) : read;
  const site = await progress.phase('model', async () => buildModel(content, options));
  checkReplaceable(options.out, site);
  // In the project, wherever the output is to be: what Astro renders with looks for its packages from there.
  const folder = join(projectFolder, `.cache/build-${process.pid}`);
  try {
    await progress.phase('pages', (report) => renderSite(site, folder, report));
    await progress.phase('search', (report) => writeSearchIndex(site, folder, report));
    return await progress.phase('publish', async () => {
      await copyAssets(site, content, folder);
      await placeFileRedirects(site, folder);
      const names = await readdir(folder, { recursive: true, withFileTypes: true });
      const files = names.filter((entry) => entry.isFile());
      await replaceFolder(options.out, folder);
      const pages = files.filter(({ name }) => name.endsWith('.html')).length;
      return { articles: site.articles.length, pages, files: files.length };
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/**
 * Build the site's model out of its content.
 *
 * @throws ContentError with the problems of all files and those between files.
 */
export function buildModel(content: Content, { config, now }: BuildOptions, drafts = false): Site {
  const { site, problems } = buildSite({ ...content, config, now, drafts });
  const all = [...content.problems, ...problems];
  if (all.length > 0) throw new ContentError(all);
  return site;
}

async function withWarnings(content: Content, options: BuildOptions, progress: Progress): Promise<Content> {
  const { findings } = await progress.phase('proofread', (report) => proofreadContent(options, undefined, report));
  return { ...content, problems: [...content.problems, ...findings] };
}
