import { describe, expect, it } from 'vitest';
import { bodyWarnings } from '../../../src/core/content/body-problems.ts';
import { escapeMarkdown } from '../../../src/core/import/escape-markdown.ts';
import { createMarkdownRenderer } from '../../../src/core/markdown/render.ts';
import { type FrontMatter, parseFrontMatter } from '../../../src/core/content/front-matter.ts';
import { createUrls } from '../../../src/core/urls.ts';

const render = createMarkdownRenderer({ urls: createUrls('https://rooznegar.example') });
const { frontMatter } = parseFrontMatter('---\ntitle: خبر\n---\nمتن') as { frontMatter: FrontMatter };
const player = 'https://www.aparat.com/video/video/embed/videohash/rzn3f7q/vt/frame';

/** List the elements that a text loses, with their positions. */
function droppedOf(markdown: string): string[] {
  return render(markdown).dropped.map(({ name, line, column }) => `${name} ${line}:${column}`);
}

/** List what the warnings of a text suggest instead. */
function examplesOf(markdown: string, videoHosts?: readonly string[]): string[] {
  const warnings = bodyWarnings(render(markdown), frontMatter, 'x.md', videoHosts) ?? [];
  return warnings.map(({ id, values }) => `${id} ${values['example']}`);
}

describe('raw HTML that readers would miss', () => {
  it.each<[string, string, ...string[]]>([
    ['alone', `متن\n\n<iframe src="${player}"></iframe>`, 'iframe 3:1'],
    ['in a wrapper', '<style>p{}</style><div>\n  <span></span><iframe src="x"></iframe></div>', 'iframe 2:16'],
    ['in a paragraph', 'متن **<audio src="x">نه</audio>** و <object data="x">نه</object>', 'audio 1:7', 'object 1:37'],
    ['in a quote', '> <div>\n>   <embed src="x">\n> </div>', 'embed 2:5'],
    ['in a list', '- الف\n- <div>\n  <canvas></canvas>\n  </div>', 'canvas 3:3'],
    ['in a table', '| الف |\n|---|\n| <svg><g></g></svg> |', 'svg 3:3'],
    ['in a footnote', 'متن[^1]\n\n[^1]: <math><mi>x</mi></math>', 'math 3:7'],
    ['after what is no HTML', '<?x?><div><![CDATA[x]]><embed src="x"></div>', 'embed 1:24'],
    ['with a language', '<a lang="en" href="/x">متن</a> <iframe lang="en" src="x"></iframe>', 'a 1:1', 'iframe 1:32'],
    ['in capitals', '<IFRAME SRC="x"></IFRAME>', 'iframe 1:1'],
    ['with what stands in for it', '<video><source src="x"><a href="/x">متن</a><img src="x"></video>', 'video 1:1'],
    [
      'over many nodes',
      '<video controls>\n\n<source src="x">\n\n<img src="x">\n\n</video>\n<img src="y">',
      'video 1:1',
      'img 8:1',
    ],
    [
      'in a paragraph, over many nodes',
      'متن <object>*<embed src="x">* <img src="x"></object> <img src="x">',
      'object 1:5',
      'img 1:54',
    ],
    ['a form with its fields', '<form><input><select></select><textarea></textarea></form>', 'form 1:1'],
    ['fields', '<input> و <input type="hidden">', 'input 1:1'],
    ['scripts of others', '<div id="1"><script src="https://www.aparat.com/embed/x"></script></div>', 'script 1:13'],
    ['a map of a picture', '<img src="x"><map><area href="/x"></map>', 'img 1:1', 'map 1:14'],
    ['never closed', '<iframe src="x">\n\nمتن <iframe src="y"> متن', 'iframe 1:1', 'iframe 3:5'],
    ['links', '<a href="https://a.example">متن</a> <a href="javascript:x">متن</a> <a name="x">متن</a>', 'a 1:1'],
  ])('is reported with its position: %s', (_, markdown, ...expected) => {
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
    '<noscript><img src="x"></noscript>\n\n<template><img src="x"></template>',
    '<q lang="ar">متن</q> <https://example.org/> <a@example.org>',
    '<videos> <a.b> <formula>',
  ])('excludes what is kept or shows nothing: %s', (markdown) => {
    expect(droppedOf(markdown)).toEqual([]);
  });

  it('is reported even where a text has more tags than are parsed', () => {
    const tags = '<b></b>\n'.repeat(600);
    expect(droppedOf(`متن\n\n<pre>\n${tags.replaceAll('\n', '\n\n')}</pre>`)).toEqual(['pre 3:1']);
    expect(droppedOf(`<!--\n\n${tags.replaceAll('\n', '\n\n')}-->`)).toEqual([]);
  });

  it('includes pictures at URLs outside the web', () => {
    const markdown = 'متن\n\n![الف](data:image/png;base64,AA==) ![ب](https://a.example/b.png)';
    const [warning, ...others] = bodyWarnings(render(markdown), frontMatter, 'x.md')!;
    expect(others).toEqual([]);
    expect(warning).toMatchObject({ id: 'image-address', file: 'x.md', line: 6, column: 1 });
    expect(bodyWarnings(render('متن'), frontMatter, 'x.md')).toBeUndefined();
  });

  it('includes links that lead nowhere', () => {
    const markdown =
      '[گزارش](report.pdf) [متن](javascript:alert(1)) [خبر](metro.md) [وب](https://a.example) [صفحه](/tags/)';
    expect(droppedOf(markdown)).toEqual(['link 1:1', 'link 1:21']);
  });

  it('never results from an import', () => {
    for (const html of [
      `<iframe src="${player}"></iframe>`,
      'متن <img src="x"> <a href="/x">متن</a>',
      '<video>\n\n</video>',
    ])
      expect(droppedOf(escapeMarkdown(html))).toEqual([]);
  });
});

