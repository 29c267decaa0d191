import { describe, expect, it } from 'vitest';
import { speculationHeader, writeSpeculationRules } from '../../../src/core/hosting/speculation.ts';

interface Condition {
  and?: Condition[];
  not?: Condition;
  href_matches?: string | string[];
  selector_matches?: string;
}
declare const URLPattern: new (pattern: string, base: string) => { test(address: string): boolean };

/** Decide as browsers do (HTML, «document rule predicate»), for links that no selector describes. */
function matches({ and, not, href_matches: patterns }: Condition, address: string): boolean {
  if (and) return and.every((each) => matches(each, address));
  if (not) return !matches(not, address);
  return [patterns ?? []].flat().some((pattern) => new URLPattern(pattern, address).test(address));
}

describe.each(['https://example.org', 'https://example.org/a.b+(c)'])('the rules of %s', (url) => {
  const rules = JSON.parse(writeSpeculationRules({ url })) as Record<string, { where: Condition; eagerness: string }[]>;
  const waysOf = (path: string): string[] =>
    Object.keys(rules).filter((way) => rules[way]!.some(({ where }) => matches(where, url + path)));

  it.each([
    ['/', ['prerender']],
    ['/news/%D9%BE%D9%84/', ['prerender']],
    ['/tags/x/page/2/', ['prerender']],
    ['/search/', ['prefetch']],
    ['/search/?q=x', []],
    ['/?p=12', []],
    ['/rss.xml', []],
    ['/files/a.pdf', []],
    ['/fragments/latest/', []],
  ])('for %s are %j', (path, ways) => {
    expect(waysOf(path)).toEqual(ways);
  });

  it('wait until a reader rests on a link, and leave the rest of the host alone', () => {
    expect(
      Object.values(rules)
        .flat()
        .map(({ eagerness }) => eagerness),
    ).toEqual(['moderate', 'moderate']);
    const beside = 'https://example.org/shop/';
    if (url !== 'https://example.org')
      expect(
        Object.values(rules)
          .flat()
          .some(({ where }) => matches(where, beside)),
      ).toBe(false);
  });

  it('are named by a header, as a structured field (RFC 8941)', () => {
    expect(speculationHeader({ url })).toEqual([
      'Speculation-Rules',
      `"${new URL(url).pathname.replace(/\/$/, '')}/links.speculationrules"`,
    ]);
  });
});
