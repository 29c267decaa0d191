import type { Alternative } from './query.ts';
import type { FoundForm } from './store.ts';

/** For each article, the weight of a word of the query and the factor of its best alternative; 0 if absent. */
export interface Match {
  weights: Float32Array;
  factors: Float32Array;
}

// Another form of a word counts less than the one in the query.
const otherForm = 0.75;
// Weights in the index are twice the count of a word in a body.
const weightUnit = 2;

/** Create the match of a word that no article contains so far. */
export function createMatch(articles: number): Match {
  return { weights: new Float32Array(articles), factors: new Float32Array(articles) };
}

/**
 * Add the articles that match an alternative: all its words must occur.
 *
 * @param groups Forms by stem, with all stems of the alternative.
 */
export function addAlternative(
  match: Match,
  { terms, isExact, factor }: Alternative,
  groups: ReadonlyMap<string, readonly FoundForm[]>,
): void {
  const found = terms.map(({ surface, stem }) => {
    const one = terms.length === 1 ? match : createMatch(match.weights.length);
    for (const form of groups.get(stem)!) {
      const isSame = form.surface === surface;
      if (isSame || isExact !== true) addForm(one, form, factor * (isSame ? 1 : otherForm));
    }
    return one;
  });
  if (found.length === 1) return;
  for (let article = 0; article < match.weights.length; article++) {
    const weight = Math.min(...found.map(({ weights }) => weights[article]!));
    if (weight > 0) addWeight(match, article, weight, found[0]!.factors[article]!);
  }
}

/** Add the articles that contain a form of the word. */
export function addForm(match: Match, { articles, weights }: FoundForm, factor: number): void {
  for (let index = 0; index < articles.length; index++) {
    addWeight(match, articles[index]!, (factor * weights[index]!) / weightUnit, factor);
  }
}

function addWeight({ weights, factors }: Match, article: number, weight: number, factor: number): void {
  weights[article]! += weight;
  if (factor > factors[article]!) factors[article] = factor;
}

/** Count the articles that match. */
export function countOf({ weights }: Match): number {
  let count = 0;
  for (const weight of weights) if (weight > 0) count++;
  return count;
}
