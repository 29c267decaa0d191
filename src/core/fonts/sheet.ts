import { fallbackFonts } from './fallbacks.ts';
import { familiesOf, type FontConfig, type FontFamily, type FontFile } from './families.ts';

/** Fonts of devices that have good Persian letters. */
const deviceFonts = "system-ui, 'Segoe UI', Tahoma, 'Noto Sans Arabic', sans-serif";
const headings = 'h1,h2,h3,h4,h5,h6';

/**
 * Write the style sheet of a site's fonts: `@font-face` for their files, and for the fonts that stand in until they have
 * arrived; `--font` for texts, and `--font-headline` where headlines have another one. Readers who chose the device's
 * font in «نمایش» get it everywhere, and no font is loaded.
 *
 * @param addressOf Address of a file, for `url()`.
 */
export function fontSheet(config: FontConfig, addressOf: (file: FontFile) => string): string {
  const { text, headline } = familiesOf(config);
  const hasOther = headline !== text;
  const families = [...new Set([text, headline])].filter((family) => family !== undefined);
  const body = text ? stackOf(text) : deviceFonts;
  const other = headline ? [...namesOf(headline), body].join(', ') : deviceFonts;
  return [
    ...families.flatMap((family) => [
      ...family.files.map((file) => face(family, file, addressOf)),
      ...standIns(family),
    ]),
    `:root{--font:${body}${hasOther ? `;--font-headline:${other}` : ''}}`,
    ...(families.length > 0
      ? [`:root[data-font=device]{--font:${deviceFonts}${hasOther ? `;--font-headline:${deviceFonts}` : ''}}`]
      : []),
    ...(hasOther ? [`${headings}{font-family:var(--font-headline)}`] : []),
    '',
  ].join('\n');
}

function face({ name }: FontFamily, file: FontFile, addressOf: (file: FontFile) => string): string {
  return rule({
    'font-family': quote(name),
    src: `url(${quote(addressOf(file))}) format('woff2')`,
    'font-weight': file.weight,
    'font-display': 'swap',
    ...(file.range === undefined ? {} : { 'unicode-range': file.range }),
  });
}

/**
 * Write the fonts that stand in for a family: scaled to its width, so that lines break where they will, and with lines as
 * high as its own. With W the width of a text, and A and D the ascent and descent of the family in em:
 *
 *     size-adjust      = W(family) / W(stand-in)
 *     ascent-override  = A / size-adjust
 *     descent-override = D / size-adjust
 */
function standIns({ name, metrics, isBold = false }: FontFamily): string[] {
  if (!metrics) return [];
  return fallbackFonts.flatMap(({ name: short, local, scale }) => {
    const of = (index: 0 | 1, weight: string): string => {
      const size = (scale[index] * metrics.width[index]) / 100;
      return rule({
        'font-family': quote(`${name} ${short}`),
        src: local[index].map((each) => `local(${quote(each)})`).join(', '),
        'font-weight': weight,
        'size-adjust': percent(size),
        'ascent-override': percent((100 * metrics.ascent) / size),
        'descent-override': percent((100 * metrics.descent) / size),
        'line-gap-override': '0%',
      });
    };
    if (isBold) return [of(1, '400 700')];
    const isOne = local[0].join() === local[1].join() && scale[0] === scale[1] && metrics.width[0] === metrics.width[1];
    return isOne ? [of(0, '400 700')] : [of(0, '400 500'), of(1, '600 700')];
  });
}

function stackOf(family: FontFamily): string {
  return [...namesOf(family), "'Noto Sans Arabic'", 'sans-serif'].join(', ');
}

/** The family, and those that stand in for it. */
function namesOf({ name, metrics }: FontFamily): string[] {
  return [name, ...(metrics ? fallbackFonts.map(({ name: short }) => `${name} ${short}`) : [])].map(quote);
}

function rule(descriptors: Readonly<Record<string, string>>): string {
  const lines = Object.entries(descriptors).map(([property, value]) => `${property}:${value}`);
  return `@font-face{${lines.join(';')}}`;
}

function quote(text: string): string {
  return `'${text}'`;
}

function percent(value: number): string {
  return `${Math.round(value * 10) / 10}%`;
}
