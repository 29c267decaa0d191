import { describeRecord } from '../../core/search/pagefind/describe.ts';
import { pagefindFolder, pagefindPaths, periodFolder, stockScript } from '../../core/search/pagefind/files.ts';
import { writeToolScript } from '../../core/search/pagefind/tool-script.ts';
import type { SiteArticle } from '../../core/site/site.ts';
import { digestOf } from '../cache/digest.ts';
import { type BundleInput, type PeriodBundle, updateBundles } from './bundles.ts';
import type { PeriodFacts, SearchMemory } from './memory.ts';
import type { SearchOutput } from './output.ts';

/** A period of articles, oldest first, with its indexed words. */
export interface IndexedPeriod {
  name: string;
  articles: readonly SiteArticle[];
  facts: PeriodFacts;
  readChunks(): readonly Uint8Array[];
}

/** Files of the Pagefind index, and a mark of each period's. */
export interface PagefindOutputs {
  outputs: SearchOutput[];
  marks: string[];
}

/**
 * List the files of the Pagefind index of a site.
 *
 * @param periods Oldest first.
 * @param base The site's path, without a final slash.
 */
export async function pagefindOutputs(
  periods: readonly IndexedPeriod[],
  base: string,
  memory: SearchMemory,
): Promise<PagefindOutputs> {
  const inputs = periods.map(({ name, articles, facts, readChunks }): BundleInput => ({
    name,
    digests: facts.digests,
    readChunks,
    records: articles.map((article) => describeRecord(article, base)),
  }));
  const bundles = await updateBundles(inputs, memory);
  const names = periods.map(({ name }) => name);
  return {
    outputs: bundles.flatMap((bundle, index) => outputsOf(bundle, names[index]!, index === names.length - 1, names)),
    marks: bundles.map(({ files }) => digestOf(files.map(({ digest }) => digest).join()).slice(0, 8)),
  };
}

function outputsOf(
  { files, read }: PeriodBundle,
  name: string,
  isNewest: boolean,
  names: readonly string[],
): SearchOutput[] {
  const folder = `${pagefindFolder}/${periodFolder(name, isNewest)}`;
  const outputs = files
    .filter(({ path }) => isPublished(path, isNewest))
    .map(({ path, digest }): SearchOutput => {
      const to = path === pagefindPaths.script ? stockScript : path;
      return { path: folder + to, key: digest, read: () => read(path) };
    });
  if (!isNewest) return outputs;
  const script = writeToolScript(names.slice(0, -1));
  return [...outputs, { path: folder + pagefindPaths.script, key: digestOf(script), read: () => Buffer.from(script) }];
}

/** Whether a file of a bundle is published: no interfaces, and one program for all periods. */
function isPublished(path: string, isNewest: boolean): boolean {
  if (/\.pf_(?:index|fragment|filter|meta)$/.test(path) || path === pagefindPaths.entry) return true;
  return isNewest && (path.startsWith('wasm.') || path === pagefindPaths.script || path === pagefindPaths.worker);
}
