import type { BrandPicture } from '../config/brand.ts';
import type { SiteConfig } from '../config/site-config.ts';
import { encodePath, type Urls } from '../urls.ts';

/** A PNG that is made from the newspaper's mark. */
export interface IconFile {
  /** Below the output folder. */
  file: string;
  /** Width and height in pixels. */
  size: number;
  /** Width of the mark as a share of the icon, with the paper colour around it. With 1, transparency is kept. */
  share: number;
}

/** The icons of a site: what browsers, home screens and messengers ask for, besides `/favicon.svg`. */
export const iconFiles = {
  /** Inside `/favicon.ico`. */
  ico: { file: 'favicon.ico', size: 32, share: 1 },
  /** Apple's home screen rounds the corners and does not support transparency. */
  apple: { file: 'apple-touch-icon.png', size: 180, share: 0.72 },
  small: { file: 'icons/192.png', size: 192, share: 1 },
  large: { file: 'icons/512.png', size: 512, share: 1 },
  /** The mark fits into the safe zone, a circle of 80 % (W3C Web App Manifest, “icon masks and safe zone”). */
  maskable: { file: 'icons/maskable.png', size: 512, share: 0.56 },
} as const satisfies Record<string, IconFile>;

/** URL of a picture of the brand. It contains a hash of its bytes, so that a new logo is seen at once. */
export function brandUrl({ base }: Pick<Urls, 'base'>, { path, version }: BrandPicture): string {
  return `${base}${encodePath(path)}?${version}`;
}

/** URL of the best icon for feeds and structured data, with its media type. */
export function iconUrl({ foundBrand }: Pick<SiteConfig, 'foundBrand'>, urls: Urls): { url: string; type: string } {
  return foundBrand === undefined || foundBrand.hasVectorIcon
    ? { url: urls.file('favicon.svg'), type: 'image/svg+xml' }
    : { url: fileUrl(urls, iconFiles.large), type: 'image/png' };
}

/** URL of an icon. */
export function fileUrl(urls: Urls, { file }: IconFile): string {
  return urls.file(...file.split('/'));
}
