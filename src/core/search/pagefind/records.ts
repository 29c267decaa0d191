import type { SearchTerm } from '../../words/terms.ts';
import { readSpelling } from '../../words/terms.ts';
import { type PackedGroup, unpackForms } from '../sharded/groups.ts';
import { formToken, isPlain, othersToken } from './tokens.ts';
import { repeatsOf } from './weights.ts';

/**
 * Write the content of Pagefind's records: for each article its tokens, in the order of the groups. Each is repeated to
 * give its weight, since side by side repetitions are the cheapest way to store a number in Pagefind's index.
 *
 * @param groups The words of the articles, ordered by stem.
 * @param count Number of articles.
 */
export function writeContents(groups: Iterable<PackedGroup>, count: number): string[] {
  const contents = Array.from({ length: count }, () => [] as string[]);
  for (const group of groups) {
    for (const [token, weights] of tokensOf(group)) {
      for (const [article, weight] of weights) contents[article]!.push(`${token} `.repeat(repeatsOf(weight)));
    }
  }
  // Pagefind drops records without words.
  return contents.map((parts) => parts.join('').trimEnd() || emptyContent);
}

/** Content of an article without words: no question leads to it. */
const emptyContent = othersToken('');

/** Weights of articles, by article. */
type Weights = Map<number, number>;

function tokensOf(group: PackedGroup): [token: string, weights: Weights][] {
  const others: Weights = new Map();
  const forms = new Map<string, Weights>();
  for (const { spelling, articles, weights } of unpackForms(group)) {
    const term: SearchTerm = { surface: readSpelling(spelling), stem: group.stem };
    const token = formToken(term);
    const form = forms.get(token) ?? new Map<number, number>();
    forms.set(token, form);
    articles.forEach((article, index) => {
      add(form, article, weights[index]!);
      if (!isPlain(term)) add(others, article, weights[index]!);
    });
  }
  return [...(others.size > 0 ? [[othersToken(group.stem), others] as const] : []), ...forms].map(
    ([token, weights]) => [token, weights],
  );
}

const highestWeight = 255;

function add(weights: Weights, article: number, weight: number): void {
  weights.set(article, Math.min(highestWeight, (weights.get(article) ?? 0) + weight));
}
