import type { Picture } from '../article.ts';

/** Output folder with one subfolder of variants per picture. Their URLs change with the content. */
export const picturesFolder = '_pictures';

/** Formats of the variants published besides the original; smallest files first. */
export const variantFormats = ['avif', 'webp'] as const;

/** One of {@link variantFormats}. */
export type VariantFormat = (typeof variantFormats)[number];

/** In pixels. */
const standardWidths = [320, 480, 640, 960, 1280, 1600];

/**
 * An original gets a variant of full width if it is at least this many times as wide as the standard width below it.
 */
const minWidthRatio = 1.15;

/**
 * Places in which pages show pictures: their `sizes` attribute (HTML Living Standard, 4.8.4.2.1), and the widest useful
 * variant in pixels. They follow from the style sheets; tests/e2e/pictures.test.ts compares the two.
 */
const places = {
  /** An article's main picture. */
  hero: {
    sizes: '(min-width: 75rem) 52rem, (min-width: 64rem) calc(100vw - 23rem), calc(95.6vw - 1rem)',
    widest: 1600,
  },
  /** The main picture of a report or photo story, as wide as the page. */
  wide: {
    sizes: '(min-width: 100rem) 86rem, (min-width: 75rem) 71rem, calc(95.6vw - 1rem)',
    widest: 1600,
  },
  /** In an article's body. */
  body: { sizes: '(min-width: 44rem) 37rem, calc(95.6vw - 1rem)', widest: 1600 },
  /** There, wider than the text. */
  broad: {
    sizes:
      '(min-width: 75rem) 52rem, (min-width: 64rem) calc(100vw - 23rem), (min-width: 44rem) 37rem, ' +
      'calc(95.6vw - 1rem)',
    widest: 1600,
  },
  /** The first article of the front page. */
  lead: {
    sizes:
      '(min-width: 100rem) 37.4rem, (min-width: 75rem) 28.6rem, (min-width: 60rem) calc(53.2vw - 11.7rem), ' +
      '(min-width: 48rem) calc(54.5vw - 0.9rem), calc(95.6vw - 1rem)',
    widest: 1600,
  },
  /** In the tier below it. */
  tier: {
    sizes:
      '(min-width: 100rem) 20.7rem, (min-width: 75rem) 15.7rem, (min-width: 60rem) calc(29.7vw - 6.8rem), ' +
      '(min-width: 44rem) calc(30.4vw - 0.7rem), 7.5rem',
    widest: 960,
  },
  /** The first article of a section's page. */
  opening: {
    sizes:
      '(min-width: 100rem) 49rem, (min-width: 75rem) 40.3rem, (min-width: 48rem) calc(54.5vw - 0.9rem), ' +
      'calc(95.6vw - 1rem)',
    widest: 1600,
  },
  /** Below it. */
  quarter: {
    sizes:
      '(min-width: 100rem) 20rem, (min-width: 75rem) 16.3rem, (min-width: 64rem) calc(22.3vw - 0.7rem), ' +
      '(min-width: 44rem) calc(46.7vw - 0.8rem), 7.5rem',
    widest: 960,
  },
  /** A photo story on the front page. */
  photo: {
    sizes: '(min-width: 100rem) 20rem, (min-width: 60rem) 16.3rem, (min-width: 36rem) 46vw, calc(95.6vw - 1rem)',
    widest: 1280,
  },
  /** The portrait of a writer in a card. */
  byline: { sizes: '3rem', widest: 320 },
  /** The first article of a section on the front page. */
  feature: {
    sizes: '(min-width: 100rem) 27.4rem, (min-width: 60rem) 22.5rem, (min-width: 36rem) 46vw, calc(95.6vw - 1rem)',
    widest: 1280,
  },
  /** A row of a list. */
  row: { sizes: '(min-width: 52rem) 14rem, 7.5rem', widest: 480 },
  /** An author's portrait. */
  portrait: { sizes: 'clamp(5rem, 3rem + 10vw, 8rem)', widest: 480 },
  /** The picture of a section or tag, beside its description. */
  term: { sizes: '(min-width: 44rem) 20rem, calc(95.6vw - 1rem)', widest: 960 },
  /** A small card. */
  compact: { sizes: '7.5rem', widest: 480 },
} as const satisfies Record<string, { sizes: string; widest: number }>;

/** A place in which pages show pictures. */
export type PicturePlace = keyof typeof places;

/** Attributes of a `<source>` element. */
export interface PictureSource {
  type: string;
  srcset: string;
  sizes: string;
}

/**
 * Widths in which a picture is published: the standard ones up to its own.
 *
 * @param width In pixels.
 * @example variantWidths(800) // [320, 480, 640, 800]
 */
export function variantWidths(width: number): number[] {
  const widths = standardWidths.filter((standard) => standard <= width);
  const widest = widths.at(-1) ?? 0;
  return widest < standardWidths.at(-1)! && width >= widest * minWidthRatio ? [...widths, width] : widths;
}

/** Widths of the format for browsers from before 2023, about one in twenty, in which a third of all pictures are enough. */
const webpWidths = [320, 640, 1280];

/**
 * The widths, of those in which a picture is published, that it has in a format.
 *
 * @example formatWidths('webp', [320, 480, 640, 800]) // [320, 640, 800]
 */
export function formatWidths(format: VariantFormat, widths: readonly number[]): number[] {
  if (format === 'avif') return [...widths];
  const isWidest = (width: number): boolean => width === widths.at(-1) && width < webpWidths.at(-1)!;
  return widths.filter((width) => webpWidths.includes(width) || isWidest(width));
}

/** File name of a variant. @example variantName(640, 'avif') // '640.avif' */
export function variantName(width: number, format: VariantFormat): string {
  return `${width}.${format}`;
}

/** `<source>` elements for a picture in a place, preferred format first; empty if it has no variants. */
export function pictureSources(
  { variants, width = 0 }: Partial<Pick<Picture, 'variants' | 'width'>>,
  place: PicturePlace,
): PictureSource[] {
  if (variants === undefined) return [];
  const { sizes, widest } = places[place];
  const published = variantWidths(width);
  return variantFormats.map((format) => ({
    type: `image/${format}`,
    srcset: fitting(formatWidths(format, published), widest)
      .map((each) => `${variants}${variantName(each, format)} ${each}w`)
      .join(', '),
    sizes,
  }));
}

/** The widths up to the widest useful one, but one at least. */
function fitting([first, ...others]: readonly number[], widest: number): number[] {
  return [first!, ...others.filter((each) => each <= widest)];
}

/** CSS classes of a picture: its placeholder colour, and what stays of it where it is cropped. */
export function pictureClass({ tone, focus }: Pick<Picture, 'tone' | 'focus'>): string | undefined {
  const classes = [tone, focus && `focus-${focus.replace(' ', '-')}`].filter((name) => name !== undefined);
  return classes.length > 0 ? classes.join(' ') : undefined;
}
