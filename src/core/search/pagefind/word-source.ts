import type { SearchTerm } from '../../words/terms.ts';
import { measureRows, type SearchTable } from '../tables/table.ts';
import type { FoundForm, WordSource } from '../store.ts';
import { formToken, isPlain, othersToken, tokenBeginning } from './tokens.ts';
import { weightAt } from './weights.ts';

/** What the search needs of an opened Pagefind index: the documented `search()`. */
export interface PagefindIndex {
  search(term: string | null, options?: PagefindOptions): Promise<{ results: readonly PagefindResult[] }>;
}

interface PagefindOptions {
  filters?: Readonly<Record<string, string>>;
}

interface PagefindResult {
  id: string;
  /** Positions of the words that were found. */
  words: readonly number[];
}

/** Name of the filter that distinguishes periods; each period is merged with its own value. */
export const periodFilter = 'period';

/**
 * Create a source of words from the Pagefind indexes of the periods, merged into one, with articles numbered from the
 * oldest of the first period to the newest of the last. Answers are kept.
 *
 * @param periods Names of the periods, oldest first, with their tables.
 */
export async function createPagefindSource(
  periods: readonly { name: string; table: SearchTable }[],
  index: PagefindIndex,
): Promise<WordSource> {
  const numbers = await numberArticles(periods, index);
  const look = keepAnswers(async (token) => {
    const { results } = await index.search(token);
    return readWeights(results, numbers, weightAt);
  });
  return {
    ...measureRows(periods.flatMap(({ table }) => table.rows)),
    find: async (terms) => {
      const stems = [...new Set(terms.map(({ stem }) => stem))];
      const found = await Promise.all(
        stems.map((stem) =>
          findForms(
            stem,
            terms.filter((term) => term.stem === stem),
            look,
          ),
        ),
      );
      return new Map(found.filter(([, forms]) => forms.length > 0));
    },
    complete: async (beginning) => {
      const { results } = await index.search(tokenBeginning(beginning));
      // Positions of several words together encode no weight.
      const weights = readWeights(results, numbers, ({ length }) => 2 * length);
      return weights.size === 0 ? [] : [formOf(undefined, weights)];
    },
  };
}

/** Weights of a word, by article. */
type Weights = ReadonlyMap<number, number>;
type Lookup = (token: string) => Promise<Weights>;

/** Number articles by the ids that Pagefind gives them. */
async function numberArticles(
  periods: readonly { name: string; table: SearchTable }[],
  index: PagefindIndex,
): Promise<ReadonlyMap<string, number>> {
  const lists = await Promise.all(periods.map(({ name }) => index.search(null, { filters: { [periodFilter]: name } })));
  const numbers = new Map<string, number>();
  lists.forEach(({ results }, period) => {
    const { name, table } = periods[period]!;
    if (results.length !== table.rows.length) throw new Error(`Another index: ${name}`);
    for (const { id } of results) numbers.set(id, numbers.size);
  });
  return numbers;
}

function readWeights(
  results: readonly PagefindResult[],
  numbers: ReadonlyMap<string, number>,
  weigh: (positions: readonly number[]) => number,
): Weights {
  // Pagefind indexes headlines as well, whose words are no tokens: it finds them at no position.
  const found = results
    .filter(({ words }) => words.length > 0)
    .map(({ id, words }): [number, number] => [numbers.get(id)!, weigh(words)]);
  return new Map(found.toSorted(([a], [b]) => a - b));
}

async function findForms(
  stem: string,
  terms: readonly SearchTerm[],
  look: Lookup,
): Promise<[stem: string, forms: FoundForm[]]> {
  const plain = { surface: stem, stem };
  const forms = new Map([...(isPlain(plain) ? [plain] : []), ...terms].map((term) => [formToken(term), term]));
  const [others, ...exact] = await Promise.all([othersToken(stem), ...forms.keys()].map(look));
  const rest = new Map(others);
  const found: FoundForm[] = [];
  [...forms.values()].forEach((term, index) => {
    const weights = exact[index]!;
    if (weights.size > 0) found.push(formOf(term.surface, weights));
    if (isPlain(term)) return;
    for (const [article, weight] of weights) {
      const left = (rest.get(article) ?? 0) - weight;
      if (left > 0) rest.set(article, left);
      else rest.delete(article);
    }
  });
  if (rest.size > 0) found.push(formOf(undefined, rest));
  return [stem, found];
}

function formOf(surface: string | undefined, weights: Weights): FoundForm {
  return { surface, articles: [...weights.keys()], weights: [...weights.values()] };
}

/** Remember the answers of a function; failures are not remembered. */
function keepAnswers(look: Lookup): Lookup {
  const answers = new Map<string, Promise<Weights>>();
  return (token) => {
    let answer = answers.get(token);
    if (!answer) {
      answers.set(token, (answer = look(token)));
      answer.catch(() => answers.delete(token));
    }
    return answer;
  };
}
