import type { SearchTerm } from '../../words/terms.ts';
import { readSpelling } from '../../words/terms.ts';
import { type PackedGroup, unpackForms } from '../sharded/groups.ts';
import { formToken, isPlain, othersToken } from './tokens.ts';
import { type Sign, signAt, signCount, signsOf } from './weights.ts';

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

const highestWeight = 255;

/** Pagefind counts this as a word, but does not index it. */
const gap = '-';

/** Assign each token the next free positions that encode its weight. */
function layOut(tokens: WeighedTokens): string {
  const words: string[] = [];
  // Tokens by the sign they need next, in the order in which they get it.
  const queues = Array.from({ length: signCount }, (): WaitingToken[] => []);
  const begun = queues.map(() => 0);
  for (const [token, weight] of tokens) {
    const signs = signsByWeight[weight]!;
    queues[signs[0]!]!.push({ token, signs, place: 0 });
  }
  for (let left = tokens.length; left > 0;) {
    const sign = signAt(words.length);
    const word = queues[sign]![begun[sign]!];
    words.push(word?.token ?? gap);
    if (!word) continue;
    begun[sign]!++;
    const next = word.signs[++word.place];
    if (next === undefined) left--;
    else queues[next]!.push(word);
  }
  return words.join(' ');
}

interface WaitingToken {
  token: string;
  signs: readonly Sign[];
  /** Of the sign that it needs next. */
  place: number;
}

/** Computed once here, and not beside `signsOf`, so that readers don't load it. */
const signsByWeight = Array.from({ length: highestWeight + 1 }, (_, weight) => (weight === 0 ? [] : signsOf(weight)));

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

function add(weights: Weights, article: number, weight: number): void {
  weights.set(article, Math.min(highestWeight, (weights.get(article) ?? 0) + weight));
}
