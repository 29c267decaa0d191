import type { Article } from '../core/article.ts';
import { type MessageLanguage, printable } from '../core/problems/problem.ts';
import { compareNewest } from '../core/site/newest-first.ts';
import { formatNumber, toPersianDigits } from '../core/text/persian.ts';

/** An article that a build leaves out. */
export type HeldBack = Pick<Article, 'title' | 'file' | 'slug' | 'date' | 'draft' | 'order'>;

/**
 * List the articles that are not published at a moment: first those under embargo, earliest first, then drafts, newest
 * first.
 *
 * @param now Milliseconds since 1970-01-01T00:00Z.
 */
export function listHeldBack(articles: readonly HeldBack[], now: number): HeldBack[] {
  const drafts = articles.filter(({ draft }) => draft);
  const embargoed = articles.filter(({ draft, date }) => !draft && date.epoch > now);
  return [...embargoed.toSorted(compareNewest).toReversed(), ...drafts.toSorted(compareNewest)];
}

/** Pick the fields of an article that are needed to report it. */
export function nameHeldBack({ title, file, slug, date, draft, order }: HeldBack): HeldBack {
  return { title, file, slug, date, draft, order };
}

/** Format the list of unpublished articles, the first ten by name; an empty string if there are none. */
export function formatHeldBack(held: readonly HeldBack[], language: MessageLanguage): string {
  if (held.length === 0) return '';
  const words = wordings[language];
  const lines = held.slice(0, namedCount).map(({ title, file, date, draft }) => {
    const moment = words.moment(formatMoment(date));
    return `  ${printable(file)}  «${printable(title)}»: ${draft ? words.draft(moment) : words.embargo(moment)}`;
  });
  const more = held.length - namedCount;
  return [words.heading(held.length), ...lines, ...(more > 0 ? [`  ${words.more(more)}`] : [])].join('\n');
}

const namedCount = 10;

const wordings = {
  en: {
    heading: (count: number) => `Held back: ${count} ${count === 1 ? 'article' : 'articles'}.`,
    moment: (text: string) => text,
    draft: (moment: string) => `a draft of ${moment}`,
    embargo: (moment: string) => `under embargo until ${moment}`,
    more: (count: number) => `… and ${count} more`,
  },
  fa: {
    heading: (count: number) => `منتشر نشد: ${formatNumber(count)} خبر.`,
    moment: toPersianDigits,
    draft: (moment: string) => `پیش‌نویس، با تاریخ ${moment}`,
    embargo: (moment: string) => `تا ${moment} زمانش نمی‌رسد`,
    more: (count: number) => `… و ${formatNumber(count)} خبر دیگر`,
  },
} as const;

function formatMoment({ jalali: { year, month, day }, iso, hasTime }: HeldBack['date']): string {
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${year}/${two(month)}/${two(day)}${hasTime ? ` ${iso.slice(11, 16)}` : ''}`;
}
