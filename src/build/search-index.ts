import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { close, createIndex } from 'pagefind';
import { searchRecord } from '../core/search-record.ts';
import type { Site } from '../core/site.ts';
import { restoreExcerpts } from './search-fragments.ts';

/** Records on their way to Pagefind at one time. */
const batchSize = 64;

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
    for (let start = 0; start < site.articles.length; start += batchSize) {
      const records = site.articles.slice(start, start + batchSize).map(searchRecord);
      const added = records.map(({ url, content, meta }) =>
        index!.addCustomRecord({ url, content, meta, language: 'fa' }),
      );
      for (const { errors: failed } of await Promise.all(added)) check(failed);
      for (const { url, display } of records) displays.set(url, display);
      onProgress(displays.size, site.articles.length);
    }
    check((await index!.writeFiles({ outputPath })).errors);
  } finally {
    await close();
  }
  await restoreExcerpts(outputPath, displays);
  await Promise.all(unused.map((name) => rm(join(outputPath, name), { force: true })));
}

/** Interfaces that come with Pagefind; the search page has its own. */
const unused = ['component-ui', 'modular-ui', 'ui'].flatMap((name) => [`pagefind-${name}.js`, `pagefind-${name}.css`]);
unused.push('pagefind-highlight.js');

function check(errors: readonly string[]): void {
  if (errors.length > 0) throw new Error(`Pagefind: ${errors.join('; ')}`);
}
