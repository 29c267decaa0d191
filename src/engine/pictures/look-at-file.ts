import { readFileSync, statSync } from 'node:fs';
import { imageSize } from 'image-size';
import type { SiteConfig } from '../../core/config/site-config.ts';
import type { ImageFault } from '../../core/markdown/findings.ts';
import { isAnimated, pictureTypeOf } from '../../core/pictures/file-type.ts';
import { variantWidths } from '../../core/pictures/variants.ts';
import { isSafeSvg } from '../../core/pictures/svg-safety.ts';
import { pictureId } from './encoding.ts';
import { type PictureFacts, readPictureFacts } from './store.ts';

/** A picture of pixels that a document shows. */
export interface FoundPicture {
  /** Absolute. */
  path: string;
  /** Stands for its bytes, and for the way in which variants are made of them. */
  id: string;
  /** Of its variants, in pixels; none if it is shown as it is, because it may move. */
  widths: readonly number[];
  /** What its pixels tell; absent until they are looked at. */
  facts?: PictureFacts | undefined;
}

/** What a look at a file tells of the picture in it, or what is wrong with it. */
export type PictureLook = (ImageFault | { width: number; height: number }) & { picture?: FoundPicture };

/**
 * Make the function that looks at pictures, at each once. It decodes nothing: what pixels tell it takes from what is
 * remembered.
 *
 * @param folder Where is remembered what pixels tell.
 * @param known What is known without that, by the ids of pictures.
 */
export function createPictureLooks(
  limits: SiteConfig['limits'],
  folder: string,
  known: ReadonlyMap<string, PictureFacts>,
): (path: string) => PictureLook | undefined {
  const looks = new Map<string, PictureLook | undefined>();
  return (path) => {
    if (!looks.has(path)) looks.set(path, look(path, limits));
    const found = looks.get(path);
    const picture = found?.picture;
    if (!picture) return found;
    picture.facts ??= known.get(picture.id) ?? readPictureFacts(folder, picture.id);
    return picture.facts?.isDamaged ? { ...damaged, picture } : found;
  };
}

const damaged: ImageFault = { fault: 'image-damaged', values: {} };

function look(path: string, limits: SiteConfig['limits']): PictureLook | undefined {
  const { size } = statSync(path);
  if (size > limits.imageBytes)
    return { fault: 'image-too-large', values: { size: `${size}`, limit: `${limits.imageBytes}` } };
  const bytes = readFileSync(path);
  const type = pictureTypeOf(bytes);
  if (size === 0) return damaged;
  if (type === undefined || (type === 'svg') !== /\.svg$/i.test(path)) return { fault: 'image-type', values: {} };
  if (type === 'svg' && !isSafeSvg(bytes)) return { fault: 'image-active', values: {} };
  const measured = measure(bytes);
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

function measure(bytes: Uint8Array): { width: number; height: number } | undefined {
  try {
    const { width, height, orientation = 1 } = imageSize(bytes);
    // EXIF orientations 5 to 8 lie on their side.
    const [across, down] = orientation >= 5 ? [height, width] : [width, height];
    return across > 0 && down > 0 ? { width: Math.round(across), height: Math.round(down) } : undefined;
  } catch {
    return undefined;
  }
}
