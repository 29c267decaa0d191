import type { Site } from '../../core/site/site.ts';
import { type BuildOptions } from '../base/options.ts';
import { cacheFolders } from '../cache/cache-folders.ts';
import { type Content } from '../content/content.ts';
import type { OtherFile } from '../output/site-file.ts';
import { madeIcons } from '../pictures/icons.ts';
import { pictureFiles } from '../pictures/variants.ts';
import { assetsOf, picturesOf } from '../plan/site-files.ts';
import type { SearchMemory } from '../search/memory.ts';
import type { SearchOutput } from '../search/output.ts';
import { searchOutputs } from '../search/plan-index.ts';

/** Map the addresses of files that the content shows to their paths on disk. */
export function assetsByUrl(site: Site, content: Content): Map<string, string> {
  return new Map(assetsOf(site, content).map(({ url, path }) => [url, path]));
}

/** Map addresses to variants of pictures and to icons, which are made when they are read. */
export function picturesByUrl(site: Site, content: Content, options: BuildOptions): Map<string, OtherFile> {
  const files = [
    ...pictureFiles(picturesOf(site, content), cacheFolders.pictures(options.content)),
    ...madeIcons(options.config, options.publicFolder),
  ];
  return new Map(files.map((picture) => [urlOf(site, picture.file), picture]));
}

/** Map addresses to the files of the search index. */
export async function searchFilesByUrl(site: Site, memory: SearchMemory): Promise<Map<string, SearchOutput>> {
  const outputs = await searchOutputs(site, memory);
  return new Map(outputs.map((output) => [urlOf(site, output.path), output]));
}

function urlOf({ urls }: Site, file: string): string {
  return urls.file(...file.split('/'));
}
