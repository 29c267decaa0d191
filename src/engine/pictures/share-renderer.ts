import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Node, Renderer } from '@takumi-rs/core';
import type { BrandPicture } from '../../core/config/brand.ts';
import { pictureTypeOf } from '../../core/pictures/file-type.ts';
import type { ShareFont } from './share-fonts.ts';
import { truncateText } from '../../core/text/persian.ts';
import type { ShareCard } from '../../core/pictures/share-card.ts';
import {
  drawCard,
  type Drawing,
  drawText,
  kickerRoom,
  nameRoom,
  shareSize,
  textRoom,
  type TextRoom,
} from '../../core/pictures/share-drawing.ts';

/** Draws share pictures as PNG. Several can be drawn concurrently, in the renderer's own threads. */
export type ShareRenderer = (card: ShareCard) => Promise<Uint8Array>;

const weights = ['Medium', 'Bold'];

/**
 * Return whether share pictures can be drawn: the renderer is native code, which is not available for every platform.
 */
export async function canRenderShare(): Promise<boolean> {
  return import('@takumi-rs/core').then(
    () => true,
    () => false,
  );
}

/**
 * Open the renderer of share pictures.
 *
 * @param publicFolder Holds the newspaper's mark.
 * @param fonts Fonts besides Vazirmatn.
 * @throws Error unless {@link canRenderShare}.
 */
export async function openShareRenderer(
  publicFolder: string,
  fonts: readonly ShareFont[] = [],
): Promise<ShareRenderer> {
  const { Renderer } = await import('@takumi-rs/core');
  const renderer = new Renderer();
  const { resolve } = createRequire(import.meta.url);
  for (const weight of weights) {
    await renderer.registerFont(readFileSync(resolve(`vazirmatn/fonts/ttf/Vazirmatn-${weight}.ttf`)));
  }
  for (const { name, bytes } of fonts) await renderer.registerFont({ name, data: bytes });
  return async (card) => {
    const text = await fitText(renderer, card.text, textRoom(card));
    const name = await fitText(renderer, card.name, nameRoom(card));
    const kicker = card.kicker && (await fitText(renderer, card.kicker, kickerRoom(card)));
    return renderer.render(
      drawCard(
        card,
        { text, name, kicker: kicker || undefined },
        card.mark && readMark(card.mark, publicFolder),
      ) as Node,
      {
        ...shareSize,
        format: 'png',
      },
    );
  };
}

/** Read a mark in the form that the renderer accepts: SVG as text, others as data URLs. */
function readMark({ path }: BrandPicture, publicFolder: string): string {
  const bytes = readFileSync(join(publicFolder, path));
  const type = pictureTypeOf(bytes);
  return type === 'svg' ? bytes.toString('utf8') : `data:image/${type};base64,${bytes.toString('base64')}`;
}

/** Choose the largest font size with which a text fits; if it does not fit even with the smallest, truncate it. */
async function fitText(renderer: Renderer, text: string, room: TextRoom): Promise<Drawing> {
  const fits = async (drawing: Drawing): Promise<boolean> => {
    const { height, runs } = await renderer.measure(drawing as Node, { width: room.width });
    return height <= room.height && runs.every(({ x }) => x >= -1);
  };
  for (const size of room.sizes) {
    const drawing = drawText(text, size, room);
    if (await fits(drawing)) return drawing;
  }
  const draw = (length: number): Drawing => drawText(truncateText(text, length), room.sizes.at(-1)!, room);
  let [longest, tooLong] = [1, text.length + 1];
  while (tooLong - longest > 1) {
    const length = (longest + tooLong) >> 1;
    if (await fits(draw(length))) longest = length;
    else tooLong = length;
  }
  return draw(longest);
}
