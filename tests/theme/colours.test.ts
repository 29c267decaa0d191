import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { writePalette } from '../../src/core/colours/css.ts';
import { sitePalette } from '../../src/core/colours/palette.ts';
import { readColours } from '../../src/theme/colours.ts';
import { formatDecimal } from '../../src/theme/format.ts';
import { config } from '../fixtures/sample/config.ts';
import { repository } from '../support/folders.ts';

describe('readColours', () => {
  it('lists those with a value for each scheme, of which the last counts', () => {
    const colours = readColours(
      ':root { --paper: var(--when-light, #fff) var(--when-dark, #000); --gap: 1rem; --a: var(--when-light, #111) var(--when-dark, #eee) }',
      '/* --a: var(--when-light, #123) var(--when-dark, #123); */ :root { --a: var(--when-light, rgb(0 0 0 / 20%)) var(--when-dark, #fff); }',
    );
    expect(colours.map(({ name, light, dark }) => [name, light.value, dark.value])).toEqual([
      ['--paper', '#fff', '#000'],
      ['--a', 'rgb(0 0 0 / 20%)', '#fff'],
    ]);
    expect([colours[1]!.light.onPaper, colours[1]!.dark.onPaper, colours[1]!.dark.onTint]).toEqual([
      undefined,
      21,
      undefined,
    ]);
  });

  it('finds all that the site has, each with a place on the theme page', () => {
    const css = writePalette(sitePalette(config));
    const names = readColours(css).map(({ name }) => name);
    expect(names).toEqual([...new Set(css.match(/--[\w-]+(?=: var\(--when-light)/g))]);
    const sheet = readFileSync(join(repository, 'src/theme/theme.css'), 'utf8');
    const grounds = names.filter((name) => !name.startsWith('--accent'));
    expect(grounds.filter((name) => !sheet.includes(`.theme-${name.slice(2)} {\n  background: var(${name});`))).toEqual(
      [],
    );
  });
});

it('ratios are rounded down, so that none seems to suffice', () => {
  expect([formatDecimal(4.49), formatDecimal(21), formatDecimal(undefined)]).toEqual(['۴٫۴', '۲۱٫۰', '؟']);
});
