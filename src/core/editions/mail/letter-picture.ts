import type { Properties } from 'hast';
import { formatWidths, variantName, variantWidths } from '../../pictures/variants.ts';
import type { Story } from '../../site/site.ts';
import { mimeType } from '../../feeds/media.ts';
import { absoluteUrl } from '../../urls.ts';
import { type Letter, letterText } from './letter.ts';

/** Originals up to this size are sent as they are, in bytes: some programs for mail show no WebP. */
const largestOriginal = 300_000;
/** What every program for mail shows. */
const common = /^image\/(?:jpeg|png|gif)$/;
const widest = 640;

/**
 * Attributes of an article’s picture in a letter, `width` pixels wide: its original, or if that is large or in another
 * format its WebP.
 *
 * @returns `undefined` if it has none that can be shown, or the letter shows no pictures.
 */
export function letterPicture(
  { urls, hasPictures }: Letter,
  { image, url }: Story,
  width: number,
): Properties | undefined {
  if (!hasPictures || !image) return undefined;
  const original = absoluteUrl(urls, url, image.src);
  if (original === undefined) return undefined;
  const isCommon = common.test(mimeType(original) ?? '');
  const isSmall = image.bytes === undefined || image.bytes <= largestOriginal;
  const variant = formatWidths('webp', variantWidths(image.width ?? 0)).findLast((each) => each <= widest);
  const src =
    (isCommon && isSmall) || image.variants === undefined || variant === undefined
      ? original
      : urls.absolute(image.variants + variantName(variant, 'webp'));
  if (!isCommon && src === original) return undefined;
  const height = image.width && image.height ? Math.round((width * image.height) / image.width) : undefined;
  return { src, alt: letterText(image.alt), width: String(width), ...(height && { height: String(height) }) };
}