describe('the suggested fix for raw HTML', () => {
  const hosts = ['www.aparat.com', 'youtu.be'];

  it.each([
    [`<iframe src="${player}"></iframe>`, 'html-video video: {url: https://www.aparat.com/v/rzn3f7q, title: …}'],
    [
      '<script src="//www.aparat.com/embed/rzn3f7q"></script>',
      'html-video video: {url: https://www.aparat.com/v/rzn3f7q, title: …}',
    ],
    [
      '<iframe src="https://www.youtube.com/embed/dQw4w9WgXcQ"></iframe>',
      'html-video video: {url: https://youtu.be/dQw4w9WgXcQ, title: …}',
    ],
    ['<video src="film.mp4"></video>', 'html-video video: {src: film.mp4, title: …}'],
    ['<video><source src="فیلم ۱.mp4"></video>', 'html-video video: {src: "فیلم ۱.mp4", title: …}'],
    ['<video src="blob:https://a.example/1"></video>', 'html-dropped […](https://…)'],
    ['<iframe src="https://a.example/map"></iframe>', 'html-dropped […](https://a.example/map)'],
    ['<iframe src="javascript:alert(1)"></iframe>', 'html-dropped […](https://…)'],
    ['<script src="https://platform.twitter.com/widgets.js"></script>', 'html-dropped […](https://…)'],
    ['<audio src="goftogu.mp3"></audio>', 'html-dropped […](https://…)'],
    ['<img src="metro.jpg" alt="مترو [۱]">', 'html-markdown ![مترو ۱](metro.jpg)'],
    ['<img src="مترو (۱).jpg">', 'html-markdown ![…](<مترو (۱).jpg>)'],
    ['<img src="data:image/png;base64,AA==">', 'html-markdown ![…](…)'],
    ['<a href="../07/metro.md">متن</a>', 'html-markdown […](../07/metro.md)'],
  ])('of %s', (html, example) => {
    expect(examplesOf(html, hosts)).toEqual([example]);
  });

  it('is a link for videos that front matter can’t have: of another host, in a page, or a second one', () => {
    const video = `<iframe src="${player}"></iframe>`;
    const link = 'html-dropped […](https://www.aparat.com/v/rzn3f7q)';
    expect(examplesOf(video, ['youtu.be'])).toEqual([link]);
    expect(examplesOf(video)).toEqual([link]);
    expect(examplesOf(`${video}\n\n${video}`, hosts)[1]).toBe(link);
  });
});
