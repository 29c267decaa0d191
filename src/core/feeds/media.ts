import type { SiteArticle } from '../site/site.ts';
import { absoluteUrl, type Urls } from '../urls.ts';

/** A picture or video of an article, as feeds reference it. */
export interface FeedMedia {
  medium: 'image' | 'video';
  /** Absolute and percent-encoded. */
  url: string;
  /** MIME type, if the file's extension is known. */
  type?: string | undefined;
  title?: string | undefined;
  description?: string | undefined;
  credit?: string | undefined;
  /** Size of a local file. */
  bytes?: number | undefined;
  width?: number | undefined;
  height?: number | undefined;
  /** URL of a video's still. */
  thumbnail?: string | undefined;
}

/** Describe an article's picture; `undefined` if it has none. */
export function imageOf(urls: Urls, article: SiteArticle): FeedMedia | undefined {
  const { image } = article;
  const url = image && absoluteUrl(urls, article.url, image.src);
  if (!url) return undefined;
  const { alt, caption, credit, width, height, bytes } = image;
  const words = { title: caption ?? alt, description: alt, credit };
  return { medium: 'image', url, type: mimeType(url), ...words, width, height, bytes };
}

/** Describe an article's video; `undefined` unless it is a file (a page of a video host is not). */
export function videoOf(urls: Urls, article: SiteArticle): FeedMedia | undefined {
  const { video } = article;
  const url = video?.src && absoluteUrl(urls, article.url, video.src);
  if (!url) return undefined;
  const thumbnail = video.poster && absoluteUrl(urls, article.url, video.poster);
  const { title, bytes } = video;
  return { medium: 'video', url, type: mimeType(url), title, bytes, thumbnail: thumbnail || undefined };
}

const mimeTypes: ReadonlyMap<string, string> = new Map([
  ['avif', 'image/avif'],
  ['gif', 'image/gif'],
  ['jpeg', 'image/jpeg'],
  ['jpg', 'image/jpeg'],
  ['m3u8', 'application/vnd.apple.mpegurl'],
  ['m4v', 'video/mp4'],
  ['mov', 'video/quicktime'],
  ['mp4', 'video/mp4'],
  ['ogv', 'video/ogg'],
  ['png', 'image/png'],
  ['svg', 'image/svg+xml'],
  ['webm', 'video/webm'],
  ['webp', 'image/webp'],
]);

/** Return the MIME type for the extension of an absolute URL; `undefined` if it is unknown. */
export function mimeType(url: string): string | undefined {
  const extension = /\.([a-z\d]+)$/i.exec(URL.parse(url)?.pathname ?? '')?.[1];
  return extension && mimeTypes.get(extension.toLowerCase());
}
