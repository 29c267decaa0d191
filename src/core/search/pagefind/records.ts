import type { SearchTerm } from '../../words/terms.ts';
import { readSpelling } from '../../words/terms.ts';
import { type PackedGroup, unpackForms } from '../sharded/groups.ts';
import { formToken, isPlain, othersToken } from './tokens.ts';
import { type Sign, signAt, signsOf } from './weights.ts';

/** Tokens of a record with their weights. */
type WeighedTokens = (readonly [token: string, weight: number])[];

/**
 * Write the content of Pagefind's records: each article's tokens, at positions that encode their weights.
 *
 * @param groups The words of the articles, ordered by stem.
 * @param count Number of articles.
 */
export function writeContents(groups: Iterable<PackedGroup>, count: number): string[] {
  const tokens = Array.from({ length: count }, (): WeighedTokens => []);
  for (const group of groups) {
    for (const [token, weights] of tokensOf(group)) {
      for (const [article, weight] of weights) tokens[article]!.push([token, weight]);
    }
  }
  // Pagefind drops records without words.
  return tokens.map((those) => layOut(those) || emptyContent);
}

/** Pagefind counts this as a word, but does not index it. */
const gap = '-';

/** Assign each token the next free positions that encode its weight. */
function layOut(tokens: WeighedTokens): string {
  const words: string[] = [];
  // Tokens by the sign they need next, with the signs they need after it.
  const queues = new Map<Sign, { token: string; later: Sign[] }[]>();
  const wait = (token: string, [next, ...later]: readonly Sign[]): boolean => {
    if (next === undefined) return false;
    const queue = queues.get(next) ?? [];
    queues.set(next, queue);
    queue.push({ token, later });
    return true;
  };
  for (const [token, weight] of tokens) wait(token, signsOf(weight));
  for (let left = tokens.length; left > 0;) {
    const word = queues.get(signAt(words.length))?.shift();
    words.push(word?.token ?? gap);
    if (word && !wait(word.token, word.later)) left--;
  }
  return words.join(' ');
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
