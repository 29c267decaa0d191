import { z } from 'zod';
import { settings } from './settings.ts';

/** A newspaper's logo and its parts. Files are named by their paths below `public/`: `/brand/logo.svg`. */
export interface BrandSettings {
  /** Picture of the whole logo, for masthead and footer, in place of mark and wordmark. */
  logo?: string | undefined;
  /** The logo for dark backgrounds. */
  logoDark?: string | undefined;
  /**
   * Picture of the mark alone, square: an SVG, or at least 512 pixels wide. It stands beside the wordmark, and on share
   * pictures; all icons are made from it.
   */
  mark?: string | undefined;
  /** The name beside the mark: a text that differs from `name`, or a picture. */
  wordmark?: string | undefined;
}

/** A picture of the brand, as pages show it. */
export interface BrandPicture {
  /** Path below `public/`, starting with `/`, unencoded. */
  path: string;
  /** In pixels. */
  width: number;
  height: number;
  /** Fingerprint of its bytes. */
  version: string;
}

/** The pictures of a brand, as found on disk. */
export interface Brand {
  logo?: BrandPicture | undefined;
  logoDark?: BrandPicture | undefined;
  mark?: BrandPicture | undefined;
  wordmark?: BrandPicture | undefined;
  /** Whether the site has an icon in SVG. */
  hasVectorIcon: boolean;
}

/** The settings that name pictures. */
export const brandPictures = [
  'logo',
  'logoDark',
  'mark',
  'wordmark',
] as const satisfies readonly (keyof BrandSettings)[];

/** Minimum width of a raster mark, in pixels. */
export const markWidth = 512;

const expected = 'expected a path below public/, such as /brand/logo.svg';
const file = z.string(expected).regex(/^(?!.*\/\.{1,2}(?:\/|$))\/[^?#\\]+$/, expected);

/** Schema of {@link BrandSettings}. */
export const brandShape = settings({
  logo: file.optional(),
  logoDark: file.optional(),
  mark: file.optional(),
  wordmark: z.string('expected a text').trim().min(1, 'expected a text').optional(),
}).optional();

/** Return whether a wordmark is the path of a picture. */
export function isPath(wordmark: string): boolean {
  return wordmark.startsWith('/');
}

/** The newspaper's name as it stands beside the mark. */
export function wordmarkText({ name, brand }: { name: string; brand?: BrandSettings | undefined }): string {
  const { wordmark } = brand ?? {};
  return wordmark === undefined || isPath(wordmark) ? name : wordmark;
}
