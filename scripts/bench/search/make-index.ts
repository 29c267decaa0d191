import { writeFileSync } from 'node:fs';
import { loadContent } from '../../../src/engine/content/load-content.ts';
import { draftModel } from '../../../src/engine/model/build-model.ts';
import { readOptions } from '../../../src/engine/base/options.ts';
import { searchOutputs } from '../../../src/engine/search/plan-index.ts';
import { openSearchStore } from '../../../src/engine/search/store.ts';

/** What an index took, in seconds. */
export interface IndexFigures {
  /** Elapsed. */
  wall: number;
  /** CPU time of this process before, to read the content. */
  before: number;
}

// Makes the search index of a site by itself, in a process of its own, and writes what that took.
const [content, out, config, cache, figures] = process.argv.slice(2) as [string, string, string, string, string];
const options = await readOptions({ content, out, config });
const { articles } = draftModel(await loadContent(options), options);
const { user, system } = process.cpuUsage();
const start = performance.now();
await searchOutputs({ articles, config: options.config }, openSearchStore(cache));
const wall = (performance.now() - start) / 1000;
writeFileSync(figures, JSON.stringify({ wall, before: (user + system) / 1e6 } satisfies IndexFigures));
