import { existsSync, readdirSync } from 'node:fs';
import { cp, mkdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Site } from '../core/site.ts';
import type { Content } from './load-content.ts';
import { UsageError } from './options.ts';

/** Copy the files beside published articles; those of drafts stay where they are. */
export async function copyAssets(site: Site, content: Content, folder: string): Promise<void> {
  for (const { file } of [...site.articles, ...site.pages]) {
    for (const { url, path } of content.assets.get(file) ?? []) {
      await cp(path, join(folder, decodeURIComponent(url.slice(site.urls.base.length))));
    }
  }
}

/**
 * Give redirects from addresses such as `/old/metro.html` that very file. Astro makes a folder of each address, which
 * hosts would redirect to first, and stores of plain objects would not find at all.
 */
export async function placeFileRedirects({ redirects }: Site, folder: string): Promise<void> {
  for (const { from } of redirects.filter((redirect) => /\.html?$/i.test(redirect.from))) {
    const path = join(folder, from);
    const page = `${path}.page`;
    await rename(join(path, 'index.html'), page);
    await rm(path, { recursive: true });
    await rename(page, path);
  }
}

/**
 * Refuse to replace a folder that no build has made, or a newspaper by an empty one.
 *
 * @throws UsageError that says why.
 */
export function checkReplaceable(target: string, site: Site): void {
  if (!existsSync(target)) return;
  const names = readdirSync(target);
  if (names.length > 0 && !names.includes('sitemap-index.xml')) {
    throw new UsageError(`--out: ${target} holds files that no build has made. Empty it, or name another folder.`);
  }
  if (site.articles.length === 0 && names.includes('news')) {
    throw new UsageError(
      `There is no article to publish, and ${target} holds some. To empty the site, remove it first.`,
    );
  }
}

/** Put a finished folder in the place of another, which is there, whole, until the new one is. */
export async function replaceFolder(target: string, folder: string): Promise<void> {
  const [fresh, old] = [`${target}.new-${process.pid}`, `${target}.old-${process.pid}`];
  try {
    await mkdir(dirname(target), { recursive: true });
    await moveFolder(folder, fresh);
    if (existsSync(target)) await rename(target, old);
    await rename(fresh, target);
  } catch (error) {
    if (existsSync(old) && !existsSync(target)) await rename(old, target);
    throw error;
  } finally {
    await rm(fresh, { recursive: true, force: true });
    await rm(old, { recursive: true, force: true });
  }
}

async function moveFolder(from: string, to: string): Promise<void> {
  try {
    await rename(from, to);
  } catch (error) {
    // The two may lie on different file systems.
    if ((error as NodeJS.ErrnoException).code !== 'EXDEV') throw error;
    await cp(from, to, { recursive: true });
  }
}
