import { compareTexts } from '../text/compare.ts';

/** How far an article must be ahead of another to overtake it: two close ones would otherwise change places, and build the site, all day. */
const lead = 1.1;

/**
 * Order the most read articles.
 *
 * @param scores Of the articles that may be listed.
 * @param before The list as it was. An article overtakes one of it only by a tenth more reads.
 * @param most Largest number of articles.
 */
export function rankArticles(
  scores: ReadonlyMap<string, number>,
  before: readonly string[],
  most: number,
): readonly string[] {
  const scoreOf = (slug: string): number => scores.get(slug) ?? 0;
  const ranking = before.filter((slug) => scoreOf(slug) > 0);
  const listed = new Set(ranking);
  const others = [...scores.keys()].filter((slug) => !listed.has(slug) && scoreOf(slug) > 0);
  // Equal scores must give the same list on each machine.
  const byScore = others.toSorted((a, b) => scoreOf(b) - scoreOf(a) || compareTexts(a, b)).slice(0, most);
  const order = [...ranking, ...byScore];
  for (let index = 1; index < order.length; index++) {
    const slug = order[index]!;
    let place = index;
    while (place > 0 && overtakes(slug, order[place - 1]!)) order[place] = order[--place]!;
    order[place] = slug;
  }
  return order.slice(0, most);

  function overtakes(slug: string, other: string): boolean {
    return scoreOf(slug) > scoreOf(other) * (listed.has(other) ? lead : 1);
  }
}
