import { accentOf } from '../config/sections.ts';
import type { Picture } from '../article.ts';
import type { Crumb } from './breadcrumbs.ts';
import { mimeType } from '../feeds/media.ts';
import { absoluteUrl } from '../urls.ts';
import { truncateText } from '../text/persian.ts';
import { isRaster, isShareable, shareUrl, siteCard } from '../pictures/share-card.ts';
import { shareSize } from '../pictures/share-drawing.ts';
import type { Frame, SiteArticle } from '../site/site.ts';
import type { StructuredData } from './structured-data.ts';

/** What the head of a page says of it to browsers, search engines and social networks. */
export interface Head {
  /** The page's own name, without the newspaper's; absent on the front page. */
  title?: string | undefined;
  description?: string | undefined;
  /** The page's path. */
  url: string;
  article?: SiteArticle | undefined;
  image?: Picture | undefined;
  /** The feed that belongs to the page besides the site's. */
  feed?: { title: string; url: string } | undefined;
  /** The slug of the section that the page belongs to. */
  section?: string | undefined;
  /** Where the page stands, for search engines. */
  crumbs?: readonly Crumb[] | undefined;
  /** What else it says of itself to search engines. */
  data?: readonly StructuredData[] | undefined;
  /** Keep the page out of search engines. */
  isHidden?: boolean | undefined;
}

/** A property of the Open Graph protocol (ogp.me). */
export interface OpenGraph {
  property: string;
  content: string;
}

/** Describe an article's page. */
export function articleHead(article: SiteArticle): Head {
  return {
    title: article.title,
    description: truncateText(article.lead, 200),
    url: article.url,
    article,
    image: article.image,
    section: article.section?.slug,
  };
}

/** Write the title of a page's tab. @example documentTitle(site, head) // 'تهران | روزنگار' */
export function documentTitle({ config }: Frame, { title }: Head): string {
  return title === undefined ? `${config.name} | ${config.description}` : `${title} | ${config.name}`;
}

/** Describe a page to social networks by the Open Graph protocol. */
export function openGraph(site: Frame, head: Head): OpenGraph[] {
  const { config, urls } = site;
  const { article } = head;
  const picture = sharedPicture(site, head);
  const properties: Record<string, string | number | undefined> = {
    'og:type': article ? 'article' : 'website',
    'og:site_name': config.name,
    'og:locale': 'fa_IR',
    'og:title': head.title ?? config.name,
    'og:description': head.description ?? config.description,
    'og:url': urls.absolute(head.url),
    ...(picture && {
      'og:image': picture.url,
      'og:image:type': picture.type,
      'og:image:width': picture.width,
      'og:image:height': picture.height,
      'og:image:alt': picture.alt,
    }),
    'article:published_time': article?.date.iso,
    'article:modified_time': article?.updated?.iso,
    'article:section': article?.section?.label,
  };
  const single = Object.entries(properties).filter(([, content]) => content !== undefined);
  const tags = (article?.tags ?? []).map((tag) => ['article:tag', tag.label] as const);
  return [...single, ...tags].map(([property, content]) => ({ property, content: String(content) }));
}

/** Name the card that Twitter shows: a large picture where there is one. */
export function twitterCard(site: Frame, head: Head): string {
  return sharedPicture(site, head)?.isLarge ? 'summary_large_image' : 'summary';
}

/** A picture that stands for a page in social networks. */
export interface SharedPicture {
  /** Absolute. */
  url: string;
  alt: string;
  /** The MIME type, where the address tells it. */
  type?: string | undefined;
  /** Pixels; known for every picture of the site's own. */
  width?: number | undefined;
  height?: number | undefined;
  isLarge: boolean;
}

/**
 * Choose the picture that stands for a page: the article's photo, unless it is too small to be shown large; else its
 * share picture; else a small photo; else the newspaper's own share picture.
 */
export function sharedPicture(
  { config, urls }: Frame,
  { article, image, title, url: page }: Head,
): SharedPicture | undefined {
  const isLarge = isShareable(image);
  if (image && isRaster(image) && (isLarge || !article?.share)) {
    const { alt, width, height } = image;
    const url = absoluteUrl(urls, page, image.src) ?? urls.absolute(image.src);
    return { url, alt, type: mimeType(url), width, height, isLarge };
  }
  if (config.share.days === 0) return undefined;
  const drawn = { type: 'image/png', ...shareSize, isLarge: true };
  return article?.share
    ? { url: urls.absolute(article.share), alt: title ?? article.title, ...drawn }
    : { url: urls.absolute(shareUrl(urls, siteCard(config))), alt: config.name, ...drawn };
}

/** Name the colour of a page. */
export function headAccent({ config }: Frame, { section }: Head): string {
  return accentOf(config, section);
}
