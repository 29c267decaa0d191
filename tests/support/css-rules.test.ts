import { describe, expect, it } from 'vitest';
import { checkCss, cssRules, missingFromCss } from './css-rules.ts';
import { parseCss, urlsOfCss } from './css.ts';

const good = `
  @font-face { font-family: F; src: url("/f.woff2") format('woff2'); font-display: swap }
  @font-face { font-family: Fallback; src: local(Arial); size-adjust: 97% }
  :root { font-synthesis: none; --left: 1px; line-height: 1.9; text-underline-offset: .3em }
  em, cite, i { font-style: normal }
  ol { list-style: persian; padding-inline-start: 2em; margin: 0 1em 2em; inset: 0 }
  /* left: 0 */
  .a { margin: 1px 2px 3px 2px; border-radius: 1px 1px 0 0; letter-spacing: 0; transition: opacity .2s }
  @media (width > 40em) { .a { &::before { content: "text-align: left; } {" } text-align: start } }
  @page { margin-left: 1cm }
  pre code, [dir=ltr] { overflow-wrap: anywhere }
  body { overflow-wrap: anywhere }
  .b { background: url(/left/right.svg) }`;

const violations: Readonly<Record<string, string[]>> = {
  'logical-properties': [
    'left: 0',
    'right: 1px',
    'top: 0',
    'margin-left: 1px',
    'padding-right: 1px',
    'border-left: 1px solid',
    'border-right-color: red',
    'border-top-left-radius: 1px',
    'text-align: left',
    'float: right',
    'margin: 0 1px 0 2px',
    'padding: 0 calc(1px + 2px) 0 0',
    'background: url(a.svg) right',
    'background-image: linear-gradient(to left, red, blue)',
    'border-radius: 0 4px 4px 0',
    'scroll-margin-left: 1px',
  ],
  'letter-spacing': ['letter-spacing: .1em', 'letter-spacing: -1px'],
  'text-transform': ['text-transform: uppercase'],
  hyphens: ['hyphens: auto', '-webkit-hyphens: auto'],
  italics: ['font-style: italic', 'font-style: oblique 10deg', 'font: italic 1rem serif'],
  justification: ['text-align: justify', 'text-align-last: justify'],
  'drop-caps': ['initial-letter: 2'],
  'overflow-wrap': ['overflow-wrap: anywhere', 'word-break: break-all'],
};

describe('the rules of stylesheets', () => {
  it('accept a valid stylesheet', () => {
    expect(checkCss('a.css', good)).toEqual([]);
    expect(missingFromCss(good)).toEqual([]);
  });

  it('have a planted violation each', () => {
    expect(Object.keys(violations)).toEqual(cssRules.map(({ name }) => name));
  });

  const cases = Object.entries(violations).flatMap(([rule, declarations]) =>
    declarations.map((declaration) => ({ rule, declaration })),
  );
  it.each(cases)('find violations of «$rule»: $declaration', ({ rule, declaration }) => {
    const nested = `@media screen { .a { color: red; & b { ${declaration} } } }`;
    expect(checkCss('a.css', `.a { ${declaration} }`).map((finding) => finding.rule)).toEqual([rule]);
    expect(checkCss('a.css', nested).map((finding) => finding.rule)).toEqual([rule]);
  });

  it('find a drop cap', () => {
    expect(checkCss('a.css', 'p::first-letter { font-size: 3em }')).toHaveLength(1);
  });

  it('list what a stylesheet lacks', () => {
    expect(missingFromCss('a { color: red }')).toHaveLength(7);
  });
});

describe('the reader of stylesheets', () => {
  it('handles braces, strings and comments', () => {
    expect(parseCss('a{b:"}";c:d/* e:f; */}@media x{g{h:i}j:k}')).toEqual([
      { context: 'a', property: 'b', value: '"}"' },
      { context: 'a', property: 'c', value: 'd' },
      { context: '@media x g', property: 'h', value: 'i' },
      { context: '@media x', property: 'j', value: 'k' },
    ]);
  });

  it('lists URLs', () => {
    expect(urlsOfCss(`a{b:url(c.png);d:url("e.png"),url( 'f.png' )/* url(g) */}`)).toEqual(['c.png', 'e.png', 'f.png']);
  });
});
