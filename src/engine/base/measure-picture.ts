import { createRequire } from 'node:module';
import type * as ImageSize from 'image-size';

const require = createRequire(import.meta.url);

/**
 * Read the size of a picture, upright, in pixels; `undefined` if it is damaged or has none.
 *
 * The library is loaded with the first picture: most builds look at none.
 */
export function measurePicture(bytes: Uint8Array): { width: number; height: number } | undefined {
  const { imageSize } = require('image-size') as typeof ImageSize;
  try {
    const { width, height, orientation = 1 } = imageSize(bytes);
    // EXIF orientations 5 to 8 are rotated by 90°.
    const [across, down] = orientation >= 5 ? [height, width] : [width, height];
    return across > 0 && down > 0 ? { width: Math.round(across), height: Math.round(down) } : undefined;
  } catch {
    return undefined;
  }
}
