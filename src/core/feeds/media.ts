import type { SiteArticle } from '../site/site.ts';
import { mediaTypeOf } from '../text/media-type.ts';
import { absoluteUrl, type Urls } from '../urls.ts';

/** A picture or video of an article, as feeds point to it. */
export interface FeedMedia {
  medium: 'image' | 'video';
  /** Absolute and percent-encoded. */
  url: string;
  /** The MIME type, where the file's name tells it. */
  type?: string | undefined;
  title?: string | undefined;
  description?: string | undefined;
  credit?: string | undefined;
  /** The size of a local file. */
  bytes?: number | undefined;
  width?: number | undefined;
  height?: number | undefined;
  /** A video's still picture. */
  thumbnail?: string | undefined;
}

/** Describe an article's picture, if it has one. */
export function imageOf(urls: Urls, article: SiteArticle): FeedMedia | undefined {
  const { image } = article;
  const url = image && absoluteUrl(urls, article.url, image.src);
  if (!url) return undefined;
  const { alt, caption, credit, width, height, bytes } = image;
  const words = { title: caption ?? alt, description: alt, credit };
  return { medium: 'image', url, type: mimeType(url), ...words, width, height, bytes };
}

/** Describe an article's video, if it is a file and not a page of a video host. */
export function videoOf(urls: Urls, article: SiteArticle): FeedMedia | undefined {
  const { video } = article;
  const url = video?.src && absoluteUrl(urls, article.url, video.src);
  if (!url) return undefined;
  const thumbnail = video.poster && absoluteUrl(urls, article.url, video.poster);
  const { title, bytes } = video;
  return { medium: 'video', url, type: mimeType(url), title, bytes, thumbnail: thumbnail || undefined };
}

/**
 * Return the media type of a picture or video by its absolute address; `undefined` where its path does not tell, as of a
 * script that sends pictures.
 */
export function mimeType(url: string): string | undefined {
  const type = mediaTypeOf(URL.parse(url)?.pathname ?? '');
  return type !== undefined && /^(?:image|video)\/|mpegurl$/.test(type) ? type : undefined;
}
