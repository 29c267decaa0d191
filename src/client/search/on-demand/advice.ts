import { findWords } from '../../../core/words/words.ts';
import type { SearchIndex } from '../index.ts';

const mostTags = 6;

/** Create the function that suggests tags with a word that begins like the reader's query, most used first. */
export function createTagAdviser(index: SearchIndex): (question: string) => string[] {
  const { labels } = index;
  const folded = labels.tags.map((label) => ` ${fold(label)}`);
  const order = tagsByUse(index);
  return (question) => {
    const beginning = fold(question);
    if (beginning.length < 2) return [];
    return order
      .filter((tag) => folded[tag]!.includes(` ${beginning}`))
      .slice(0, mostTags)
      .map((tag) => labels.tags[tag]!);
  };
}

/** List the numbers of all tags, most used first. */
export function tagsByUse({ labels, rows }: Pick<SearchIndex, 'labels' | 'rows'>): number[] {
  const counts = labels.tags.map(() => 0);
  for (const { tags } of rows) for (const tag of tags) counts[tag]! += 1;
  return [...labels.tags.keys()].toSorted((a, b) => counts[b]! - counts[a]!);
}

function fold(text: string): string {
  return findWords(text)
    .map(({ surface }) => surface)
    .join(' ');
}
