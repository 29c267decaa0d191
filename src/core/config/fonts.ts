import { z } from 'zod';
import { settings } from './settings.ts';

/** A font of the newsroom's own. */
export interface OwnFont {
  /** Name of the family. */
  name: string;
  /** Its files: one variable font, or one file for each weight. The first one of texts is loaded before all others. */
  files: readonly OwnFontFile[];
  /** Its metrics, as printed by `npm run font -- --own FILE`. Without them, lines may reflow when the font loads. */
  metrics?: FontMetrics | undefined;
}

/** A file of a font. */
export interface OwnFontFile {
  /** A file of the format WOFF2 below `public/`: `fonts/kavosh.woff2`. */
  file: string;
  /** Its weight, `400`, or the range of a variable font, `'400 700'`. */
  weight: number | string;
}

/** Sizes of a font, in percent. */
export interface FontMetrics {
  /** Width of Persian text of the weights 400 and 700, where Vazirmatn of the same weight has 100. */
  width: readonly [regular: number, bold: number];
  /** Height above the base line, of the size of the font. */
  ascent: number;
  /** Depth below the base line. */
  descent: number;
}

/** A font that texts or headlines can have; `system` is that of the reader's device. */
export type FontChoice<Name extends string> = Name | OwnFont;

/** The `fonts` setting as a newsroom writes it. */
export interface FontSettings {
  /** The font of all texts; Vazirmatn if absent. */
  text?: FontChoice<'vazirmatn' | 'system'> | undefined;
  /** The font of headlines; that of texts if absent. `naskh` is Noto Naskh Arabic, bold. */
  headline?: FontChoice<'vazirmatn' | 'naskh' | 'system'> | undefined;
}

/** The fonts of a site. */
export interface Fonts {
  text: FontChoice<'vazirmatn' | 'system'>;
  headline: FontChoice<'vazirmatn' | 'naskh' | 'system'>;
}

/** Complete the `fonts` setting of a configuration: Vazirmatn for all, unless it says otherwise. */
export function fontsOf({ fonts }: { fonts?: FontSettings | undefined }): Fonts {
  const text = fonts?.text ?? 'vazirmatn';
  return { text, headline: fonts?.headline ?? text };
}

/** List the newsroom's own fonts of a configuration, each once. */
export function ownFontsOf(config: { fonts?: FontSettings | undefined }): OwnFont[] {
  const { text, headline } = fontsOf(config);
  return [...new Set([text, headline])].filter((font) => typeof font !== 'string');
}

const percent = z.number('expected a number').min(1, 'expected at least 1').max(1000, 'expected at most 1000');
const expectedWeight = 'expected a weight such as 400, or a range such as «400 700»';
const weight = z.union(
  [
    z.number().int().min(1).max(1000),
    z
      .string()
      .regex(/^[1-9]\d{0,2}(?: [1-9]\d{0,3})?$/)
      .refine(
        (text) => text.split(' ').every((each, index, all) => index === 0 || Number(all[0]) < Number(each)),
        expectedWeight,
      ),
  ],
  expectedWeight,
);
const ownFont = settings({
  name: z
    .string('expected a text')
    .regex(/^[\p{L}\p{N}][\p{L}\p{N} _-]*$/u, 'expected letters, digits and spaces only'),
  files: z
    .array(
      settings({
        file: z
          .string('expected a text')
          .regex(
            /^(?!.*\.\.)[A-Za-z0-9_][\w./-]*\.woff2$/,
            'expected the path of a file .woff2 below public/, such as fonts/kavosh.woff2',
          ),
        weight,
      }),
      'expected a list of files',
    )
    .min(1, 'expected at least one file'),
  metrics: settings({
    width: z.tuple([percent, percent], 'expected two numbers, for regular and bold'),
    ascent: percent,
    descent: percent,
  }).optional(),
});

/** Schema of {@link FontSettings}. */
export const fontShape = settings({
  text: choice(['vazirmatn', 'system']),
  headline: choice(['vazirmatn', 'naskh', 'system']),
}).optional();

/** Schema of a named font or a custom one, whose faults are reported individually. */
function choice(names: readonly string[]): z.ZodOptional<z.ZodUnknown> {
  return z
    .unknown()
    .superRefine((value, context) => {
      if (value === undefined || names.includes(value as string)) return;
      if (typeof value !== 'object') {
        context.addIssue(`expected one of ${names.join(', ')}, or { name, files } of your own font`);
        return;
      }
      for (const { path, message } of ownFont.safeParse(value).error?.issues ?? [])
        context.addIssue({ code: 'custom', path: [...path], message });
    })
    .optional();
}
