import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { resolveAddress } from '../../../src/core/markdown/addresses.ts';
import { createUrls } from '../../../src/core/urls.ts';
import { countRuns } from '../../support/runs.ts';

const seed = Number(process.env['SEED'] ?? 14050905);

describe.each(['https://rooznegar.example', 'https://rooznegar.example/paper'])('links of %s', (site) => {
  const urls = createUrls(site);

  it.each([
    'https://rooznegar.example//evil.example/x',
    '//rooznegar.example//evil.example',
    '/..//evil.example',
    '/%2e/.//evil.example',
  ])('to %s stay on the site, or are marked as external', (address) => {
    const { href, isExternal } = resolveAddress(address, urls)!;
    expect(isExternal).toBe(false);
    expect(new URL(href, site).origin).toBe(site.slice(0, 25));
    expect(href).not.toMatch(/^\/\//);
  });

  it(`never leave it without being marked (seed ${seed})`, () => {
    const part = fc.constantFrom(
      '/',
      '//',
      '.',
      '..',
      '%2e',
      '%2f',
      '\\',
      '?',
      '#',
      ':',
      '@',
      'evil.example',
      'https:',
      'rooznegar.example',
      'paper',
      'news',
      '\t',
      'ا',
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 10 }), (parts) => {
        const found = resolveAddress(parts.join(''), urls);
        if (!found || found.isExternal || /^(?:mailto|tel):/.test(found.href)) return;
        expect(new URL(found.href, `${site}/a/`).origin).toBe('https://rooznegar.example');
      }),
      { seed, numRuns: countRuns(4000, 40_000) },
    );
  });
});
