/** Number of articles on a page of a list, in a feed, and related to an article. */
export const sizes = { page: 20, feed: 30, related: 5 };
// Number of neighbours in a tag's list considered for related articles: this keeps the work linear.
const reach = 60;

/** Slug of a tag. */
export function slugOf(tag) {
  return tag.trim().replace(/[\s\u200C/?#%]+/gu, '-');
}

/** Path of a tag. */
export function tagPath(tag) {
  return `/tags/${encodeURIComponent(slugOf(tag))}/`;
}

/** Group articles, newest first, by tag. `tagsOf` returns the tags of an article. */
export function groupByTag(articles, tagsOf) {
  const terms = new Map();
  for (const article of articles) {
    for (const tag of tagsOf(article)) {
      const slug = slugOf(tag);
      const term = terms.get(slug);
      if (!term) terms.set(slug, { slug, label: tag, path: tagPath(tag), articles: [article] });
      else if (term.articles.at(-1) !== article) term.articles.push(article);
    }
  }
  return terms;
}

/**
 * For each article, find those that share the most tags with it, with more weight for rare tags. `terms` come from
 * `groupByTag`.
 */
export function findRelated(terms) {
  const scores = new Map();
  for (const { articles } of terms.values()) {
    const weight = 1 / Math.log2(2 + articles.length);
    articles.forEach((article, position) => {
      const own = scores.get(article) ?? scores.set(article, new Map()).get(article);
      const from = Math.max(0, position - reach / 2);
      for (const other of articles.slice(from, from + reach)) {
        if (other !== article) own.set(other, (own.get(other) ?? 0) + weight);
      }
    });
  }
  const best = (own) => [...own].toSorted(([, a], [, b]) => b - a).slice(0, sizes.related);
  return new Map([...scores].map(([article, own]) => [article, best(own).map(([other]) => other)]));
}

/** Split a list into pages. */
export function paginate(items) {
  const count = Math.max(1, Math.ceil(items.length / sizes.page));
  return Array.from({ length: count }, (_, index) => items.slice(index * sizes.page, (index + 1) * sizes.page));
}
