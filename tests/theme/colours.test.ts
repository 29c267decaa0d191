import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { contrast, readColours } from '../../src/theme/colours.ts';
import { formatDecimal } from '../../src/theme/format.ts';
import { repository } from '../support/folders.ts';

const styles = join(repository, 'src/styles');
const tokens = readFileSync(join(styles, 'tokens.css'), 'utf8');

describe('contrast', () => {
  it.each([
    ['#fff', '#000', 21],
    ['#FFFFFF', '#fff', 1],
    ['#777777', '#ffffff', 4.48],
    ['#0000ff', '#fff', 8.59],
  ])('of %s and %s is %d, either way', (one, other, ratio) => {
    expect(contrast(one, other)).toBeCloseTo(ratio, 2);
    expect(contrast(other, one)).toBeCloseTo(ratio, 2);
  });

  it('is unknown for what is not written in digits', () => {
    expect([contrast('oklch(50% 0 0)', '#fff'), contrast('#fff', undefined), contrast('#ffff', '#fff')]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });
});

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
    const names = readColours(tokens).map(({ name }) => name);
    const written = [...new Set(tokens.match(/--[\w-]+(?=: var\(--when-light)/g))];
    expect(names).toEqual(written);
    const sheet = readFileSync(join(repository, 'src/theme/theme.css'), 'utf8');
    expect(names.filter((name) => !sheet.includes(`.theme-${name.slice(2)} {\n  background: var(${name});`))).toEqual(
      [],
    );
  });
});

it('ratios are rounded down, so that none seems to suffice', () => {
  expect([formatDecimal(4.49), formatDecimal(21), formatDecimal(undefined)]).toEqual(['۴٫۴', '۲۱٫۰', '؟']);
});
