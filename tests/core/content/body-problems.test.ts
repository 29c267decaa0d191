import { describe, expect, it } from 'vitest';
import { bodyWarnings } from '../../../src/core/content/body-problems.ts';
import { escapeMarkdown } from '../../../src/core/import/escape-markdown.ts';
import { createMarkdownRenderer } from '../../../src/core/markdown/render.ts';
import { type FrontMatter, parseFrontMatter } from '../../../src/core/content/front-matter.ts';
import { createUrls } from '../../../src/core/urls.ts';

const render = createMarkdownRenderer({ urls: createUrls('https://rooznegar.example') });
const { frontMatter } = parseFrontMatter('---\ntitle: خبر\n---\nمتن') as { frontMatter: FrontMatter };
const player = 'https://www.aparat.com/video/video/embed/videohash/rzn3f7q/vt/frame';

/** List what the warnings of a text suggest instead. */
function examplesOf(markdown: string, videoHosts?: readonly string[]): string[] {
  const warnings = bodyWarnings(render(markdown), frontMatter, 'x.md', videoHosts) ?? [];
  return warnings.map(({ id, values }) => `${id} ${values['example']}`);
}

describe('warnings about lost content', () => {
  it('include pictures with unusable URLs and pictures from unlisted hosts', () => {
    const markdown = 'متن\n\n![الف](data:image/png;base64,AA==) ![ب](https://a.example/b.png)';
    const [warning, remote, ...others] = bodyWarnings(render(markdown), frontMatter, 'x.md')!;
    expect(others).toEqual([]);
    expect(warning).toMatchObject({ id: 'image-address', file: 'x.md', line: 6, column: 1 });
    expect(remote).toMatchObject({ id: 'image-remote', line: 6, column: 36, values: { host: 'a.example' } });
    expect(bodyWarnings(render('متن'), frontMatter, 'x.md')).toBeUndefined();
  });

  it('include unclosed links and broken addresses', () => {
    const markdown = 'متن\n\n<a href="/x">متن و `<iframe src="x">`\n\n> <p><a href="x.pdf">متن</a>';
    expect(bodyWarnings(render(markdown), frontMatter, 'x.md')).toMatchObject([
      { id: 'link-unclosed', line: 6, column: 1, values: { example: '[…](/x)' } },
      { id: 'link-address', line: 8, column: 6 },
    ]);
  });

  it('include text that markdown drops', () => {
    const markdown = '[منبع]: ایرنا\n\nمتن[^۲]\n\n|الف|\n|-|\n|۱|۲|\n\n<h2>ب</h2>\n**پ**\n\n<!-- ناتمام';
    const warnings = bodyWarnings(render(markdown), frontMatter, 'x.md') ?? [];
    expect(warnings.map(({ id, line, values }) => [id, line, values['found']])).toEqual([
      ['definition-unused', 4, '[منبع]: ایرنا'],
      ['footnote-missing', 6, '[^۲]'],
      ['cell-lost', 10, '۲'],
      ['html-markdown', 12, '**پ**'],
      ['comment-open', 15, '<!-- ناتمام'],
    ]);
  });

  it('never result from an import', () => {
    for (const html of [
      `<iframe src="${player}"></iframe>`,
      'متن <img src="x"> <a href="/x">متن</a>',
      '<video>\n\n</video>',
    ])
      expect(render(escapeMarkdown(html)).dropped).toEqual([]);
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
    ['<a href="../07/metro.md">متن', 'link-unclosed […](../07/metro.md)'],
    ['<a href="/مترو (۱)/">متن', 'link-unclosed […](</مترو (۱)/>)'],
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
