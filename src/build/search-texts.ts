import { namesOf } from '../core/search-article.ts';
import type { SiteArticle } from '../core/site.ts';
import { digestOf } from './search-digest.ts';

/** Where the search gets the texts of articles, which need not lie in memory. */
export interface ArticleTexts {
  /** Tell what no other text of the article has: of its title, kicker, lead and body. */
  hashOf(article: SiteArticle): string;
  /** Read its body. */
  textOf(article: SiteArticle): string;
}

/** The texts of articles that are in memory. */
export const textsInMemory: ArticleTexts = {
  hashOf: ({ title, kicker, lead, hasOwnLead, text }) =>
    digestOf([title, kicker ?? '', lead, String(hasOwnLead), text].join('\0')),
  textOf: ({ text }) => text,
};

/** Tell what no other state of an article has, of all that is searched and shown. */
export function keyOf(article: SiteArticle, { hashOf }: ArticleTexts): string {
  return digestOf(`${hashOf(article)}\0${article.date.iso}\0${namesOf(article)}`);
}
