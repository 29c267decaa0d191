/** A colour of the site in both schemes, with its contrast to paper and boxes (WCAG 2.2, from 1 to 21). */
export interface Colour {
  /** Its custom property: `--accent-0`. */
  name: string;
  light: Shade;
  dark: Shade;
}

/** A colour in one scheme. */
export interface Shade {
  /** As it is written: `#b0301b`. */
  value: string;
  /** Absent where a colour is not written in hexadecimal digits. */
  onPaper?: number | undefined;
  onTint?: number | undefined;
}

const declaration =
  /(--[\w-]+)\s*:\s*var\(--when-light,\s*([^)]*(?:\([^)]*\))?[^)]*)\)\s*var\(--when-dark,\s*([^)]*(?:\([^)]*\))?[^)]*)\)/g;

/**
 * Read the colours of style sheets that have one for each scheme. Of two with one name, the later counts.
 *
 * @param sheets The texts of `tokens.css` and `own.css`.
 */
export function readColours(...sheets: readonly string[]): Colour[] {
  const found = new Map<string, readonly [light: string, dark: string]>();
  for (const [, name, light, dark] of sheets
    .join('\n')
    .replace(/\/\*[^]*?\*\//g, '')
    .matchAll(declaration))
    found.set(name!, [light!.trim(), dark!.trim()]);
  const shadeOf = (value: string, scheme: 0 | 1): Shade => ({
    value,
    onPaper: contrast(value, found.get('--paper')?.[scheme]),
    onTint: contrast(value, found.get('--tint')?.[scheme]),
  });
  return Array.from(found, ([name, [light, dark]]) => ({ name, light: shadeOf(light, 0), dark: shadeOf(dark, 1) }));
}

/**
 * Compute the contrast ratio of two colours (WCAG 2.2, «contrast ratio»).
 *
 * @example contrast('#fff', '#000') // 21
 */
export function contrast(one: string, other: string | undefined): number | undefined {
  const [a, b] = [luminance(one), other === undefined ? undefined : luminance(other)];
  if (a === undefined || b === undefined) return undefined;
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

/** Relative luminance (WCAG 2.2), from 0 to 1. */
function luminance(colour: string): number | undefined {
  const digits = /^#([\da-f]{3}|[\da-f]{6})$/i.exec(colour)?.[1];
  if (digits === undefined) return undefined;
  const pairs = digits.length === 3 ? [...digits].map((digit) => digit + digit) : digits.match(/../g)!;
  const [red, green, blue] = pairs.map((pair) => {
    const part = Number.parseInt(pair, 16) / 255;
    return part <= 0.040_45 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
}
