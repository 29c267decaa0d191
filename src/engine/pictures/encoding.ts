import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { VariantFormat } from '../../core/pictures/variants.ts';
import { tones } from '../../core/pictures/placeholder-colours.ts';
import { digestOf } from '../cache/digest.ts';
import { projectFolder } from '../base/options.ts';

/**
 * Encoding of variants. AVIF with effort 1 is a third smaller than WebP and takes a third of a second for all widths of
 * a photo; with effort 4, sharp's default, it is a tenth smaller again and takes ten times as long.
 */
export const encoding: Readonly<Record<VariantFormat, { quality: number; effort: number }>> = {
  avif: { quality: 50, effort: 1 },
  webp: { quality: 75, effort: 2 },
};

// Raised when the code that encodes or inspects pictures changes its results.
const version = 1;

const recipe = JSON.stringify([version, encoderVersion(), encoding, tones]);

/** Fingerprint of an original picture, together with the encoding and the encoder's version. */
export function pictureId(original: Uint8Array): string {
  return digestOf(`${digestOf(original)} ${recipe}`);
}

/** Version of sharp, without loading it. */
function encoderVersion(): string {
  const { dependencies } = JSON.parse(readFileSync(join(projectFolder, 'package.json'), 'utf8')) as {
    dependencies: { sharp: string };
  };
  return dependencies.sharp;
}
