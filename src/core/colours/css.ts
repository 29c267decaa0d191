import type { Palette, SchemeColours } from './palette.ts';

/**
 * Write a palette as custom properties. Each has its colour for both schemes: of `--when-light` and `--when-dark`, one is
 * empty and the other `initial`, which selects its fallback (styles/tokens.css). The class `night` gives the colours of
 * the dark scheme to elements that are always dark.
 */
export function writePalette({ light, dark }: Palette): string {
  const both = (lit: string, unlit: string): string => `var(--when-light, ${lit}) var(--when-dark, ${unlit})`;
  const of = (name: Exclude<keyof SchemeColours, 'accents'>): string => both(light[name], dark[name]);
  const accents = light.accents.map((colour, index) => `  --accent-${index}: ${both(colour, dark.accents[index]!)};`);
  const classes = light.accents.map((_, index) => `.accent-${index} {\n  --accent: var(--accent-${index});\n}`);
  return `:root,
.night {
  --paper: ${of('paper')};
  --tint: ${of('tint')};
  --ink: ${of('ink')};
  --muted: ${of('muted')};
  --rule: ${of('rule')};
  --rule-strong: ${of('ruleStrong')};
  --edge: ${of('edge')};
  --mark: ${of('mark')};
${accents.join('\n')}
}

${classes.join('\n')}
`;
}
