import { join } from 'node:path';
import { buildSite } from '../core/build-site.ts';
import { ContentError } from '../core/problem.ts';
import type { RelatedMemory } from '../core/related-memory.ts';
import type { Site } from '../core/site.ts';
import { readCacheFile, writeCacheFile } from './cache-file.ts';
import { cacheFolders } from './cache-folders.ts';
import { codeKey, parsingCode } from './code-key.ts';
import type { Content } from './load-content.ts';
import type { BuildOptions } from './options.ts';

/**
 * Build the site's model out of its content. Which articles are related is remembered from build to build.
 *
 * @throws ContentError with the problems of all files and those between files.
 */
export function buildModel(content: Content, { config, now, content: folder, out }: BuildOptions): Site {
  const memory = join(cacheFolders.site(folder, out), 'related.json');
  const code = codeKey(parsingCode);
  const before = readCacheFile(memory)?.toString('utf8');
  const { site, related, problems } = buildSite({ ...content, config, now, related: recall(before, code) });
  const all = [...content.problems, ...problems];
  if (all.length > 0) throw new ContentError(all);
  const after = code + JSON.stringify(related);
  if (after !== before) writeCacheFile(memory, Buffer.from(after));
  return site;
}

/** What other code remembered is of no use. */
function recall(memory: string | undefined, code: string): RelatedMemory | undefined {
  return memory?.startsWith(code) ? (JSON.parse(memory.slice(code.length)) as RelatedMemory) : undefined;
}
