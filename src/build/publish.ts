import { existsSync } from 'node:fs';
import { cp, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Site } from '../core/site.ts';
import type { Content } from './load-content.ts';

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

/** Put a finished folder in the place of another, which is there, whole, until the new one is. */
export async function replaceFolder(target: string, folder: string): Promise<void> {
  const old = `${target}.old-${process.pid}`;
  if (existsSync(target)) await rename(target, old);
  await rename(folder, target);
  await rm(old, { recursive: true, force: true });
}
