import type { Plugin } from 'vite';
import { writePalette } from '../../core/colours/css.ts';
import { type PaletteConfig, sitePalette } from '../../core/colours/palette.ts';

const name = 'virtual:rooznegar/palette.css';
const resolved = `\0${name}`;

/** Vite plugin: the site's colours as a style sheet, `virtual:rooznegar/palette.css`. */
export function palette(config: PaletteConfig): Plugin {
  return {
    name: 'rooznegar-palette',
    resolveId: (source) => (source === name ? resolved : undefined),
    load: (id) => (id === resolved ? writePalette(sitePalette(config)) : undefined),
  };
}
