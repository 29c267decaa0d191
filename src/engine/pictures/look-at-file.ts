import { readFileSync, statSync } from 'node:fs';
import type { SiteConfig } from '../../core/config/site-config.ts';
import type { ImageFault } from '../../core/markdown/findings.ts';
import { isAnimated, pictureTypeOf } from '../../core/pictures/file-type.ts';
import { variantWidths } from '../../core/pictures/variants.ts';
import { isSafeSvg } from '../../core/pictures/svg-safety.ts';
import { pictureId } from './encoding.ts';
import { type PictureFacts, readPictureFacts } from './store.ts';
import { measurePicture } from '../base/measure-picture.ts';

/** A raster picture that a document shows. */
export interface FoundPicture {
  /** Absolute path. */
  path: string;
  /** Fingerprint of its bytes, and of how its variants are encoded; see `pictureId`. */
  id: string;
  /** Widths of its variants in pixels; empty if it is shown as it is, because it may be animated. */
  widths: readonly number[];
  /** Facts from decoding it; absent until it is inspected. */
  facts?: PictureFacts | undefined;
}

/** The result of probing a file: the picture's dimensions, or what is wrong with it. */
export type PictureProbeResult = (ImageFault | { width: number; height: number }) & { picture?: FoundPicture };

/**
 * Create the function that probes pictures, each path once: type, dimensions and safety, without decoding. Facts from
 * decoding are taken from the cache.
 *
 * @param folder Cache of picture facts.
 * @param known Facts that take precedence over the cache, by picture id.
 */
export function createPictureProbe(
  limits: SiteConfig['limits'],
  folder: string,
  known: ReadonlyMap<string, PictureFacts>,
): (path: string) => PictureProbeResult | undefined {
  const results = new Map<string, PictureProbeResult | undefined>();
  return (path) => {
    if (!results.has(path)) results.set(path, probe(path, limits));
    const result = results.get(path);
    const picture = result?.picture;
    if (!picture) return result;
    picture.facts ??= known.get(picture.id) ?? readPictureFacts(folder, picture.id);
    return picture.facts?.isDamaged ? { ...damaged, picture } : result;
  };
}

const damaged: ImageFault = { fault: 'image-damaged', values: {} };

function probe(path: string, limits: SiteConfig['limits']): PictureProbeResult | undefined {
  const { size } = statSync(path);
  if (size > limits.imageBytes)
    return { fault: 'image-too-large', values: { size: `${size}`, limit: `${limits.imageBytes}` } };
  const bytes = readFileSync(path);
  const type = pictureTypeOf(bytes);
  if (size === 0) return damaged;
  if (type === undefined || (type === 'svg') !== /\.svg$/i.test(path)) return { fault: 'image-type', values: {} };
  if (type === 'svg' && !isSafeSvg(bytes)) return { fault: 'image-active', values: {} };
  const measured = measurePicture(bytes);
  if (!measured) return damaged;
  if (type === 'svg') return measured;
  const { width, height } = measured;
  if (width * height > limits.imagePixels) {
    const values = { width: `${width}`, height: `${height}`, limit: `${limits.imagePixels}` };
    return { fault: 'image-too-many-pixels', values };
  }
  const widths = isAnimated(bytes, type) ? [] : variantWidths(width);
  return { width, height, picture: { path, id: pictureId(bytes), widths } };
}
