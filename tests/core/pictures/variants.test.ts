import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { pictureFocuses } from '../../../src/core/article.ts';
import { standAloneHtml } from '../../../src/core/feeds/stand-alone-html.ts';
import { isAnimated, pictureTypeOf } from '../../../src/core/pictures/file-type.ts';
import { formatWidths, pictureClass, pictureSources, variantWidths } from '../../../src/core/pictures/variants.ts';
import { toneOf, tones } from '../../../src/core/pictures/placeholder-colours.ts';
import { createUrls } from '../../../src/core/urls.ts';
import { repository } from '../../support/folders.ts';

const bytesOf = (text: string): Uint8Array => Buffer.from(text, 'latin1');

describe('variantWidths', () => {
  it.each([
    [4000, [320, 480, 640, 960, 1280, 1600]],
    [1600, [320, 480, 640, 960, 1280, 1600]],
    [1500, [320, 480, 640, 960, 1280, 1500]],
    [1300, [320, 480, 640, 960, 1280]],
    [800, [320, 480, 640, 800]],
    [320, [320]],
    [120, [120]],
  ])('are never wider than an original of %i pixels, and come close to it', (width, widths) => {
    expect(variantWidths(width)).toEqual(widths);
  });
});

describe('pictureSources', () => {
  it('offers AVIF before WebP, with the URL of each width', () => {
    const [avif, webp] = pictureSources({ variants: '/daily/_pictures/x/', width: 700 }, 'hero');
    expect(avif).toMatchObject({
      type: 'image/avif',
      srcset: '/daily/_pictures/x/320.avif 320w, /daily/_pictures/x/480.avif 480w, /daily/_pictures/x/640.avif 640w',
    });
    expect(webp).toMatchObject({ type: 'image/webp', srcset: expect.stringContaining('/640.webp 640w') });
  });

  it('offers small places no wide variants, but at least one', () => {
    const widest = (width: number, place: 'compact' | 'hero'): string | undefined =>
      pictureSources({ variants: '/_pictures/x/', width }, place)[0]?.srcset.split(' ').at(-1);
    expect(widest(4000, 'compact')).toBe('480w');
    expect(widest(4000, 'hero')).toBe('1600w');
    expect(widest(50, 'compact')).toBe('50w');
  });

  it('offers WebP in a third of the widths, the widest of small pictures among them', () => {
    const webp = (width: number): number[] => formatWidths('webp', variantWidths(width));
    expect([50, 400, 800, 1280, 1500, 4000].map(webp)).toEqual([
      [50],
      [320, 400],
      [320, 640, 800],
      [320, 640, 1280],
      [320, 640, 1280],
      [320, 640, 1280],
    ]);
    for (const width of [50, 400, 800, 1280, 1500, 4000])
      expect(formatWidths('avif', variantWidths(width))).toEqual(variantWidths(width));
  });

  it('offers nothing for a picture without variants', () => {
    expect(pictureSources({ width: 700 }, 'hero')).toEqual([]);
  });
});

describe('toneOf', () => {
  const pixel = (tone: string): number[] => [1, 3, 5].map((at) => Number.parseInt(tone.slice(at, at + 2), 16));

  it('returns the most common tone, not the mean', () => {
    const [sky, roof] = [pixel('#5a94c0'), pixel('#c4736b')];
    expect(tones[Number(toneOf(Uint8Array.from([...sky, ...roof, ...sky, ...roof, ...sky])).slice(5))]).toBe('#518fc2');
  });

  it.each(tones)('returns %s for itself', (tone) => {
    expect(toneOf(Uint8Array.from(pixel(tone)))).toBe(`tone-${tones.indexOf(tone)}`);
  });

  it('has a class in the style sheet for each tone', () => {
    const css = readFileSync(join(repository, 'src/styles/pictures.css'), 'utf8');
    const classes = [...css.matchAll(/\.(tone-\d+) \{\s*background: (#\w+);/g)].map(([, name, colour]) => [
      name,
      colour,
    ]);
    expect(classes).toEqual(tones.map((tone, index) => [`tone-${index}`, tone]));
  });
});

describe('the type of a picture', () => {
  it.each([
    ['jpeg', '\xFF\xD8\xFF\xE0\0\x10JFIF', false],
    ['png', '\x89PNG\r\n\x1A\n\0\0\0\x0DIHDR\0\0\0\x01IDAT acTL', false],
    ['png', '\x89PNG\r\n\x1A\n\0\0\0\x0DIHDR\0\0\0\x01\0\0\0\x08acTL\0IDAT', true],
    ['gif', 'GIF89a\x01\0\x01\0', true],
    ['webp', 'RIFF\n\0\0\0WEBPVP8 \0\0\0\0', false],
    ['webp', 'RIFF\n\0\0\0WEBPVP8X\x0A\0\0\0\x10\0\0\0', false],
    ['webp', 'RIFF\n\0\0\0WEBPVP8X\x0A\0\0\0\x02\0\0\0', true],
    ['avif', '\0\0\0\x1CftypavifmifAmif1miafavif', false],
    ['avif', '\0\0\0\x1CftypmifAmif1miafavif', false],
    ['avif', '\0\0\0\x1Cftypavis\0\0\0\0avifmif1', true],
    ['svg', '<?xml version="1.0"?><!-- Inkscape --><svg viewBox="0 0 1 1">', false],
  ] as const)('is detected from its bytes: %s %#', (type, text, moves) => {
    const bytes = bytesOf(text);
    expect(pictureTypeOf(bytes)).toBe(type);
    expect(isAnimated(bytes, type)).toBe(moves);
  });

  it.each(['', 'BM6\0\0\0', 'II*\0', '\0\0\0\x18ftypheic\0\0\0\0mif1heic', '<html><p>svg</p></html>', '%PDF-1.7'])(
    'is undefined for %j',
    (text) => expect(pictureTypeOf(bytesOf(text))).toBeUndefined(),
  );
});

it('feeds show only the original of a picture', () => {
  const sources = '<source type="image/avif" srcset="/_pictures/x/320.avif 320w" sizes="37rem">';
  const image = '<img src="/files/a.jpg" alt="شهر" width="4" height="3" class="tone-1">';
  expect(standAloneHtml(createUrls('https://example.org'), '/news/x/', `<picture>${sources}${image}</picture>`)).toBe(
    '<img src="https://example.org/files/a.jpg" alt="شهر" width="4" height="3">',
  );
});

it('what stays of a picture is a class, after the one of its colour', () => {
  expect(pictureClass({ tone: 'tone-3', focus: 'top left' })).toBe('tone-3 focus-top-left');
  expect(pictureClass({ tone: 'tone-3' })).toBe('tone-3');
  expect(pictureClass({})).toBeUndefined();
  const css = readFileSync(join(repository, 'src/styles/pictures.css'), 'utf8');
  const side = (focus: string, [first, last]: readonly [string, string]): string =>
    focus.includes(first) ? '0' : focus.includes(last) ? '100%' : '50%';
  for (const focus of pictureFocuses) {
    const place = `${side(focus, ['left', 'right'])} ${side(focus, ['top', 'bottom'])}`;
    expect(css).toContain(`.${pictureClass({ focus })} {\n  object-position: ${place};`);
  }
});
