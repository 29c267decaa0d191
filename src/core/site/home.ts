import type { SiteConfig } from '../config/site-config.ts';
import type { Home, SiteArticle, Term, TermKind } from './site.ts';

/** Number of the newest articles considered for the top of the front page. */
const topReach = 30;
const secondaryCount = 6;
const sectionCount = 4;
const tagCount = 16;

/** Select the content of the front page. Apart from lists of links, no article occurs twice. */
export function buildHome(
  articles: readonly SiteArticle[],
  terms: Readonly<Record<TermKind, readonly Term[]>>,
  { sizes }: SiteConfig,
): Home {
  const top = articles.slice(0, topReach);
  const lead = top.find(({ picked, image }) => picked && image) ?? top.find(({ picked }) => picked) ?? top[0];
  const secondary = articles.filter((article) => article !== lead).slice(0, secondaryCount);
  const shown = new Set([lead, ...secondary]);
  return Object.freeze({
    lead,
    secondary,
    sections: terms.sections.flatMap((section) => {
      const own = section.feed.filter((article) => !shown.has(article)).slice(0, sectionCount);
      return own.length === 0 ? [] : [{ section, articles: own }];
    }),
    latest: articles.slice(0, sizes.latest),
    picks: articles.filter((article) => article.picked && article !== lead).slice(0, sizes.picks),
    tags: terms.tags.toSorted((a, b) => b.count - a.count).slice(0, tagCount),
  });
}
