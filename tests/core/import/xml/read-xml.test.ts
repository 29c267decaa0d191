import { describe, expect, it } from 'vitest';
import {
  attributeOf,
  childOf,
  childrenOf,
  createXmlReader,
  readXml,
  textOf,
  type XmlElement,
  type XmlEnd,
} from '../../../../src/core/import/xml/read-xml.ts';

function read(text: string, names: string[], size = Infinity): { elements: XmlElement[]; end: XmlEnd } {
  const elements: XmlElement[] = [];
  const reader = createXmlReader({ names: new Set(names), onElement: (element) => elements.push(element) });
  for (let start = 0; start < text.length; start += size) reader.write(text.slice(start, start + size));
  return { elements, end: reader.end() };
}

const feed = `<?xml version="1.0"?>
<rss><channel><title>خوراک</title>
<item a="1" b='&quot;'>
<title><![CDATA[تیتر & <b>]]> &amp; باقی</title><x/>
</item>
<item><p>یک <b>دو</b> سه</p></item></channel></rss>
`;

describe('createXmlReader', () => {
  it.each([1, 2, 7, 100, Infinity])('passes on elements with their lines, in chunks of %d', (size) => {
    const { elements, end } = read(feed, ['title', 'item'], size);
    expect(elements.map(({ name, line, isWhole }) => [name, line, isWhole])).toEqual([
      ['title', 2, true],
      ['item', 3, true],
      ['item', 6, true],
    ]);
    expect(textOf(childOf(elements[1], 'title'))).toBe('تیتر & <b> & باقی');
    expect([attributeOf(elements[1], 'a'), attributeOf(elements[1], 'b'), attributeOf(elements[1], 'c')]).toEqual([
      '1',
      '"',
      '',
    ]);
    expect(textOf(elements[2])).toBe('یک دو سه');
    expect(end).toEqual({
      root: { name: 'rss', attributes: expect.any(Map) },
      isClosed: true,
      isTooDeep: false,
      line: 7,
    });
  });

  it('finds the end of elements of the same name, which are part of the outer one', () => {
    const { elements } = read('<a><b>1<b>2</b><b>3</b></b><b>4</b></a>', ['b']);
    expect(elements.map(textOf)).toEqual(['123', '4']);
    expect(childrenOf(elements[0], 'b').map(textOf)).toEqual(['2', '3']);
  });

  it.each([
    '<rss><item><title>یک</title></item><item><title>د',
    '<rss><item><title>یک</title></item><item><title',
    '<rss><item><title>یک</title></item><item><title><![CDATA[د',
  ])('tells that an input is cut: %s', (text) => {
    const { elements, end } = read(text, ['item']);
    expect(end.isClosed).toBe(false);
    expect(elements.map(({ isWhole }) => isWhole)).toEqual([true, false]);
  });

  it('leaves undeclared entities as written, and removes what XML forbids', () => {
    const { elements } = read('<a><b c="&#1;x">الف&nbsp;&#x1F;\u0007\uD800ب&#10;&#x1F534;</b></a>', ['b']);
    expect(textOf(elements[0])).toBe('الف&nbsp;ب\n🔴');
    expect(attributeOf(elements[0], 'c')).toBe('x');
  });

  it('expands no entities of a document type', () => {
    const bomb = `<!DOCTYPE a [<!ENTITY x "xxxxxxxxxx"><!ENTITY y "&x;&x;&x;">]><a><b>&y;</b></a>`;
    expect(read(bomb, ['b']).elements.map(textOf)).toEqual(['&y;']);
  });

  it('uses the given prefixes, in the scope of their declaration', () => {
    const names: string[] = [];
    readXml(
      '<r xmlns:c="urn:content" xmlns="urn:rss"><c:e/><e/><x:e/><o xmlns="urn:content"><e/></o><e xmlns:c="urn:other"><c:f/></e></r>',
      {
        names: new Set(['r']),
        onElement: (element) => {
          const visit = ({ name, nodes }: XmlElement): void => {
            names.push(name);
            for (const node of nodes) if (typeof node !== 'string') visit(node);
          };
          visit(element);
        },
        prefixOf: (namespace) => ({ 'urn:content': 'content', 'urn:rss': '' })[namespace],
      },
    );
    expect(names).toEqual(['r', 'content:e', 'e', 'x:e', 'content:o', 'content:e', 'e', 'c:f']);
  });

  it('treats names such as __proto__ like any others', () => {
    const { elements } = read('<a><__proto__ __proto__="1" constructor="2">x</__proto__></a>', ['__proto__']);
    expect(textOf(elements[0])).toBe('x');
    expect(attributeOf(elements[0], 'constructor')).toBe('2');
  });

  it('stops where elements are nested too deeply, in linear time', () => {
    const { elements, end } = read(`<rss>\n<item>x</item>\n${'<a>'.repeat(3_000_000)}`, ['item', 'a']);
    expect(elements.map(textOf)).toEqual(['x']);
    expect(end).toMatchObject({ isClosed: false, isTooDeep: true, line: 3 });
  });

  it.each([
    ['entities', `<a><b>${'&amp;'.repeat(1_000_000)}</b></a>`],
    ['elements', `<a><b>${'<c>x</c>'.repeat(500_000)}</b></a>`],
    ['open tags', `<a>${'<b>x'.repeat(100)}${'</c>'.repeat(500_000)}`],
    ['attributes', `<a><b ${Array.from({ length: 200_000 }, (_, index) => `a${index}="1"`).join(' ')}>x</b></a>`],
    ['one long text', `<a><b><![CDATA[${'x'.repeat(10_000_000)}]]></b></a>`],
    ['one long comment', `<a><b>x</b><!--${'x'.repeat(10_000_000)}`],
  ])('does not take quadratic time for %s', (_, text) => {
    expect(read(text, ['b'], 65_536).elements).toHaveLength(1);
  });
});
