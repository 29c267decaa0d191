import { contrastOf, readColour } from '../core/colours/contrast.ts';

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
  /** Absent where a colour is transparent, or computed by the browser. */
  onPaper?: number | undefined;
  onTint?: number | undefined;
}

const declaration =
  /(--[\w-]+)\s*:\s*var\(--when-light,\s*([^)]*(?:\([^)]*\))?[^)]*)\)\s*var\(--when-dark,\s*([^)]*(?:\([^)]*\))?[^)]*)\)/g;

/**
 * Read the colours of style sheets that have one for each scheme. If a name occurs twice, the last value wins.
 *
 * @param sheets The palette and `own.css`.
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

function contrast(one: string, other: string | undefined): number | undefined {
  const [a, b] = [readColour(one), readColour(other ?? '')];
  return a === undefined || b === undefined ? undefined : contrastOf(a, b);
}
