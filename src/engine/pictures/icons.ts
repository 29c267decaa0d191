import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { sitePalette } from '../../core/colours/palette.ts';
import type { SiteConfig } from '../../core/config/site-config.ts';
import { type IconFile, iconFiles } from '../../core/brand/icons.ts';
import { vectorIcon } from '../base/brand-files.ts';
import { projectFolder } from '../base/options.ts';
import { moduleKey } from '../cache/code-key.ts';
import { digestOf } from '../cache/digest.ts';
import type { OtherFile } from '../output/site-file.ts';

/** Digests of the template's icons, which a custom mark replaces. Other files are kept. */
const templateIcons: Readonly<Record<string, string>> = {
  'favicon.svg': 'HA9DpZJu4l-58oXx',
  'favicon.ico': 'FSet6b5TmZLEvqtx',
};

/** Return whether a file of `public/` is an icon that the newspaper's own mark replaces. */
export function isReplacedIcon(file: string, path: string, { brand }: Pick<SiteConfig, 'brand'>): boolean {
  const digest = templateIcons[file];
  return brand?.mark !== undefined && digest !== undefined && digestOf(readFileSync(path)) === digest;
}

/**
 * List the icons that are made from the newspaper's mark; without one, from `public/favicon.svg`. Files of `public/` with
 * their names replace them.
 */
export function iconsOf(config: SiteConfig, publicFolder: string): OtherFile[] {
  const mark = config.foundBrand?.mark?.path;
  const source = join(publicFolder, mark ?? vectorIcon);
  if (!existsSync(source)) return [];
  const { paper } = sitePalette(config).light;
  const bytes = readFileSync(source);
  const key = digestOf(`${moduleKey('engine/pictures/icons.ts', ['sharp'])} ${paper} ${digestOf(bytes)}`);
  const isOurs = digestOf(bytes) === templateIcons['favicon.svg'] && config.colours === undefined;
  const made = Object.values(iconFiles).map((icon) => ({
    file: icon.file,
    key,
    read: async () => (isOurs ? readFileSync(join(drawnIcons, basename(icon.file))) : drawIcon(bytes, icon, paper)),
  }));
  const copied = mark !== undefined && /\.svg$/i.test(mark) ? [{ file: 'favicon.svg', key, read: () => bytes }] : [];
  return [...copied, ...made];
}

/** List those of {@link iconsOf} that no file of `public/` replaces. */
export function madeIcons(config: SiteConfig, publicFolder: string): OtherFile[] {
  return iconsOf(config, publicFolder).filter(({ file }) => {
    const own = join(publicFolder, file);
    return !existsSync(own) || isReplacedIcon(file, own, config);
  });
}

/** Prerendered icons of the default mark, so that sites without pictures don't need sharp. */
export const drawnIcons = join(projectFolder, 'src/icons');

/** Render a mark as PNG or ICO, centred on the paper colour or on transparency. */
export async function drawIcon(mark: Uint8Array, icon: IconFile, paper: string): Promise<Buffer> {
  const png = await drawPng(mark, icon, paper);
  return icon === iconFiles.ico ? writeIco(png) : png;
}

async function drawPng(mark: Uint8Array, { size, share }: IconFile, paper: string): Promise<Buffer> {
  const { default: sharp } = await import('sharp');
  const inner = Math.round(size * share);
  const margin = Math.floor((size - inner) / 2);
  const clear = { r: 0, g: 0, b: 0, alpha: 0 };
  const { width = size } = await sharp(mark).metadata();
  // Rasterize vector graphics at the target size; at a density of 72 they have their natural size.
  const density = Math.min(2400, Math.max(72, (72 * inner) / width));
  const drawn = await sharp(mark, { density }).resize(inner, inner, { fit: 'contain', background: clear }).toBuffer();
  return sharp(drawn)
    .extend({
      top: margin,
      left: margin,
      bottom: size - inner - margin,
      right: size - inner - margin,
      background: share === 1 ? clear : paper,
    })
    .flatten(share === 1 ? false : { background: paper })
    .png({ compressionLevel: 9, palette: true })
    .toBuffer();
}

/** Wrap a PNG of at most 255 pixels in an ICO file with a single entry. */
function writeIco(png: Buffer): Buffer {
  const { size } = iconFiles.ico;
  const head = Buffer.alloc(22);
  head.writeUInt16LE(1, 2);
  head.writeUInt16LE(1, 4);
  head.writeUInt8(size, 6);
  head.writeUInt8(size, 7);
  head.writeUInt16LE(1, 10);
  head.writeUInt16LE(32, 12);
  head.writeUInt32LE(png.length, 14);
  head.writeUInt32LE(head.length, 18);
  return Buffer.concat([head, png]);
}
