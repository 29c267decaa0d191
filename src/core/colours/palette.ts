import {
  contrastOf,
  mixColours,
  nearestReadable,
  readColour,
  textContrast,
  turnHue,
  withLightness,
} from './contrast.ts';

/** A colour, or one for each scheme. Only the first is given: the dark one is derived from it. */
export type Colour = string | { light: string; dark: string };

/** The colours of a newspaper, as any opaque CSS colours. What is absent is Rooznegar's own. */
export interface ColourSettings {
  /** The newspaper's colour: its mark, links, and everything that belongs to no section. */
  accent?: Colour | undefined;
  /** The ground of all pages. */
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
  /** Ground of what stands out a little. */
  tint: string;
  ink: string;
  muted: string;
  rule: string;
  ruleStrong: string;
  /** Borders of controls. */
  edge: string;
  /** Ground of marked words. */
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

/** The least contrast of borders of controls (WCAG 2.2, success criterion 1.4.11). */
const edgeContrast = 3;

/** In degrees: multiples of it never come close to each other. */
const goldenAngle = 137.508;

/** How far from paper to ink the colours between them are. */
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

/** Each page asks for them. */
const palettes = new WeakMap<PaletteConfig, Palette>();

/** Write a colour that was not given for the dark scheme. */
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

/** The accents of our own; beyond them, further hues of the first. */
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
