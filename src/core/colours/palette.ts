import {
  contrastOf,
  mixColours,
  nearestReadable,
  readColour,
  textContrast,
  turnHue,
  withLightness,
} from './contrast.ts';

/** One colour for the light scheme, from which the dark one is derived, or one for each scheme. */
export type Colour = string | { light: string; dark: string };

/** The colours of a newspaper: any opaque CSS colours. Missing ones default to Rooznegar's. */
export interface ColourSettings {
  /** The brand colour, for the mark, links, and everything outside sections. */
  accent?: Colour | undefined;
  /** Background of all pages. */
  paper?: Colour | undefined;
  /** The text. */
  ink?: Colour | undefined;
  /** Colours of sections, by slug. */
  sections?: Readonly<Record<string, Colour>> | undefined;
}

/** The schemes of a site. */
export type Scheme = 'light' | 'dark';

/** The colours of one scheme, each of six hexadecimal digits. */
export interface SchemeColours {
  paper: string;
  /** Background of boxes. */
  tint: string;
  ink: string;
  muted: string;
  rule: string;
  ruleStrong: string;
  /** Borders of controls. */
  edge: string;
  /** Background of highlighted words. */
  mark: string;
  /** The newspaper's own, then one for each section. */
  accents: readonly string[];
}

/** The colours of a site. */
export type Palette = Readonly<Record<Scheme, SchemeColours>>;

/** What palettes are computed from. */
export interface PaletteConfig {
  colours?: ColourSettings | undefined;
  sections: readonly { slug: string }[];
}

/** Paper and ink, shangarf (the vermilion of manuscripts), and the accents of twelve sections. */
const own: Palette = {
  light: {
    paper: '#fdfcfa',
    tint: '#f5f2ec',
    ink: '#1d1b18',
    muted: '#635e56',
    rule: '#dfdad1',
    ruleStrong: '#1d1b18',
    edge: '#8a8378',
    mark: '#fbe7b4',
    accents: [
      '#b0301b',
      '#a3264a',
      '#1c5a8a',
      '#00696b',
      '#6b3a86',
      '#3f6a1a',
      '#8a5200',
      '#92308d',
      '#3d51a8',
      '#006c4c',
      '#7a4a3a',
      '#5f6000',
      '#4c5b6b',
    ],
  },
  dark: {
    paper: '#171614',
    tint: '#211f1c',
    ink: '#ebe7df',
    muted: '#aba498',
    rule: '#3a3732',
    ruleStrong: '#8d867a',
    edge: '#7d766a',
    mark: '#42350f',
    accents: [
      '#f08a72',
      '#f08aa8',
      '#82bbe6',
      '#5fc6c2',
      '#cda0e6',
      '#a3ca74',
      '#e6b25e',
      '#ec94e3',
      '#a4b1ff',
      '#68cca4',
      '#dba998',
      '#c8c65e',
      '#aabbcd',
    ],
  },
};

/** Minimum contrast of the borders of controls (WCAG 2.2, success criterion 1.4.11). */
const edgeContrast = 3;

/** In degrees. Its multiples are spread evenly around the colour wheel. */
const goldenAngle = 137.508;

/** Positions of the intermediate colours between paper (0) and ink (1). */
const between: Readonly<Record<Scheme, Record<'tint' | 'muted' | 'rule' | 'ruleStrong' | 'edge', number>>> = {
  light: { tint: 0.045, muted: 0.7, rule: 0.15, ruleStrong: 1, edge: 0.5 },
  dark: { tint: 0.045, muted: 0.7, rule: 0.16, ruleStrong: 0.52, edge: 0.45 },
};

/**
 * Compute the colours of a site. What is not given is Rooznegar's own, made readable on a given paper; dark colours are
 * derived from light ones that come alone.
 */
export function sitePalette(config: PaletteConfig): Palette {
  let palette = palettes.get(config);
  if (palette === undefined) {
    palette = { light: schemeColours(config, 'light'), dark: schemeColours(config, 'dark') };
    palettes.set(config, palette);
  }
  return palette;
}

/** Cached, because every page needs the palette. */
const palettes = new WeakMap<PaletteConfig, Palette>();

/** Derive a colour of the dark scheme from the light one. */
const darkOf: Readonly<Record<'paper' | 'ink', (light: string) => string>> = {
  paper: (light) => withLightness(light, 0.2, 0.02),
  ink: (light) => withLightness(light, 0.93, 0.02),
};

function schemeColours({ colours = {}, sections }: PaletteConfig, scheme: Scheme): SchemeColours {
  const base = own[scheme];
  const ground = groundColours(colours, scheme);
  const grounds = [ground.paper, ground.tint];
  const accent = (given: Colour | undefined, index: number): string => {
    if (given === undefined) return readableOn(grounds, accentAt(base.accents, index));
    if (typeof given !== 'string') return readColour(given[scheme])!;
    const light = readColour(given)!;
    return scheme === 'light' ? light : readableOn(grounds, light, textContrast + 1);
  };
  const given = [colours.accent, ...sections.map(({ slug }) => colours.sections?.[slug])];
  return { ...ground, accents: given.map(accent) };
}

/** Return a default accent, or for further sections the first one with another hue. */
function accentAt(accents: readonly string[], index: number): string {
  return accents[index] ?? turnHue(accents[0]!, index * goldenAngle);
}

function groundColours({ paper, ink, accent }: ColourSettings, scheme: Scheme): Omit<SchemeColours, 'accents'> {
  const { accents, ...base } = own[scheme];
  if (paper === undefined && ink === undefined) return base;
  const colour = (given: Colour | undefined, name: 'paper' | 'ink'): string => {
    if (given === undefined) return base[name];
    if (typeof given !== 'string') return readColour(given[scheme])!;
    return scheme === 'light' ? readColour(given)! : darkOf[name](readColour(given)!);
  };
  const page = colour(paper, 'paper');
  const text = colour(ink, 'ink');
  const mix = (name: keyof (typeof between)[Scheme]): string => mixColours(page, text, between[scheme][name]);
  const tint = mix('tint');
  const strong = typeof accent === 'string' ? readColour(accent)! : accents[0]!;
  const marks = [base.mark, ...[0.15, 0.1, 0.05].map((share) => mixColours(page, strong, share))];
  return {
    paper: page,
    tint,
    ink: text,
    muted: readableOn([page, tint], mix('muted')),
    rule: mix('rule'),
    ruleStrong: mix('ruleStrong'),
    edge: readableOn([page, tint], mix('edge'), edgeContrast),
    mark: marks.find((mark) => contrastOf(text, mark) >= textContrast) ?? page,
  };
}

function readableOn(grounds: readonly string[], colour: string, least?: number): string {
  return nearestReadable(colour, grounds, least) ?? colour;
}
