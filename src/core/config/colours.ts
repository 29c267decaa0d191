import { closest } from 'fastest-levenshtein';
import { z } from 'zod';
import { contrastOf, nearestReadable, readColour, textContrast } from '../colours/contrast.ts';
import { type Colour, type PaletteConfig, type Scheme, sitePalette } from '../colours/palette.ts';
import { settings } from './settings.ts';

const expected = 'expected a colour such as #b0301b, or { light, dark }';
const oneColour = z.string(expected).refine((text) => readColour(text) !== undefined, expected);
const colour = z.union([oneColour, settings({ light: oneColour, dark: oneColour })], expected);

/** Schema of the colours of a newspaper. */
export const colourShape = settings({
  accent: colour.optional(),
  paper: colour.optional(),
  ink: colour.optional(),
  sections: z.record(z.string(), colour, 'expected colours by the slugs of sections').optional(),
}).optional();

/** A setting that conflicts with others. */
export interface ColourFault {
  path: string[];
  message: string;
}

/** Find colours for unknown sections, and text colours with too little contrast. */
export function findColourFaults(config: PaletteConfig): ColourFault[] {
  const { colours } = config;
  if (colours === undefined) return [];
  const slugs = config.sections.map(({ slug }) => slug);
  const strangers = Object.keys(colours.sections ?? {})
    .filter((slug) => !slugs.includes(slug))
    .map((slug) => ({
      path: ['colours', 'sections', slug],
      message: `there is no section «${slug}»; the nearest is «${slugs.length > 0 ? closest(slug, slugs) : ''}»`,
    }));
  const palette = sitePalette(config);
  const unreadable = (['light', 'dark'] as const).flatMap((scheme) => {
    const { paper, tint, ink, accents } = palette[scheme];
    const grounds = [paper, tint];
    const accent = (given: Colour | undefined, path: string[], index: number): ColourFault[] =>
      given === undefined ? [] : contrastFaults(accents[index]!, grounds, pathOf(given, path, scheme));
    return [
      ...contrastFaults(ink, grounds, pathOf(colours.ink, ['colours', 'ink'], scheme)),
      ...accent(colours.accent, ['colours', 'accent'], 0),
      ...slugs.flatMap((slug, index) => accent(colours.sections?.[slug], ['colours', 'sections', slug], index + 1)),
    ];
  });
  return [...strangers, ...unreadable];
}

function pathOf(given: Colour | undefined, path: string[], scheme: Scheme): string[] {
  return typeof given === 'object' || scheme === 'dark' ? [...path, scheme] : path;
}

function contrastFaults(text: string, grounds: readonly string[], path: string[]): ColourFault[] {
  const ground = grounds.find((each) => contrastOf(text, each) < textContrast);
  if (ground === undefined) return [];
  // Rounded down: 4.49 is not 4.5.
  const contrast = Math.floor(contrastOf(text, ground) * 10) / 10;
  const nearest = nearestReadable(text, grounds);
  const advice = nearest ? `; the nearest colour that passes is ${nearest}` : '; choose another paper';
  return [
    { path, message: `${text} on ${ground} has a contrast of ${contrast}:1, and ${textContrast}:1 is needed${advice}` },
  ];
}
