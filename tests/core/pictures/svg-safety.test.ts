import { describe, expect, it } from 'vitest';
import { isSafeSvg } from '../../../src/core/pictures/svg-safety.ts';
import { workOf } from '../../support/work.ts';

const svg = (inside: string, attributes = '', before = ''): string =>
  `${before}<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" ${attributes}>${inside}</svg>`;
const isSafe = (text: string): boolean => isSafeSvg(new TextEncoder().encode(text));

describe('isSafeSvg', () => {
  it.each([
    ['shapes', svg('<g><rect width="1" height="1" style="fill: #ccc"/><path d="M0 0"/></g>', 'viewBox="0 0 1 1"')],
    [
      'a declaration, a document type and comments',
      svg(
        '<!-- <script> -->',
        '',
        '<?xml version="1.0" encoding="UTF-8" standalone="no"?>\n<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">\n',
      ),
    ],
    [
      'reused parts',
      svg('<defs><g id="a"/></defs><use xlink:href="#a"/><rect fill="url(#b)" filter="url( \'#c\' )"/>'),
    ],
    [
      'a picture and a font within it',
      svg(
        '<image href="data:image/png;base64,AA=="/><style>@font-face { src: url(data:font/woff2;base64,AA==) }</style>',
      ),
    ],
    ['a link to the web', svg('<a href="https://example.org/"><text>متن &amp; متن</text></a>')],
    [
      'elements of a drawing program',
      svg(
        '<metadata><rdf:RDF/></metadata><sodipodi:namedview onward="1"/>',
        'xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:sodipodi="http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd"',
      ).replace(' onward="1"', ''),
    ],
    ['movement', svg('<rect><animate attributeName="x" to="1"/></rect>')],
    ['an embedded style sheet', svg('<style><![CDATA[ .a > .b { fill: url(#c) } ]]></style>')],
  ])('accepts %s', (_, text) => expect(isSafe(text)).toBe(true));

  it.each([
    ['CSS that is split by a comment', svg('<style>@im<!-- -->port "//evil.example/a.css";</style>')],
    ['CSS after an element', svg('<style><g/>@import "//evil.example/a.css";</style>')],
    ['CSS with escapes', svg('<style>@\\69mport "//evil.example/a.css";</style>')],
    ['CSS in references', svg('<style>&#x40;import "//evil.example/a.css";</style>')],
    ['an external URL in CSS', svg('<rect style="fill: url(//evil.example/a.svg#b)"/>')],
    ['an external URL in an attribute', svg('<rect fill="url( &quot;https://evil.example/a#b&quot;)"/>')],
    ['an unclosed tag', `${svg('')}<script`],
    ['no SVG at all', '<html xmlns="http://www.w3.org/1999/xhtml"/>'],
    ['nothing', ''],
  ])('rejects %s', (_, text) => expect(isSafe(text)).toBe(false));

  it.each([
    ['UTF-16', Buffer.from(`\uFEFF${svg('<script>alert(1)</script>')}`, 'utf16le')],
    [
      'ISO-2022-JP',
      Buffer.from(svg('<scr\u001B(Bipt>alert(1)</scr\u001B(Bipt>', '', '<?xml version="1.0" encoding="ISO-2022-JP"?>')),
    ],
    ['a declared encoding', Buffer.from(svg('', '', '<?xml version="1.0" encoding="UTF-7"?>'))],
  ])('rejects files in %s', (_, bytes) => expect(isSafeSvg(bytes)).toBe(false));

  it.each(['<', '<a ', '<!--', 'a="', '<g>', '<![CDATA[', '&', 'url(', '<?', '</', ' '])(
    'does no more work than the length of many %j asks for',
    (part) => {
      const [half, whole] = [500, 1000].map((count) => workOf(() => isSafe(svg(part.repeat(count)))));
      expect(whole! / half!).toBeLessThan(2.5);
    },
  );
});
