import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';
import { describe, expect, it } from 'vitest';
import { canRenderShare, openShareRenderer, type ShareRenderer } from '../../../src/engine/pictures/share-renderer.ts';
import type { ShareCard } from '../../../src/core/pictures/share-card.ts';
import { shareSize } from '../../../src/core/pictures/share-drawing.ts';
import { shareCards } from '../../support/share-cards.ts';
import { repository } from '../../support/folders.ts';

const canRender = await canRenderShare();
if (!canRender) console.log('Skipped: @takumi-rs/core has no renderer for this platform.');
const goldenOf = (name: string): string => join(repository, 'tests/golden-share', `${name}.png`);
const { width, height } = shareSize;
// Edges of letters may differ slightly between processors.
const tolerance = width * height * 0.001;

let opened: Promise<ShareRenderer> | undefined;
const render = async (card: ShareCard): Promise<Uint8Array> => (await (opened ??= openShareRenderer(repository)))(card);

/** Count the pixels in which two pictures differ visibly. */
function countDifferences(a: Uint8Array, b: Uint8Array): number {
  return pixelmatch(PNG.sync.read(a).data, PNG.sync.read(b).data, undefined, width, height, { threshold: 0.2 });
}

/** List the rows below the band in which a picture has ink in its margins. */
function rowsBeyondMargins(picture: Uint8Array): number[] {
  const { data } = PNG.sync.read(picture);
  const isInked = (x: number, y: number): boolean => data[(y * width + x) * 4]! < 128;
  const rows = Array.from({ length: height - 30 }, (_, index) => index + 30);
  return rows.filter((y) => isInked(60, y) || isInked(width - 60, y));
}

describe.skipIf(!canRender)('a share picture', () => {
  it.each(Object.entries(shareCards))('of the card «%s» matches its golden picture', async (name, card) => {
    const bytes = await render(card);
    if (process.env['UPDATE'] === '1') writeFileSync(goldenOf(name), bytes);
    expect(countDifferences(bytes, readFileSync(goldenOf(name)))).toBeLessThan(tolerance);
    expect(bytes.length).toBeLessThan(60_000);
  });

  it('differs with unjoined letters, which proves that those above are joined', async () => {
    const card = shareCards['short']!;
    const apart = await render({ ...card, text: [...card.text].join('\u200C') });
    expect(countDifferences(apart, readFileSync(goldenOf('short')))).toBeGreaterThan(tolerance * 5);
  });

  it('has the size required by social networks', async () => {
    const { width: wide, height: high } = PNG.sync.read(await render(shareCards['short']!));
    expect([wide, high]).toEqual([1200, 630]);
  });

  it('is deterministic, also when others are drawn concurrently', async () => {
    const cards = [...Object.values(shareCards), ...Object.values(shareCards)];
    const pictures = await Promise.all(cards.map(render));
    const half = pictures.length / 2;
    for (let index = 0; index < half; index++) expect(pictures[index]).toEqual(pictures[index + half]);
  });

  it('keeps its margins, regardless of the length of words', async () => {
    const { short, site } = shareCards as Record<'short' | 'site', ShareCard>;
    for (const text of ['ببب'.repeat(60), `نشانی ${'W'.repeat(90)} بود`, 'واژه '.repeat(800).trim()]) {
      const cards = [
        { ...short, text, kicker: text, name: text },
        { ...site, text, name: text },
      ];
      for (const card of cards) expect(rowsBeyondMargins(await render(card))).toEqual([]);
    }
  });
});
