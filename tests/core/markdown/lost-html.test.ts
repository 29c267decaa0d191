import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DroppedElement } from '../../../src/core/markdown/findings.ts';
import { remarkDropped } from '../../../src/core/markdown/lost-html.ts';
import { parseMarkdown } from '../../../src/core/markdown/parse.ts';
import { countRuns } from '../../support/runs.ts';
import { transformMarkdown } from '../../support/trees.ts';

const seed = Number(process.env['SEED'] ?? 14050917);
const player = 'https://www.aparat.com/video/video/embed/videohash/rzn3f7q/vt/frame';
const find = (markdown: string): DroppedElement[] => transformMarkdown(remarkDropped(), markdown).data.dropped ?? [];

/** List the elements reported as lost, with their positions. */
function droppedOf(markdown: string): string[] {
  return find(markdown).map(({ name, line, column }) => `${name} ${line}:${column}`);
}

describe('remarkDropped', () => {
  it.each<[string, string, ...string[]]>([
    ['alone', `متن\n\n<iframe src="${player}"></iframe>`, 'iframe 3:1'],
    ['in a wrapper', '<style>p{}</style><div>\n  <span></span><iframe src="x"></iframe></div>', 'iframe 2:16'],
    ['in a paragraph', 'متن **<audio src="x">نه</audio>** و <object data="x">نه</object>', 'audio 1:7', 'object 1:37'],
    ['in a quote', '> <div>\n>   <embed src="x">\n> </div>', 'embed 2:5'],
    ['in a list', '- الف\n- <div>\n  <canvas></canvas>\n  </div>', 'canvas 3:3'],
    ['in a table', '| الف |\n|---|\n| <svg><g></g></svg> |', 'svg 3:3'],
    ['in a footnote', 'متن[^1]\n\n[^1]: <math><mi>x</mi></math>', 'math 3:7'],
    ['after processing instructions and CDATA', '<?x?><div><![CDATA[x]]><embed src="x"></div>', 'embed 1:24'],
    ['with a language', '<iframe lang="en" src="x"></iframe>', 'iframe 1:1'],
    ['in capitals', '<IFRAME SRC="x"></IFRAME>', 'iframe 1:1'],
    ['with fallback content', '<video><source src="x"><a href="/x">متن</a><img src="x"></video>', 'video 1:1'],
    [
      'spanning several nodes',
      '<video controls>\n\n<source src="x">\n\n<embed src="x">\n\n</video>\n<embed src="y">',
      'video 1:1',
      'embed 8:1',
    ],
    [
      'in a paragraph, spanning several nodes',
      'متن <object>*<embed src="x">* <embed src="x"></object> <embed src="x">',
      'object 1:5',
      'embed 1:56',
    ],
    ['a form with its fields', '<form><input><select></select><textarea></textarea></form>', 'form 1:1'],
    ['fields', '<input> و <input type="hidden">', 'input 1:1'],
    ['third-party scripts', '<div id="1"><script src="https://www.aparat.com/embed/x"></script></div>', 'script 1:13'],
    ['an image map', '<img src="x"><map><area href="/x"></map>', 'map 1:14'],
    ['in capitals, over many nodes', '<VIDEO>\n\n<source src="x">\n\n<img src="x">\n\n</VIDEO>', 'video 1:1'],
    ['beside code', '<code>x</code><embed src="x">', 'embed 1:15'],
    ['beside other elements', '<b><embed src="x"><embed src="y"></b>', 'embed 1:4', 'embed 1:19'],
    [
      'in a table, even if the parser moves it',
      '<table><tr><td><embed src="x"></td></tr><iframe></iframe></table>',
      'embed 1:16',
      'iframe 1:41',
    ],
    ['never closed', '<iframe src="x">\n\nمتن <iframe src="y"> متن', 'iframe 1:1', 'iframe 3:5'],
  ])('reports what readers would miss, with its position: %s', (_, markdown, ...expected) => {
    expect(droppedOf(markdown)).toEqual(expected);
  });

  it.each([
    '`<iframe src="x">` و <code><iframe src="x"></iframe></code>',
    '```html\n<iframe src="x"></iframe>\n```',
    '    <iframe src="x"></iframe>',
    '\\<iframe src="x"> &lt;iframe src="x">',
    '<!-- <iframe src="x"></iframe> --> متن <!-- <iframe src="x"> -->',
    '<div><span>متن</span> <font color="red">متن</font> <b>متن</b><br><hr></div>',
    '<style>p { color: red }</style>\n\n<script>x("<iframe src=y>")</script>\n\nمتن <script>x("<iframe src=y>")</script>',
    '<a href="/x">متن</a> <img src="x">',
    '<noscript><img src="x"></noscript>\n\n<template><img src="x"></template>',
    '<q lang="ar">متن</q> <https://example.org/> <a@example.org>',
    '<videos> <a.b> <formula>',
  ])('does not report kept or invisible elements: %s', (markdown) => {
    expect(droppedOf(markdown)).toEqual([]);
  });

  it.each(['applet', 'embed', 'form', 'input', 'map'])('reports <%s>', (name) => {
    expect(droppedOf(`<div><${name}></div>`)).toEqual([`${name} 1:6`]);
  });

  it('reads any number of tags', () => {
    expect(droppedOf(`<div>${'<b>'.repeat(20_000)}<embed></div>`)).toEqual(['embed 1:60006']);
  });

  it.each([
    ['<iframe src=" https://a.example/x "></iframe>', 'https://a.example/x'],
    ['<iframe src="//a.example/x"></iframe>', 'https://a.example/x'],
    ['<object data="a.pdf"></object>', 'a.pdf'],
    ['<object><param name="quality" value="high"><param name="movie" value="a.swf"></object>', 'a.swf'],
    ['<video src=" "><source src="a.mp4"></video>', 'a.mp4'],
    ['<video>\n\n<source src="a.mp4">\n\n</video>', 'a.mp4'],
    ['<canvas></canvas>', undefined],
  ])('finds the address in %s', (html, address) => {
    expect(find(html).map((element) => element.address)).toEqual([address]);
  });

  it('does not change the document', () => {
    const markdown = 'متن <embed src="x">\n\n<iframe src="y"></iframe>';
    const { tree } = transformMarkdown(remarkDropped(), markdown);
    expect(tree).toEqual(parseMarkdown(markdown));
  });

  it(`reports every element at its position, in document order (SEED=${seed})`, () => {
    const elements = fc.constantFrom(
      '<embed src="x">',
      '<iframe src="x"></iframe>',
      '<div>\n  <embed src="x"></div>',
      'متن <audio src="x"></audio> و **<input>**',
      '<p>\nمتن <a href="/x">متن</a> <img src="x">\n</p>',
      'متن',
      '<div><span></span></div>',
    );
    const prefixes = fc.constantFrom('', '> ', '> > ', '- ', '1. ');
    fc.assert(
      fc.property(fc.array(fc.tuple(prefixes, elements), { maxLength: 8 }), (blocks) => {
        const markdown = blocks
          .map(([prefix, element]) => {
            const next = prefix.startsWith('>') ? prefix : ' '.repeat(prefix.length);
            return prefix + element.replaceAll('\n', `\n${next}`);
          })
          .join('\n\nمتن\n\n');
        const lines = markdown.split('\n');
        const found = find(markdown);
        for (const { name, line, column } of found) expect(lines[line - 1]!.slice(column - 1)).toMatch(`<${name}`);
        const offsets = found.map(({ line, column }) => line * 1000 + column);
        expect(offsets).toEqual(offsets.toSorted((a, b) => a - b));
        const expected = markdown.match(/<(?:iframe|embed|audio|input)\b/g) ?? [];
        expect(found.map(({ name }) => `<${name}`)).toEqual(expected);
      }),
      { seed, numRuns: countRuns(200, 2000) },
    );
  });
});
