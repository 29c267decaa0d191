import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { VariantFormat } from '../../core/pictures/variants.ts';
import { tones } from '../../core/pictures/placeholder-colours.ts';
import { digestOf } from '../cache/digest.ts';
import { projectFolder } from '../base/options.ts';

/**
 * How variants are encoded. AVIF with an effort of 1 is a third smaller than WebP and takes a third of a second for all
 * widths of a photo; with 4, what sharp would do by itself, it is a tenth smaller again and takes ten times as long.
 */
export const encoding: Readonly<Record<VariantFormat, { quality: number; effort: number }>> = {
  avif: { quality: 50, effort: 1 },
  webp: { quality: 75, effort: 2 },
};

/** Raised when the code that encodes or looks at pictures comes to other results. */
const version = 1;

const recipe = JSON.stringify([version, encoderVersion(), encoding, tones]);

/** Make a name for the original in some bytes: other bytes, another way to encode or another encoder have another name. */
export function pictureId(original: Uint8Array): string {
  return digestOf(`${digestOf(original)} ${recipe}`);
}

/** The version of sharp, without loading it. */
function encoderVersion(): string {
  const { dependencies } = JSON.parse(readFileSync(join(projectFolder, 'package.json'), 'utf8')) as {
    dependencies: { sharp: string };
  };
  return dependencies.sharp;
}
