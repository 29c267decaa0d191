import { describe, expect, it } from 'vitest';
import {
  contrastOf,
  isReadable,
  mixColours,
  nearestReadable,
  readColour,
  turnHue,
  withLightness,
} from '../../../src/core/colours/contrast.ts';
import { writePalette } from '../../../src/core/colours/css.ts';
import { type ColourSettings, sitePalette } from '../../../src/core/colours/palette.ts';
import { findColourFaults } from '../../../src/core/config/colours.ts';
import { createRandom, type Random } from '../../support/random.ts';
import { countRuns } from '../../support/runs.ts';

const seed = 14050909;
const hexOf = (random: Random): string => `#${random.below(0x1000000).toString(16).padStart(6, '0')}`;
const sections = (count: number): { slug: string }[] => Array.from({ length: count }, (_, at) => ({ slug: `s${at}` }));
const schemes = ['light', 'dark'] as const;

describe('colours', () => {
  it('are read in all notations of CSS, if they are opaque', () => {
    expect(['#B0301B', '#fff', 'rgb(176 48 27)', 'rebeccapurple'].map(readColour)).toEqual([
      '#b0301b',
      '#ffffff',
      '#b0301b',
      '#663399',
    ]);
    expect(['', 'سرخ', '#12', 'rgb(0 0 0 / 50%)', 'transparent', '#000; } body {'].map(readColour)).toEqual(
      Array.from({ length: 6 }),
    );
  });

  it('have the contrast of WCAG', () => {
    expect(contrastOf('#000000', '#ffffff')).toBeCloseTo(21, 5);
    expect(contrastOf('#767676', '#ffffff')).toBeCloseTo(4.54, 2);
  });

  it('that are nearest can be read, and nothing nearer of the same hue can', () => {
    const random = createRandom(seed);
    for (let run = 0; run < countRuns(40, 2000); run++) {
      const [colour, ground] = [hexOf(random), hexOf(random)];
      const found = nearestReadable(colour, [ground])!;
      expect(isReadable(found, [ground]), `seed ${seed}: ${colour} on ${ground}`).toBe(true);
      if (isReadable(colour, [ground])) expect(found).toBe(colour);
      // Half the way back is not enough: otherwise the other half was too much.
      else expect(contrastOf(mixColours(colour, found, 0.5), ground)).toBeLessThan(4.6);
    }
    expect(nearestReadable('#888888', ['#000000', '#ffffff'], 7)).toBeUndefined();
  });

  it('change in lightness, chroma and hue', () => {
    expect(withLightness('#b0301b', 1)).toBe('#ffffff');
    expect(withLightness('#b0301b', 0.5, 0)).toBe('#636363');
    expect(turnHue('#777777', 90)).toBe('#777777');
    expect(turnHue('#b0301b', 360)).toBe('#b0301b');
  });
});

describe('the palette of a site', () => {
  it('has a colour for each section, none of them twice, all readable', () => {
    for (const scheme of schemes) {
      const { paper, tint, ink, muted, accents } = sitePalette({ sections: sections(40) })[scheme];
      expect(new Set(accents).size).toBe(41);
      for (const colour of [ink, muted, ...accents]) expect(isReadable(colour, [paper, tint]), colour).toBe(true);
    }
  });

  it('is readable with any colours that the configuration may have', () => {
    const random = createRandom(seed);
    let sound = 0;
    for (let run = 0; run < countRuns(150, 5000); run++) {
      const paper = hexOf(random);
      const on = (least: number): string => nearestReadable(hexOf(random), [paper], least) ?? '#000000';
      const colours: ColourSettings = { paper, ink: on(6), accent: on(5), sections: { s0: on(5) } };
      const config = { colours, sections: sections(3) };
      if (findColourFaults(config).length > 0) continue;
      sound++;
      for (const scheme of schemes) {
        const { paper, tint, ink, muted, mark, edge, accents } = sitePalette(config)[scheme];
        const place = `seed ${seed}: ${scheme} ${JSON.stringify(colours)}`;
        for (const colour of [ink, ...accents]) expect(isReadable(colour, [paper, tint]), place).toBe(true);
        expect(isReadable(muted, [paper]), place).toBe(true);
        expect(contrastOf(ink, mark), place).toBeGreaterThan(4.4);
        expect(contrastOf(edge, paper), place).toBeGreaterThanOrEqual(2.9);
      }
    }
    expect(sound).toBeGreaterThan(50);
  });

  it('keeps what is given, and derives the dark scheme of what comes alone', () => {
    const { light, dark } = sitePalette({
      colours: { accent: '#0055a4', paper: '#fff8f0', sections: { s1: { light: '#7a0c5c', dark: '#f0a0d8' } } },
      sections: sections(2),
    });
    expect([light.paper, light.accents[0], light.accents[2]]).toEqual(['#fff8f0', '#0055a4', '#7a0c5c']);
    expect(dark.accents[2]).toBe('#f0a0d8');
    expect(contrastOf(dark.accents[0]!, dark.paper)).toBeGreaterThan(5.4);
    expect(contrastOf(dark.paper, '#000000')).toBeLessThan(1.4);
  });

  it('is written with both schemes and a class for each accent', () => {
    const css = writePalette(sitePalette({ sections: sections(1) }));
    expect(css).toContain('--paper: var(--when-light, #fdfcfa) var(--when-dark, #171614);');
    expect(css.match(/^\.accent-\d+/gm)).toEqual(['.accent-0', '.accent-1']);
  });
});

describe('faults of colours', () => {
  const faults = (colours: ColourSettings): string[] =>
    findColourFaults({ colours, sections: sections(2) }).map(({ path, message }) => `${path.join('.')}: ${message}`);

  it('name what can’t be read, and a colour that is accepted in its place', () => {
    const random = createRandom(seed);
    for (let run = 0; run < countRuns(40, 1000); run++) {
      const accent = hexOf(random);
      const [fault] = faults({ accent });
      if (fault === undefined) continue;
      expect(fault).toMatch(
        /^colours\.accent: #\w{6} on #\w{6} has a contrast of [1-4](?:\.\d)?:1, and 4\.5:1 is needed/,
      );
      const nearest = /the nearest colour that passes is (#\w{6})$/.exec(fault)![1]!;
      expect(faults({ accent: nearest }), `seed ${seed}: ${accent}`).toEqual([]);
    }
  });

  it('name the scheme, the text on a given paper, and sections that do not exist', () => {
    expect(faults({ accent: { light: '#b0301b', dark: '#402020' } })[0]).toMatch(/^colours\.accent\.dark: #402020 on /);
    expect(faults({ paper: '#333333' })[0]).toMatch(/^colours\.ink: #1d1b18 on #333333/);
    expect(faults({ sections: { s3: '#b0301b' } })).toEqual([
      'colours.sections.s3: there is no section «s3»; the nearest is «s0»',
    ]);
    expect(faults({ accent: '#ffee00', sections: { s3: '#b0301b' } })).toHaveLength(2);
  });
});
