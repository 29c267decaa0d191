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

/** The content of a page's `<head>`, for browsers, search engines and social networks. */
export interface Head {
  /** The page's own title, without the newspaper's name; absent on the front page. */
  title?: string | undefined;
  description?: string | undefined;
  /** Path of the page. */
  url: string;
  article?: SiteArticle | undefined;
  image?: Picture | undefined;
  /** The page's own feed, besides the site's. */
  feed?: { title: string; url: string } | undefined;
  /** Slug of the section that the page belongs to. */
  section?: string | undefined;
  /** Breadcrumbs, for search engines. */
  crumbs?: readonly Crumb[] | undefined;
  /** Further structured data. */
  data?: readonly StructuredData[] | undefined;
  /** Addresses of style sheets that other pages do not need. */
  styles?: readonly string[] | undefined;
  /** Whether search engines must not index the page. */
  isHidden?: boolean | undefined;
}

/** An Open Graph property (ogp.me). */
export interface OpenGraph {
  property: string;
  content: string;
}

/** Build the head of an article's page. */
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

/** Title of the browser's tab. @example documentTitle(site, head) // 'تهران | روزنگار' */
export function documentTitle({ config }: Frame, { title }: Head): string {
  return title === undefined ? `${config.name} | ${config.description}` : `${title} | ${config.name}`;
}

/** List the Open Graph properties of a page. */
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

/** Return the type of Twitter card: large if the page has a large picture. */
export function twitterCard(site: Frame, head: Head): string {
  return sharedPicture(site, head)?.isLarge ? 'summary_large_image' : 'summary';
}

/** The picture of a page in social networks. */
export interface SharedPicture {
  /** Absolute URL. */
  url: string;
  alt: string;
  /** MIME type, if the file's extension is known. */
  type?: string | undefined;
  /** In pixels; known for all pictures of the site itself. */
  width?: number | undefined;
  height?: number | undefined;
  isLarge: boolean;
}

/**
 * Choose the picture for sharing a page: the article's photo, unless too small to be shown large; otherwise its share
 * picture; otherwise a small photo; otherwise the newspaper's share picture.
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

/** Accent colour of a page. */
export function headAccent({ config }: Frame, { section }: Head): string {
  return accentOf(config, section);
}
