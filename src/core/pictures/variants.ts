import type { Picture } from '../article.ts';

/** The folder of the site in which each picture has a folder with its variants. Their addresses change with their bytes. */
export const picturesFolder = '_pictures';

/** The forms in which pictures are published besides the original, the smallest first. */
export const variantFormats = ['avif', 'webp'] as const;

/** A name of {@link variantFormats}. */
export type VariantFormat = (typeof variantFormats)[number];

/** Pixels. */
const standardWidths = [320, 480, 640, 960, 1280, 1600];

/** An original is worth a variant of its own width if it is so many times as wide as the standard width below it. */
const worthwhile = 1.15;

/**
 * Where pages show pictures: the widths that they have there, as the attribute `sizes` tells them (HTML Living Standard,
 * 4.8.4.2.1), and the widest variant that is of use. They follow from the style sheets; tests/e2e/pictures.test.ts compares.
 */
const places = {
  /** An article's own picture. */
  hero: {
    sizes: '(min-width: 75rem) 52rem, (min-width: 64rem) calc(100vw - 23rem), calc(95.6vw - 1rem)',
    widest: 1600,
  },
  /** In an article's text. */
  body: { sizes: '(min-width: 44rem) 37rem, calc(95.6vw - 1rem)', widest: 1600 },
  /** The first article of the front page. */
  lead: {
    sizes: '(min-width: 75rem) 51rem, (min-width: 60rem) calc(93.4vw - 19.5rem), calc(95.6vw - 1rem)',
    widest: 1600,
  },
  /** The first article of a section on the front page. */
  feature: { sizes: '(min-width: 60rem) 22.5rem, (min-width: 36rem) 46vw, calc(95.6vw - 1rem)', widest: 1280 },
  /** A row of a list. */
  row: { sizes: '(min-width: 52rem) 14rem, 7.5rem', widest: 480 },
  /** An author's portrait. */
  portrait: { sizes: 'clamp(5rem, 3rem + 10vw, 8rem)', widest: 480 },
  /** A small card. */
  compact: { sizes: '7.5rem', widest: 480 },
} as const satisfies Record<string, { sizes: string; widest: number }>;

/** A place where pages show pictures. */
export type PicturePlace = keyof typeof places;

/** The attributes of a `<source>` of a picture. */
export interface PictureSource {
  type: string;
  srcset: string;
  sizes: string;
}

/**
 * List the widths in which a picture is published: standard ones up to its own.
 *
 * @param width Pixels.
 * @example variantWidths(800) // [320, 480, 640, 800]
 */
export function variantWidths(width: number): number[] {
  const widths = standardWidths.filter((standard) => standard <= width);
  const widest = widths.at(-1) ?? 0;
  return widest < standardWidths.at(-1)! && width >= widest * worthwhile ? [...widths, width] : widths;
}

/** Name the file of a variant. @example variantName(640, 'avif') // '640.avif' */
export function variantName(width: number, format: VariantFormat): string {
  return `${width}.${format}`;
}

/** List the sources among which a browser chooses for a picture in a place, the best form first; none without variants. */
export function pictureSources(
  { variants, width = 0 }: Partial<Pick<Picture, 'variants' | 'width'>>,
  place: PicturePlace,
): PictureSource[] {
  if (variants === undefined) return [];
  const { sizes, widest } = places[place];
  const [first, ...others] = variantWidths(width);
  const widths = [first!, ...others.filter((each) => each <= widest)];
  return variantFormats.map((format) => ({
    type: `image/${format}`,
    srcset: widths.map((each) => `${variants}${variantName(each, format)} ${each}w`).join(', '),
    sizes,
  }));
}
