import type { Home, SiteArticle } from '../../site/site.ts';
import { toJalaliDay, type NewsDate } from '../../dates/news-date.ts';

/**
 * Choose the articles of a day’s edition: those of the front page’s top in its order, then the editors’ choices, then the
 * others, newest first.
 *
 * @param articles All articles of the site, newest first.
 * @param section Slug of a section, for an edition of its articles only.
 */
export function chooseArticles(
  { articles, home }: { articles: readonly SiteArticle[]; home: Home },
  day: NewsDate,
  section?: string,
): SiteArticle[] {
  const name = toJalaliDay(day);
  const own = articles.filter(
    (article) => toJalaliDay(article.date) === name && (section === undefined || article.section?.slug === section),
  );
  const bySlug = new Map(own.map((article) => [article.slug, article]));
  const top = [...(home.lead ? [home.lead] : []), ...home.with, ...home.second, ...home.third];
  return [
    ...new Set([
      ...top.flatMap(({ slug }) => bySlug.get(slug) ?? []),
      ...own.filter(({ picked, label }) => picked || label === 'breaking'),
      ...own,
    ]),
  ];
}
