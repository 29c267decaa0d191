import { type FontConfig, firstFontFiles, type FontFile } from '../core/fonts/families.ts';
import { encodePath, type Urls } from '../core/urls.ts';
import { fontFiles } from './files.ts';

/** Address of a font's file. */
export function fontAddress({ place, file }: FontFile, { base }: Pick<Urls, 'base'>): string {
  return place === 'bundled' ? fontFiles[file]! : `${base}/${encodePath(file)}`;
}

/** Addresses of the fonts to preload. */
export function firstFonts(config: FontConfig, urls: Pick<Urls, 'base'>): string[] {
  return firstFontFiles(config).map((file) => fontAddress(file, urls));
}
