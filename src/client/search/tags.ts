import type { SearchIndex } from './index.ts';

let adviser: Promise<(question: string) => string[]> | undefined;

/** Load the function that suggests tags, once unless that fails; see `createTagAdviser`. */
export function openTags(openIndex: () => Promise<SearchIndex>): Promise<(question: string) => string[]> {
  if (!adviser) {
    adviser = Promise.all([import('./on-demand/advice.ts'), openIndex()]).then(([{ createTagAdviser }, index]) =>
      createTagAdviser(index),
    );
    adviser.catch(() => (adviser = undefined));
  }
  return adviser;
}
