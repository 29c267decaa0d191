import { describe, expect, it } from 'vitest';
import { escapeXml, stripForbidden, xmlElement } from '../../../src/core/feeds/xml.ts';

describe('xmlElement', () => {
  it('writes attributes and children, and omits attributes without a value', () => {
    expect(xmlElement('a', { b: '"<&>"', c: undefined, d: 0 }, xmlElement('e', {}), 'f')).toBe(
      '<a b="&quot;&lt;&amp;&gt;&quot;" d="0"><e/>f</a>',
    );
  });
});

describe('escapeXml', () => {
  it('leaves no markup and no end of CDATA', () => {
    expect(escapeXml(`<a b='c'>]]>&amp;`)).toBe('&lt;a b=&apos;c&apos;&gt;]]&gt;&amp;amp;');
  });
});

describe('stripForbidden', () => {
  it.each([
    ['a\u0000\u0008\u000B\u000C\u001Fb', 'ab'],
    ['a\uFFFE\uFFFFb', 'ab'],
    ['a\uD83Db\uDE00', 'ab'],
    ['\t\n\r می\u200Cشود 😀 \u{10FFFF}', '\t\n\r می\u200Cشود 😀 \u{10FFFF}'],
  ])('cleans %j', (text, clean) => {
    expect(stripForbidden(text)).toBe(clean);
  });
});
