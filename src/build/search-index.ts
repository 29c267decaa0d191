import { join } from 'node:path';
import { close, createIndex } from 'pagefind';
import { searchRecord } from '../core/search-record.ts';
import type { Site } from '../core/site.ts';
import { restoreExcerpts } from './search-fragments.ts';

/**
 * Write the search index of a site's articles into `<folder>/pagefind`. The index holds folded text; its fragments,
 * from which excerpts are cut, get the text that readers know.
 *
 * @throws Error if Pagefind reports one.
 */
export async function writeSearchIndex(
  site: Site,
  folder: string,
  onProgress: (done: number, total: number) => void,
): Promise<void> {
  const outputPath = join(folder, 'pagefind');
  const { index, errors } = await createIndex({ forceLanguage: 'fa', writePlayground: false });
  check(errors);
  const displays = new Map<string, string>();
  try {
    for (const article of site.articles) {
      const { url, content, display, meta } = searchRecord(article);
      check((await index!.addCustomRecord({ url, content, meta, language: 'fa' })).errors);
      displays.set(url, display);
      onProgress(displays.size, site.articles.length);
    }
    check((await index!.writeFiles({ outputPath })).errors);
  } finally {
    await close();
  }
  await restoreExcerpts(outputPath, displays);
}

function check(errors: readonly string[]): void {
  if (errors.length > 0) throw new Error(`Pagefind: ${errors.join('; ')}`);
}
