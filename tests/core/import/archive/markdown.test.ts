import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { convertMarkdown } from '../../../../src/core/import/archive/markdown.ts';
import type { TextContext } from '../../../../src/core/import/html/convert.ts';
import { createMarkdownRenderer } from '../../../../src/core/markdown/render.ts';
import { createUrls } from '../../../../src/core/urls.ts';
import { addressKey, readHtml } from '../../../support/html-words.ts';
import { addresses, pictures, someMarkdown } from '../../../support/random-markdown.ts';
import { countRuns } from '../../../support/runs.ts';

const seed = Number(process.env['SEED'] ?? 14050909);
const numRuns = countRuns(50, 3000);
const base = 'https://khabar.example/p/';
const render = createMarkdownRenderer({ urls: createUrls('https://example.org'), isShown: () => true });
const read = (markdown: string): ReturnType<typeof readHtml> =>
  readHtml(render(markdown, (src) => ({ src, width: 1, height: 1, bytes: 1 })).html);

const same: TextContext = {
  takesVideo: () => false,
  findPicture: (written) => written,
  findLink: () => undefined,
  restore: (text) => text,
};
const newPicture = (index: number): string => `../media/new ${index}(x).jpg`;
const newLink = (index: number): string => `/new/${index}_(z)/`;
const moved: TextContext = {
  ...same,
  base,
  findPicture: (written) => (pictures.includes(written) ? newPicture(pictures.indexOf(written)) : undefined),
  findLink: (address) => {
    const index = addresses.findIndex((each) => URL.parse(each, base)?.href === URL.parse(address)?.href);
    return index === -1 ? undefined : newLink(index);
  },
};
const convert = (markdown: string, context: Partial<TextContext> = {}): string =>
  convertMarkdown(markdown, { ...moved, ...context }).markdown;

describe('convertMarkdown', () => {
  it.each([
    ['a file', 'از [*خبر* ها](b.md#x) بخوان', 'از *خبر* ها بخوان'],
    ['a record', '[خبر](record:content/b.html "t")', 'خبر'],
    ['a reference', '[خبر][b] و [b]\n\n[b]: ../b.mdx', 'خبر و b'],
    ['a tag', '<a class="x" href="b.md">خبر</a> تازه', '<a class="x">خبر</a> تازه'],
  ])('leaves the words of a link to no article: %s', (_, markdown, expected) => {
    const { markdown: result, notes } = convertMarkdown(markdown, same);
    expect(result.trim()).toBe(expected);
    expect(notes.map(({ kind }) => kind)).toContain('lost');
  });

  it('keeps links to files elsewhere, but not to files of the folder that are not imported', () => {
    const elsewhere = '[راهنما](https://elsewhere.example/README.md)';
    expect(convertMarkdown(elsewhere, same).markdown).toBe(elsewhere);
    expect(convert('[خبر](record:b.md)')).toBe('خبر');
  });

  it('rewrites pictures in incomplete HTML, and keeps the description of lost ones', () => {
    const markdown = '<vr>\n<img src="/uploads/a.jpg" alt="عکس">\n<p>متن';
    expect(convert(markdown)).toBe('<vr>\n<img src="../media/new 0(x).jpg" alt="عکس">\n<p>متن');
    const lost = convertMarkdown('<vr>\n<img alt="پل" src=a.jpg>\n<p>متن', { ...same, findPicture: () => undefined });
    expect(lost.markdown).toBe('<vr>\nپل\n<p>متن');
    expect(lost.notes.map(({ kind }) => kind)).toEqual(['lost']);
  });

  it.each([
    ['a link', '[خبر](/2016/05/خبر/ "t")', '[خبر](</new/3_(z)/> "t")'],
    ['a link in angle brackets', '[خبر](<https://khabar.example/a>)', '[خبر](</new/0_(z)/>)'],
    ['a picture', '![عکس](/uploads/a.jpg)', '![عکس](<../media/new 0(x).jpg>)'],
    ['a definition', '[خبر][r]\n\n[r]: https://khabar.example/a', '[خبر][r]\n\n[r]: </new/0_(z)/>'],
    [
      'a link with the same words',
      '[https://khabar.example/a](https://khabar.example/a)',
      '[https://khabar.example/a](</new/0_(z)/>)',
    ],
    ['an autolink', '<https://khabar.example/a>', '[https://khabar.example/a](</new/0_(z)/>)'],
    ['a bare address', 'بر https://khabar.example/a است', 'بر [https://khabar.example/a](</new/0_(z)/>) است'],
    ['a link of HTML', 'بر <a href="https://khabar.example/a">خبر</a>', 'بر <a href="/new/0_(z)/">خبر</a>'],
    ['a picture of HTML', '<img src="/uploads/a.jpg" alt="عکس">', '![عکس](<../media/new 0(x).jpg>)'],
  ])('rewrites the address of %s', (_, markdown, expected) => {
    expect(convert(markdown)).toBe(expected);
  });

  it.each([
    ['addresses elsewhere', '[خبر](https://elsewhere.example/a_(b)) <https://elsewhere.example/>'],
    ['links within the text', '[بخش](#بخش)'],
    ['code', '`[a](/2016/05/خبر/)`\n\n```\n![](/uploads/a.jpg)\n```'],
    ['HTML that pages show', 'H<sub>2</sub>O\n\n<table>\n<tr><td>الف</td></tr>\n</table>'],
    ['a comment within a line', 'یک <!-- دو --> سه'],
    ['text after a comment', '<!-- یک --> دو'],
  ])('keeps %s', (_, markdown) => expect(convert(markdown)).toBe(markdown));

  it('drops separate comments, and moves a video out of the text', () => {
    expect(convert('<!--more-->\n\nمتن')).toBe('\n\nمتن');
    const { markdown, video } = convertMarkdown(
      'متن\n\n<iframe src="https://www.aparat.com/video/video/embed/videohash/abc/vt/frame"></iframe>',
      {
        ...moved,
        takesVideo: () => true,
      },
    );
    expect(markdown.trim()).toBe('متن');
    expect(video).toBe('https://www.aparat.com/v/abc');
  });

  it('writes the description of a picture that was not found', () => {
    const { markdown, notes } = convertMarkdown('![پل](a.jpg "شرح")', { ...same, findPicture: () => undefined });
    expect(markdown).toBe('*شرح*');
    expect(notes.map(({ kind }) => kind)).toEqual(['lost']);
  });
});

describe(`any markdown (seed ${seed})`, () => {
  it('is unchanged, byte for byte, if no address changes', () => {
    const texts = someMarkdown.filter((markdown) => !/<(?:span|!--)/.test(markdown));
    fc.assert(
      fc.property(texts, (markdown) => {
        expect(convertMarkdown(markdown, same).markdown).toBe(markdown);
      }),
      { seed, numRuns },
    );
  });

  it('keeps its words, links and pictures, at their new addresses', () => {
    const moveTo = (key: string, from: readonly string[], to: (index: number) => string): string => {
      const index = from.findIndex((each) => [each, URL.parse(each, base)!.href].map(addressKey).includes(key));
      return index === -1 ? key : addressKey(to(index));
    };
    fc.assert(
      fc.property(someMarkdown, (markdown) => {
        const [source, result] = [read(markdown), read(convert(markdown))];
        expect(result).toEqual({
          ...source,
          links: [...new Set(source.links.map((link) => moveTo(link, addresses, newLink)))].toSorted(),
          pictures: source.pictures.map((picture) => moveTo(picture, pictures, newPicture)),
        });
      }),
      { seed, numRuns },
    );
  });
});
