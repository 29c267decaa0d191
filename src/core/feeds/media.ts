import type { SiteArticle } from '../site/site.ts';
import { mediaTypeOf } from '../text/media-type.ts';
import { absoluteUrl, type Urls } from '../urls.ts';

/** A picture, video or recording of an article, as feeds reference it. */
export interface FeedMedia {
  medium: 'image' | 'video' | 'audio';
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
  /** In seconds. */
  duration?: number | undefined;
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

/** Describe an article's recording; `undefined` if it has none. */
export function audioOf(urls: Urls, article: SiteArticle): FeedMedia | undefined {
  const { audio } = article;
  const url = audio && absoluteUrl(urls, article.url, audio.src);
  if (!url) return undefined;
  const { title, bytes, type, seconds } = audio;
  return { medium: 'audio', url, type, title, bytes, duration: seconds };
}

/**
 * Return the media type of a picture or video by its absolute URL; `undefined` if the path does not show it, such as that
 * of a script that sends pictures.
 */
export function mimeType(url: string): string | undefined {
  const type = mediaTypeOf(URL.parse(url)?.pathname ?? '');
  return type !== undefined && /^(?:image|video)\/|mpegurl$/.test(type) ? type : undefined;
}
