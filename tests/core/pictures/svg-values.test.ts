import { describe, expect, it } from 'vitest';
import { isSafeAddress, isSafeCss, isSafeValue, readReferences } from '../../../src/core/pictures/svg-values.ts';

describe('isSafeAddress', () => {
  it.each(['', ' ', '#a', ' #a', 'data:image/png;base64,AA', 'DATA:image/jpeg,a', 'data:font/woff2;base64,AA'])(
    'lets %j pass',
    (address) => expect(isSafeAddress(address, false)).toBe(true),
  );

  it.each([
    'a.svg',
    '//example.org/a',
    'https://example.org',
    'data:text/html,a',
    'data:image/svg+xml,a',
    'data:image/png',
    'blob:a',
  ])('stops %j', (address) => expect(isSafeAddress(address, false)).toBe(false));

  it('lets links lead to the web, and nowhere else', () => {
    expect(isSafeAddress(' https://example.org/', true)).toBe(true);
    expect(isSafeAddress('HTTP://example.org/', true)).toBe(true);
    for (const address of ['javascript:alert(1)', 'xhttps://a', 'mailto:a', '/a'])
      expect(isSafeAddress(address, true), address).toBe(false);
  });
});

describe('isSafeValue', () => {
  it.each(['', 'red', 'url(#a)', 'url( "#a" ) url(#b)', "URL('#a')"])('lets %j pass', (value) =>
    expect(isSafeValue(value)).toBe(true),
  );

  it.each(['url(a)', 'url(#a) url(//b)', 'url (a)', 'url(', 'java\nscript:a', 'vbSCRIPT:a'])('stops %j', (value) =>
    expect(isSafeValue(value)).toBe(false),
  );
});

describe('isSafeCss', () => {
  it('lets shapes and colours pass', () => expect(isSafeCss('.a { fill: url(#b); stroke: #fff }')).toBe(true));

  it.each([
    '\\75rl(a)',
    '@IMPORT "a"',
    'image-set("a" 1x)',
    'src("a")',
    'width: expression(1)',
    '-moz-binding: a',
    'behavior: a',
    'url(a)',
  ])('stops %j', (css) => expect(isSafeCss(css)).toBe(false));
});

describe('readReferences', () => {
  it.each([
    ['a', 'a'],
    ['&lt;&gt;&amp;&quot;&apos;', `<>&"'`],
    ['&#x6a9;&#1705;', 'کک'],
    ['&#x10FFFF;', '\u{10FFFF}'],
    ['&amp;lt;', '&lt;'],
  ])('reads %j', (text, read) => expect(readReferences(text)).toBe(read));

  it.each(['&nbsp;', 'a & b', '&#x110000;', '&lt', '&a;&lt;'])('does not know %j', (text) =>
    expect(readReferences(text)).toBeUndefined(),
  );
});
