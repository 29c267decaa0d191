// As one file: the 151 modules of its other form take a tenth of a second to load.
import culori from 'culori/require';

const { converter, differenceEuclidean, formatHex, interpolate, parse, toGamut, wcagContrast } = culori;

/** Minimum contrast of text (WCAG 2.2, success criterion 1.4.3). */
export const textContrast = 4.5;

const toOklch = converter('oklch');
const intoGamut = toGamut('rgb', 'oklch');
const distance = differenceEuclidean('oklab');
/** Number of lightness levels tried, about one per step of an 8-bit channel. */
const steps = 200;

/**
 * Normalize an opaque CSS colour to six hexadecimal digits; `undefined` for anything else.
 *
 * @example readColour('rgb(176 48 27)') // '#b0301b'
 */
export function readColour(text: string): string | undefined {
  const colour = parse(text);
  return colour && (colour.alpha ?? 1) === 1 ? formatHex(intoGamut(colour)) : undefined;
}

/** Compute the contrast of two colours, from 1 to 21 (WCAG 2.2, “contrast ratio”). */
export function contrastOf(first: string, second: string): number {
  return wcagContrast(first, second);
}

/** Return whether text in a colour is readable on all given backgrounds. */
export function isReadable(colour: string, grounds: readonly string[], least: number = textContrast): boolean {
  return grounds.every((ground) => contrastOf(colour, ground) >= least);
}

/**
 * Find the colour nearest to another (in OKLab) that can be read on all grounds: of the same hue, lighter or darker. The
 * colour itself, if it can be read; `undefined` if no lightness can, because the grounds differ too much.
 */
export function nearestReadable(
  colour: string,
  grounds: readonly string[],
  least: number = textContrast,
): string | undefined {
  if (isReadable(colour, grounds, least)) return colour;
  const readable = Array.from({ length: steps + 1 }, (_, step) => withLightness(colour, step / steps)).filter((each) =>
    isReadable(each, grounds, least),
  );
  const away = (other: string): number => distance(colour, other);
  return readable.reduce<string | undefined>(
    (nearest, each) => (nearest === undefined || away(each) < away(nearest) ? each : nearest),
    undefined,
  );
}

/** Change the lightness of a colour, from 0 to 1 (OKLCH), and limit its chroma. */
export function withLightness(colour: string, lightness: number, chroma = Infinity): string {
  const { c = 0, ...rest } = toOklch(colour)!;
  return formatHex(intoGamut({ ...rest, l: lightness, c: Math.min(c, chroma) }));
}

/** Turn the hue of a colour by an angle in degrees (OKLCH). */
export function turnHue(colour: string, angle: number): string {
  const { h = 0, ...rest } = toOklch(colour)!;
  return formatHex(intoGamut({ ...rest, h: (h + angle) % 360 }));
}

/** Mix two colours in OKLab: 0 gives the first, 1 the second. */
export function mixColours(first: string, second: string, share: number): string {
  return formatHex(intoGamut(interpolate([first, second], 'oklab')(share)));
}
