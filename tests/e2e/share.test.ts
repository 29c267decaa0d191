import type { Browser } from 'playwright-core';
import { PNG } from 'pngjs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { canRenderShare, openShareRenderer } from '../../src/engine/pictures/share-renderer.ts';
import type { ShareCard } from '../../src/core/pictures/share-card.ts';
import {
  drawCard,
  drawText,
  kickerRoom,
  nameRoom,
  shareSize,
  textRoom,
} from '../../src/core/pictures/share-drawing.ts';
import { drawingPage } from '../support/drawing-html.ts';
import { shareCards } from '../support/share-cards.ts';
import { repository } from '../support/folders.ts';
import { connectBrowser } from './browser.ts';

const canRender = await canRenderShare();
if (!canRender) console.log('Skipped: @takumi-rs/core has no renderer for this platform.');

let browser: Browser;
beforeAll(async () => {
  browser = await connectBrowser();
});
afterAll(() => browser?.close());

/** Draw a card as a browser does, with letters of a size. */
async function screenshot(card: ShareCard, size: number): Promise<Uint8Array> {
  const text = drawText(card.text, size, textRoom(card));
  const kicker =
    card.kicker === undefined ? undefined : drawText(card.kicker, kickerRoom(card).sizes[0]!, kickerRoom(card));
  const room = nameRoom(card);
  const name = drawText(card.name, room.sizes[0]!, room);
  const page = await browser.newPage({ viewport: shareSize });
  await page.setContent(drawingPage(drawCard(card, { text, name, kicker })));
  await page.evaluate(() => document.fonts.ready);
  const bytes = await page.screenshot();
  await page.close();
  return bytes;
}

const block = 6;

/** How dark a picture is, block by block, from 0 to 255. */
function darknessOf(picture: Uint8Array): number[] {
  const { width, height, data } = PNG.sync.read(picture);
  const blocks: number[] = [];
  for (let y = 0; y < height; y += block)
    for (let x = 0; x < width; x += block) {
      let sum = 0;
      for (let dy = 0; dy < block; dy++)
        for (let dx = 0; dx < block; dx++) sum += 255 - data[((y + dy) * width + x + dx) * 4 + 1]!;
      blocks.push(sum / block ** 2);
    }
  return blocks;
}

/** How alike two pictures are: the correlation of what is dark in them; 1 for the same. */
function likeness(a: Uint8Array, b: Uint8Array): number {
  const [left, right] = [darknessOf(a), darknessOf(b)];
  const product = (one: readonly number[], other: readonly number[]): number =>
    one.reduce((sum, value, index) => sum + value * other[index]!, 0);
  return product(left, right) / Math.sqrt(product(left, left) * product(right, right));
}

describe.skipIf(!canRender)('a share picture beside what a browser draws of it', () => {
  it.each([
    ['mixed', 68],
    ['half-spaces', 80],
    ['short', 128],
  ])('is the same for the card «%s»: right to left, joined, Latin words in their order', async (name, size) => {
    const card = shareCards[name]!;
    const render = await openShareRenderer(repository);
    const picture = await render(card);
    expect(likeness(picture, await screenshot(card, size))).toBeGreaterThan(0.95);
    const turned = { ...card, text: card.text.split(' ').toReversed().join(' ') };
    const apart = { ...card, text: [...card.text].join('\u200C') };
    for (const wrong of [turned, apart]) expect(likeness(picture, await screenshot(wrong, size))).toBeLessThan(0.9);
  });
});
