import { accentIndex } from '../config/sections.ts';
import { type BrandPicture, wordmarkText } from '../config/brand.ts';
import { sitePalette } from '../colours/palette.ts';
import type { Picture, ReadArticle } from '../article.ts';
import type { SiteConfig } from '../config/site-config.ts';
import { shareFamily } from '../fonts/families.ts';
import { formatDate } from '../dates/news-date.ts';
import { recentTest } from '../dates/recent-months.ts';
import { fingerprint } from '../text/hash.ts';
import { byteLength, maxSlugBytes } from '../text/slug.ts';
import type { Urls } from '../urls.ts';

/** Content of a share picture, which social networks show beside a link. */
export interface ShareCard {
  /** The headline; on the newspaper's own card, its description. */
  text: string;
  kicker?: string | undefined;
  /** The section's name. */
  section?: string | undefined;
  colours: ShareColours;
  /** The newspaper's own mark, if it has one. */
  mark?: BrandPicture | undefined;
  /** The formatted date; absent on the newspaper's own card. */
  date?: string | undefined;
  /** The newspaper's name. */
  name: string;
  /** Family of the headline, if it is not Vazirmatn. */
  font?: string | undefined;
}

/** Colours of the light scheme. */
export interface ShareColours {
  paper: string;
  ink: string;
  muted: string;
  /** That of the newspaper. */
  own: string;
  /** That of the newspaper or of a section. */
  accent: string;
  /** On the newspaper's own card: the colours of the newspaper and its sections. */
  all?: readonly string[] | undefined;
}

/** Folder of share pictures in the output. */
export const shareFolder = 'share';

/** The parts of an article that its share picture shows. */
export type SharedArticle = Pick<ReadArticle, 'title' | 'kicker' | 'date' | 'section'>;

const ownName = 'site';
// Vazirmatn covers Arabic and Latin up to U+017F, few symbols and no emoji; what it lacks is left out.
const drawable = /^(?:[\0-\u017F]|\p{Script=Arabic}|\P{L})*$/u;
const undrawn = /(?![\0-\u017F\u20AC\u2122\u2212\uFDFC])\p{S}[\p{Emoji_Modifier}\u200D]*|[\uFE0F\u20E3]/gu;

/** Content of an article's share picture. */
export function articleCard({ title, kicker, date, section }: SharedArticle, config: SiteConfig): ShareCard {
  return {
    text: drawnPart(title),
    kicker: kicker && drawnPart(kicker),
    section: config.sections.find(({ slug }) => slug === section)?.name,
    ...lookOf(config, section),
    date: formatDate(date),
    name: wordmarkText(config),
    font: shareFamily(config)?.name,
  };
}

/** Content of the newspaper's own share picture, for pages other than articles. */
export function siteCard(config: SiteConfig): ShareCard {
  const look = lookOf(config, undefined);
  const all = sitePalette(config).light.accents;
  const font = shareFamily(config)?.name;
  return { text: config.description, ...look, colours: { ...look.colours, all }, name: wordmarkText(config), font };
}

function lookOf(config: SiteConfig, section: string | undefined): Pick<ShareCard, 'colours' | 'mark'> {
  const { paper, ink, muted, accents } = sitePalette(config).light;
  const accent = accents[accentIndex(config, section)]!;
  return { colours: { paper, ink, muted, own: accents[0]!, accent }, mark: config.foundBrand?.mark };
}

/**
 * Create the predicate for articles that have a share picture: those of the last `share.days` days before the newest
 * one, in whole months as {@link recentTest} counts them, unless they have a suitable photo.
 *
 * @param newest The newest published article.
 */
export function shareTest(
  newest: Pick<ReadArticle, 'date'> | undefined,
  { share: { days } }: SiteConfig,
): (article: Pick<ReadArticle, 'date' | 'image' | 'title' | 'kicker'>) => boolean {
  const isRecent = recentTest(newest?.date, days);
  return ({ date, image, title, kicker = '' }) =>
    isRecent(date) && !isShareable(image) && drawable.test(title + kicker) && /[\p{L}\p{N}]/u.test(title);
}

/** Return whether a picture can represent an article in social networks: a photo that is not too small. */
export function isShareable(image: Picture | undefined): image is Picture {
  if (!image || !isRaster(image)) return false;
  const { width = Infinity, height = Infinity } = image;
  return width >= 600 && height >= 315;
}

/** Return whether social networks show a picture at all: most support neither vector graphics nor AVIF. */
export function isRaster({ src }: Picture): boolean {
  return !/\.(?:svg|avif)(?:$|[?#])/i.test(src);
}

/**
 * Path of a share picture, relative to the output folder.
 *
 * @param slug Slug of the article; without it, the newspaper's own picture.
 */
export function shareFile(slug?: string): string {
  // No slug ends with a hyphen.
  const name = slug === ownName ? `${ownName}-` : (slug ?? ownName);
  return `${shareFolder}/${byteLength(name) + ending.length > maxSlugBytes ? fingerprint(name) : name}${ending}`;
}

const ending = '.png';

/**
 * URL of a share picture. It contains a hash of the content, because networks do not refetch a URL they know: a
 * corrected headline gives the same file another URL.
 */
export function shareUrl(urls: Urls, card: ShareCard, slug?: string): string {
  return `${urls.file(...shareFile(slug).split('/'))}?${fingerprint(JSON.stringify(card)).slice(0, 8)}`;
}

function drawnPart(text: string): string {
  return text.replace(undrawn, '').replace(/ {2,}/g, ' ').trim();
}
