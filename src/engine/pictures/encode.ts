import service from 'astro/assets/services/sharp';
import sharp from 'sharp';
import { toneOf } from '../../core/pictures/placeholder-colours.ts';
import type { VariantFormat } from '../../core/pictures/variants.ts';
import { encoding } from './encoding.ts';
import type { PictureFacts } from './store.ts';

// Pictures are encoded concurrently, each in one thread, and none is encoded twice.
sharp.concurrency(1);
sharp.cache(false);

const config = {
  service: {
    entrypoint: 'astro/assets/services/sharp',
    config: { avif: { effort: encoding.avif.effort }, webp: { effort: encoding.webp.effort } },
  },
} as unknown as Parameters<typeof service.transform>[2];
const logger = { warn: () => {} } as unknown as Parameters<typeof service.transform>[3];

// Side length, in pixels, of the thumbnail that a picture's tone is computed from.
const toneSize = 32;

/** Decode a picture: compute its tone, and check that it is complete. */
export async function inspectPicture(original: Uint8Array): Promise<PictureFacts> {
  try {
    // All pixels are decoded, since damage is mostly at the end; a decoder's warning counts as damage.
    const small = sharp(original, { failOn: 'warning' }).autoOrient().resize(toneSize, toneSize, { fit: 'fill' });
    const { data, info } = await small.toColourspace('srgb').raw().toBuffer({ resolveWithObject: true });
    const pixels = opaquePixels(data, info.channels);
    return pixels ? { tone: toneOf(pixels) } : {};
  } catch {
    return { isDamaged: true };
  }
}

/**
 * Encode a variant of a picture with Astro's image service.
 *
 * @throws Error if it can't be encoded.
 */
export async function encodeVariant(
  original: Uint8Array,
  { src, width, format }: { src: string; width: number; format: VariantFormat },
): Promise<Uint8Array> {
  const made = await service.transform(
    original,
    { src, width, format, quality: encoding[format].quality },
    config,
    logger,
  );
  // The service returns input that it can't read unchanged.
  if (made.data === original) throw new Error(`${src}: this picture could not be encoded as ${format}.`);
  return made.data;
}

/** RGB values of all pixels; `undefined` if any of them is not opaque. */
function opaquePixels(data: Uint8Array, channels: number): Uint8Array | undefined {
  const count = data.length / channels;
  const pixels = new Uint8Array(count * 3);
  for (let index = 0; index < count; index++) {
    const at = index * channels;
    const hasAlpha = channels === 2 || channels === 4;
    if (hasAlpha && data[at + channels - 1]! < 255) return undefined;
    // One or two channels are greyscale.
    for (let colour = 0; colour < 3; colour++) pixels[index * 3 + colour] = data[at + (channels < 3 ? 0 : colour)]!;
  }
  return pixels;
}
