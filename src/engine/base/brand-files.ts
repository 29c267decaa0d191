import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type Brand, brandPictures, type BrandPicture, isPath, markWidth } from '../../core/config/brand.ts';
import type { SiteConfig } from '../../core/config/site-config.ts';
import { pictureTypeOf } from '../../core/pictures/file-type.ts';
import { isSafeSvg } from '../../core/pictures/svg-safety.ts';
import { fingerprint } from '../../core/text/hash.ts';
import { measurePicture } from './measure-picture.ts';

/** The pictures of a brand, and one English sentence per fault. */
export interface BrandResult {
  brand: Brand;
  faults: string[];
}

/** Path of the site's SVG icon below `public/`. */
export const vectorIcon = '/favicon.svg';

/** Check the pictures of a newspaper's brand. */
export function findBrand({ brand: given = {} }: Pick<SiteConfig, 'brand'>, publicFolder: string): BrandResult {
  const faults: string[] = [];
  const brand: Brand = { hasVectorIcon: existsSync(join(publicFolder, vectorIcon)) };
  for (const name of brandPictures) {
    const path = given[name];
    if (path === undefined || (name === 'wordmark' && !isPath(path))) continue;
    const picture = lookAt(path, publicFolder);
    if (typeof picture === 'string') faults.push(`brand.${name}: ${picture}`);
    else if (name === 'mark' && !isVector(path) && Math.min(picture.width, picture.height) < markWidth)
      faults.push(
        `brand.${name}: public${path} has ${picture.width}×${picture.height} pixels; expected an SVG, or ${markWidth}×${markWidth} pixels`,
      );
    else brand[name] = picture;
  }
  if (brand.mark) brand.hasVectorIcon ||= isVector(brand.mark.path);
  return { brand, faults };
}

function isVector(path: string): boolean {
  return /\.svg$/i.test(path);
}

/** Check a picture. @returns An English sentence if it is unusable. */
function lookAt(path: string, publicFolder: string): BrandPicture | string {
  const file = join(publicFolder, path);
  if (!existsSync(file) || !statSync(file).isFile()) return `there is no file public${path}`;
  const bytes = readFileSync(file);
  const type = pictureTypeOf(bytes);
  if (type === undefined || (type === 'svg') !== isVector(path))
    return `public${path} is no picture; expected SVG, PNG, WebP, AVIF or JPEG, with the ending of its type`;
  if (type === 'svg' && !isSafeSvg(bytes))
    return `public${path} does more than draw; remove its scripts, links and embedded files`;
  const size = measurePicture(bytes);
  if (!size) return `public${path} is damaged, or has no size; an SVG needs a viewBox`;
  return { path, ...size, version: fingerprint(bytes.toString('base64')).slice(0, 8) };
}
