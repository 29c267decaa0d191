import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { SiteArticle } from '../../core/site/site.ts';
import { isAbsoluteUrl, type Urls, withoutBase } from '../../core/urls.ts';
import { isWithin } from '../base/paths.ts';

/** A picture as channels get it. */
export interface SentPicture {
  /** A JPEG. */
  bytes: Uint8Array<ArrayBuffer>;
  alt: string;
}

/** Longest side in pixels, and the qualities tried until the file is small enough for all services. */
const side = 1280;
const qualities = [82, 65, 45];
const largest = 950_000;
/** Telegram refuses photographs with sides in a larger ratio. */
const longestRatio = 20;

/**
 * Prepare an article’s picture for channels. It comes from the built site and loses its metadata.
 *
 * @returns `undefined` if the article has none, or one of another host, a drawing, or one that can’t be read.
 */
export async function preparePicture(
  { image }: Pick<SiteArticle, 'image'>,
  urls: Urls,
  out: string,
): Promise<SentPicture | undefined> {
  if (!image || isAbsoluteUrl(image.src) || /\.svg$/i.test(image.src)) return undefined;
  const path = join(out, withoutBase(image.src, urls));
  if (!isWithin(path, out) || !existsSync(path)) return undefined;
  try {
    const { default: sharp } = await import('sharp');
    const small = sharp(path)
      .autoOrient()
      .resize(side, side, { fit: 'inside', withoutEnlargement: true })
      .flatten({ background: '#ffffff' });
    for (const quality of qualities) {
      const { data, info } = await small.clone().jpeg({ quality, mozjpeg: true }).toBuffer({ resolveWithObject: true });
      const ratio = Math.max(info.width / info.height, info.height / info.width);
      if (ratio > longestRatio) return undefined;
      if (data.length <= largest) return { bytes: new Uint8Array(data), alt: image.alt };
    }
  } catch {
    // A picture never holds up the news.
  }
  return undefined;
}
