import type { Term } from '../site/site.ts';
import { type LetterGroup, groupByLetter } from './letter-groups.ts';

/** What an index shows of a name. */
export type IndexedTerm = Pick<Term, 'label' | 'url' | 'count'>;

/** The names of an index that begin with a letter. */
export interface IndexGroup extends LetterGroup<IndexedTerm> {
  /** Names with one article only, which are folded; the others are `items`. */
  rare: readonly IndexedTerm[];
}

/** The index of all tags. */
export interface TagIndex {
  /** The most used tags, most articles first. Empty for a short index, which is shown whole. */
  frequent: readonly IndexedTerm[];
  groups: readonly IndexGroup[];
}

/** How many tags an index begins with. One that has no more is short. */
const mostUsed = 30;

/** Arrange alphabetically sorted tags: the most used ones, then all by letter. */
export function indexTags(tags: readonly IndexedTerm[]): TagIndex {
  const isShort = tags.length <= mostUsed;
  const isRare = ({ count }: IndexedTerm): boolean => !isShort && count === 1;
  return {
    // Sorting is stable: tags with as many articles stay in the order of the alphabet.
    frequent: isShort ? [] : tags.toSorted((a, b) => b.count - a.count).slice(0, mostUsed),
    groups: groupByLetter(tags).map(({ items, ...group }) => ({
      ...group,
      items: items.filter((tag) => !isRare(tag)),
      rare: items.filter(isRare),
    })),
  };
}
