import { readFileSync } from 'node:fs';
import type { Drawing } from '../../src/core/pictures/share-drawing.ts';

const fonts = [
  [500, 'Medium'],
  [700, 'Bold'],
] as const;

/** Write a drawing as a page, to be rendered by a browser. */
export function drawingPage(drawing: Drawing): string {
  const faces = fonts.map(([weight, name]) => {
    const bytes = readFileSync(
      new URL(`../../node_modules/vazirmatn/fonts/ttf/Vazirmatn-${name}.ttf`, import.meta.url),
    );
    const src = `url(data:font/ttf;base64,${bytes.toString('base64')})`;
    return `@font-face { font-family: Vazirmatn; font-weight: ${weight}; src: ${src} }`;
  });
  const style = `${faces.join('\n')}\nbody { margin: 0 } * { box-sizing: border-box }`;
  return `<!doctype html><html lang="fa"><meta charset="utf-8"><style>${style}</style><body>${htmlOf(drawing)}</body></html>`;
}

function htmlOf({ style, text, src, children = [] }: Drawing): string {
  const inside = src ?? text?.replaceAll('&', '&amp;').replaceAll('<', '&lt;') ?? children.map(htmlOf).join('');
  return `<div style="${Object.entries(style).map(toCss).join(';')}">${inside}</div>`;
}

const unitless = new Set(['flexGrow', 'flexShrink', 'fontWeight', 'lineHeight']);

function toCss([name, value]: [string, string | number]): string {
  const property = name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  return `${property}: ${typeof value === 'number' && !unitless.has(name) ? `${value}px` : value}`;
}
