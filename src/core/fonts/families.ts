import { type FontChoice, type FontMetrics, type Fonts, fontsOf, type FontSettings } from '../config/fonts.ts';
import { type FontPart, fontParts, naskhCharacters, unicodeRange } from './characters.ts';
import { naskhMetrics, vazirmatnMetrics } from './fallbacks.ts';

/** A file of a font, as pages load it. */
export interface FontFile {
  /** Of Rooznegar, in `src/fonts/`; or the newsroom's own, in `public/`. */
  place: 'bundled' | 'public';
  /** Path below that folder. */
  file: string;
  /** As in `font-weight` of `@font-face`. */
  weight: string;
  /** Characters that it is loaded for (`unicode-range`); all if absent. */
  range?: string;
}

/** A font that pages load. */
export interface FontFamily {
  name: string;
  files: readonly FontFile[];
  /** The file that nearly every page needs. */
  first: FontFile;
  metrics?: FontMetrics | undefined;
  /** Whether the fonts that stand in for it are bold only. */
  isBold?: boolean;
}

/** The fonts that a site's pages load; `undefined` is the font of the reader's device. */
export interface SiteFamilies {
  text: FontFamily | undefined;
  headline: FontFamily | undefined;
}

/** What determines the fonts of a site. */
export interface FontConfig {
  fonts?: FontSettings | undefined;
}

const vazirmatnFiles = (Object.keys(fontParts) as FontPart[]).map((part): FontFile => ({
  place: 'bundled',
  file: `vazirmatn-${part}.woff2`,
  weight: '400 700',
  range: unicodeRange(fontParts[part]),
}));
const naskhFile: FontFile = {
  place: 'bundled',
  file: 'naskh-bold.woff2',
  weight: '400 700',
  range: unicodeRange(naskhCharacters),
};

const vazirmatn: FontFamily = {
  name: 'Vazirmatn',
  files: vazirmatnFiles,
  first: vazirmatnFiles[0]!,
  metrics: vazirmatnMetrics,
};
const naskh: FontFamily = {
  name: 'Noto Naskh Headline',
  files: [naskhFile],
  first: naskhFile,
  metrics: naskhMetrics,
  isBold: true,
};

/** Find the fonts that the pages of a site load. */
export function familiesOf(config: FontConfig): SiteFamilies {
  const { text, headline } = fontsOf(config);
  const own = familyOf(text, 400);
  return { text: own, headline: headline === text ? own : familyOf(headline, 700) };
}

/** List the files of fonts that a site's pages may load, each once. */
export function fontFilesOf(config: FontConfig): FontFile[] {
  return [...new Set(familyList(config).flatMap(({ files }) => files))];
}

/** List the files to preload: one for text, and one for headlines if their font differs. */
export function firstFontFiles(config: FontConfig): FontFile[] {
  return familyList(config).map(({ first }) => first);
}

/** Return whether the pages of a site show Vazirmatn, so that its characters matter. */
export function showsVazirmatn(config: FontConfig): boolean {
  return fontsOf(config).text === 'vazirmatn';
}

/** Find the font of headlines in share pictures, if it is not Vazirmatn, which also stands in for that of devices. */
export function shareFamily(config: FontConfig): FontFamily | undefined {
  const { headline } = familiesOf(config);
  return headline === vazirmatn ? undefined : headline;
}

function familyList(config: FontConfig): FontFamily[] {
  const { text, headline } = familiesOf(config);
  return [...new Set([text, headline])].filter((family) => family !== undefined);
}

function familyOf(font: FontChoice<Extract<Fonts['headline'], string>>, usual: number): FontFamily | undefined {
  if (font === 'system') return undefined;
  if (font === 'vazirmatn') return vazirmatn;
  if (font === 'naskh') return naskh;
  const files = font.files.map(({ file, weight }): FontFile => ({ place: 'public', file, weight: String(weight) }));
  const first = files.find(({ weight }) => covers(weight, usual)) ?? files[0]!;
  return { name: font.name, files, first, metrics: font.metrics };
}

function covers(weight: string, wanted: number): boolean {
  const [first = 0, last = first] = weight.split(' ').map(Number);
  return first <= wanted && wanted <= last;
}
