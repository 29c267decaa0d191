import { accentOf } from '../config/sections.ts';
import type { Picture, ReadArticle } from '../article.ts';
import type { SiteConfig } from '../config/site-config.ts';
import { dateAt, formatDate, type NewsDate } from '../dates/news-date.ts';
import { fingerprint } from '../text/hash.ts';
import { byteLength, maxSlugBytes } from '../text/slug.ts';
import type { Urls } from '../urls.ts';

/** What a share picture says: the picture that social networks show beside a link. */
export interface ShareCard {
  /** The headline; the description on the newspaper's own card. */
  text: string;
  kicker?: string | undefined;
  /** The section's name. */
  section?: string | undefined;
  /** The colour's name, as `accentOf` gives it. */
  accent: string;
  /** The day, as readers see it; absent on the newspaper's own card. */
  date?: string | undefined;
  /** The newspaper's name. */
  name: string;
}

/** The folder of the output that holds share pictures. */
export const shareFolder = 'share';

/** What a share picture shows of an article. */
export type SharedArticle = Pick<ReadArticle, 'title' | 'kicker' | 'date' | 'section'>;

const dayLength = 86_400_000;
const ownName = 'site';
// Vazirmatn has the letters of Arabic and of Latin up to U+017F. Of symbols it has few and of emoji none: they are left out.
const drawable = /^(?:[\0-\u017F]|\p{Script=Arabic}|\P{L})*$/u;
const undrawn = /(?![\0-\u017F\u20AC\u2122\u2212\uFDFC])\p{S}[\p{Emoji_Modifier}\u200D]*|[\uFE0F\u20E3]/gu;

/** Say what an article's share picture says. */
export function articleCard({ title, kicker, date, section }: SharedArticle, config: SiteConfig): ShareCard {
  return {
    text: drawnPart(title),
    kicker: kicker && drawnPart(kicker),
    section: config.sections.find(({ slug }) => slug === section)?.name,
    accent: accentOf(config, section),
    date: formatDate(date),
    name: config.name,
  };
}

/** Say what the newspaper's own share picture says, for pages that are no article. */
export function siteCard({ name, description }: SiteConfig): ShareCard {
  return { text: description, accent: accentOf({ sections: [] }, undefined), name };
}

/**
 * Make the test for articles that have a share picture: those of the last `share.days` days before the newest one and
 * of the Jalali month in which these days begin, as far as they have no photo of their own to be shown. Whole months,
 * because what leaves the reach changes its page: this happens with the first news of a month and not with each.
 *
 * @param newest The newest published article.
 */
export function shareTest(
  newest: Pick<ReadArticle, 'date'> | undefined,
  { share: { days } }: SiteConfig,
): (article: Pick<ReadArticle, 'date' | 'image' | 'title' | 'kicker'>) => boolean {
  if (!newest || days === 0) return () => false;
  const first = monthOf(dateAt(newest.date.epoch - days * dayLength));
  return ({ date, image, title, kicker = '' }) =>
    monthOf(date) >= first && !isShareable(image) && drawable.test(title + kicker) && /[\p{L}\p{N}]/u.test(title);
}

/** Number the Jalali months, one after another. */
function monthOf({ jalali: { year, month } }: NewsDate): number {
  return year * 12 + month;
}

/** Tell whether a picture can stand for an article in a social network: a photo, and not a small one. */
export function isShareable(image: Picture | undefined): image is Picture {
  if (!image || !isRaster(image)) return false;
  const { width = Infinity, height = Infinity } = image;
  return width >= 600 && height >= 315;
}

/** Tell whether social networks show a picture at all: most know no vector graphics and no AVIF. */
export function isRaster({ src }: Picture): boolean {
  return !/\.(?:svg|avif)(?:$|[?#])/i.test(src);
}

/** Name the file of a share picture, below the output folder. @param slug Of an article; without it, the newspaper's own. */
export function shareFile(slug?: string): string {
  // No slug ends with a hyphen.
  const name = slug === ownName ? `${ownName}-` : (slug ?? ownName);
  return `${shareFolder}/${byteLength(name) + ending.length > maxSlugBytes ? fingerprint(name) : name}${ending}`;
}

const ending = '.png';

/**
 * Write the address of a share picture. It says what the picture shows, since networks that know an address do not
 * look again: a headline that was mended is another address of the same file.
 */
export function shareUrl(urls: Urls, card: ShareCard, slug?: string): string {
  return `${urls.file(...shareFile(slug).split('/'))}?${fingerprint(JSON.stringify(card)).slice(0, 8)}`;
}

function drawnPart(text: string): string {
  return text.replace(undrawn, '').replace(/ {2,}/g, ' ').trim();
}
