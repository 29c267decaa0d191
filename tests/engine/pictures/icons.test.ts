import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import sharp from 'sharp';
import { expect, it } from 'vitest';
import { iconFiles } from '../../../src/core/brand/icons.ts';
import { sitePalette } from '../../../src/core/colours/palette.ts';
import { drawIcon, drawnIcons } from '../../../src/engine/pictures/icons.ts';
import { sample } from '../../support/sample.ts';

it.each(Object.entries(iconFiles))('the icon %s of our own mark is as it would be drawn', async (name, icon) => {
  const mark = readFileSync(join(sample.publicFolder, 'favicon.svg'));
  const { paper } = sitePalette({ sections: [] }).light;
  const drawn = await drawIcon(mark, icon, paper);
  const path = join(drawnIcons, basename(icon.file));
  if (process.env['UPDATE'] === '1') {
    mkdirSync(drawnIcons, { recursive: true });
    writeFileSync(path, drawn);
  }
  // After the head of an ICO file comes a PNG.
  const pixels = (bytes: Buffer): Promise<Buffer> =>
    sharp(name === 'ico' ? bytes.subarray(22) : bytes)
      .ensureAlpha()
      .raw()
      .toBuffer();
  const [known, now] = [await pixels(readFileSync(path)), await pixels(drawn)];
  expect(known.length).toBe(icon.size ** 2 * 4);
  const apart = known.filter((value, at) => Math.abs(value - now[at]!) > 24).length;
  expect(apart / known.length).toBeLessThan(0.01);
});
