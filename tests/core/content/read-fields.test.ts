import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { config } from '../../fixtures/sample/config.ts';
import { parsingConfig } from '../../../src/core/config/site-config.ts';
import { parseFrontMatter } from '../../../src/core/content/front-matter.ts';
import { createFieldReader } from '../../../src/core/content/read-fields.ts';
import { createMarkdownRenderer } from '../../../src/core/markdown/render.ts';
import { createUrls } from '../../../src/core/urls.ts';

const seed = Number(process.env['SEED'] ?? 14050908);
const settings = {
  ...parsingConfig(config),
  sections: [{ slug: 'city', name: 'شهر' }],
  videoHosts: ['www.aparat.com'],
  pictures: { hosts: ['a.ir'] },
};
const context = {
  config: settings,
  render: createMarkdownRenderer({ urls: createUrls('https://example.org') }),
  findImage: (src: string) => (src === 'metro.jpg' ? { src: '/files/metro.jpg', width: 4, height: 3 } : undefined),
  findCaptions: (src: string) =>
    src === 'metro.vtt'
      ? { src: '/files/metro.vtt', bytes: 9 }
      : src === 'srt.vtt'
        ? ('captions-invalid' as const)
        : undefined,
  findFile: (src: string) => (src === 'metro.mp4' ? { src: '/files/metro.mp4', bytes: 9 } : undefined),
};
const readerOf = (yaml = 'title: یک') => {
  const parsed = parseFrontMatter(`---\n${yaml}\n---\n`);
  if ('problem' in parsed) throw new Error(parsed.problem.id);
  return createFieldReader('a.md', parsed.frontMatter, context);
};
const problemsOf = (read: (reader: ReturnType<typeof readerOf>) => unknown, yaml?: string): string[] => {
  const reader = readerOf(yaml);
  expect(read(reader)).toBeUndefined();
  return reader.problems.map(({ id, field }) => `${id} ${field}`);
};

describe('texts', () => {
  it('are normalised, on one line, without controls', () => {
    expect(readerOf().text(' كتاب\u0007\n  علي ')).toBe('کتاب علی');
  });
});

describe('dates', () => {
  it('are classified by their fault', () => {
    expect(readerOf().date(['date'], '1404/07/24')?.iso).toBe('2025-10-16T00:00:00+03:30');
    expect(problemsOf((reader) => reader.date(['date'], 'دیروز'))).toEqual(['date-form date']);
    expect(problemsOf((reader) => reader.date(['date'], '1404/13/01'))).toEqual(['date-impossible date']);
    expect(problemsOf((reader) => reader.date(['date'], '2025-02-30'), 'date: 2025-02-30')).toEqual([
      'date-rolls-over date',
    ]);
  });
});

describe('addresses', () => {
  it('are web addresses without a user name', () => {
    expect(readerOf().url(['source', 'url'], 'https://bank.ir@evil.ir/ب')).toBe('https://evil.ir/%D8%A8');
    for (const url of ['javascript:alert(1)', '/news/', 'ftp://a.ir', 'https://'])
      expect(problemsOf((reader) => reader.url(['source', 'url'], url))).toEqual(['url-invalid source.url']);
  });

  it(`of an alias stay below the site, whatever is written (SEED=${seed})`, () => {
    const piece = fc.constantFrom(
      '/',
      '..',
      '.',
      '%2e',
      'news',
      'خبر',
      '?',
      '#',
      '\\',
      'con',
      '\u0000',
      '\uD800',
      'a b',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 6 }), (pieces) => {
        const [{ path: alias } = { path: undefined }] = readerOf().aliases([`/${pieces.join('')}`]);
        if (alias === undefined) return;
        expect(alias).toMatch(/^\/(?!\/)/);
        expect(alias).not.toMatch(/\/\.{1,2}(?:\/|$)|[?#\\%]|\/\//);
        expect(alias).not.toContain('\u0000');
        expect(new URL(alias, 'https://example.org').host).toBe('example.org');
      }),
      { seed, numRuns: 500 },
    );
  });
});

describe('sections, pictures and videos', () => {
  it('are found by name or slug, or reported as missing', () => {
    expect(readerOf().section('شهر')).toBe('city');
    expect(readerOf().section('city')).toBe('city');
    expect(problemsOf((reader) => reader.section('ورزش'))).toEqual(['section-unknown section']);
    expect(readerOf().picture({ src: 'metro.jpg', alt: 'پل' })).toMatchObject({
      src: '/files/metro.jpg',
      width: 4,
      alt: 'پل',
    });
    expect(problemsOf((reader) => reader.picture({ src: 'x.jpg', alt: 'پل' }))).toEqual(['image-missing image.src']);
  });

  it('from listed hosts use https; others are left out with a warning', () => {
    const reader = readerOf('image: {src: //b.ir/b.jpg, alt: پل}');
    expect(reader.picture({ src: 'http://a.ir/b.jpg', alt: 'پل' })?.src).toBe('https://a.ir/b.jpg');
    expect(reader.warnings).toEqual([]);
    expect(reader.picture({ src: 'http://b.ir/b.jpg', alt: 'پل' })).toBeUndefined();
    expect(reader.video({ title: 'پل', src: 'metro.mp4', poster: 'https://b.ir:8443/b.jpg' })).toMatchObject({
      src: '/files/metro.mp4',
      poster: undefined,
    });
    expect(reader.problems).toEqual([]);
    expect(reader.warnings.map(({ id, field, values }) => [id, field, values['host']])).toEqual([
      ['picture-remote', 'image.src', 'b.ir'],
      ['picture-remote', 'video.poster', 'b.ir:8443'],
    ]);
  });

  it('of videos are a file or a page of a known host, and not both', () => {
    expect(readerOf().video({ title: 'پل', src: 'metro.mp4' })).toMatchObject({ src: '/files/metro.mp4', bytes: 9 });
    expect(readerOf().video({ title: 'پل', url: 'https://www.aparat.com/v/a' })?.url).toBe(
      'https://www.aparat.com/v/a',
    );
    expect(problemsOf((reader) => reader.video({ title: 'پل' }))).toEqual(['field-missing video.src']);
    expect(problemsOf((reader) => reader.video({ title: 'پل', src: 'metro.mp4', url: 'https://a.ir' }))).toEqual([
      'fields-conflict video.url',
    ]);
    const reader = readerOf();
    expect(reader.video({ title: 'پل', url: 'https://a.ir/v' })?.url).toBeUndefined();
    expect(reader.problems.map(({ id }) => id)).toEqual(['video-host-unknown']);
  });

  it('of captions are a WebVTT file of the site, beside a video of its own', () => {
    const film = { title: 'پل', src: 'metro.mp4' };
    expect(readerOf().video({ ...film, captions: 'metro.vtt' })?.captions).toBe('/files/metro.vtt');
    for (const [captions, id] of [
      ['none.vtt', 'media-missing'],
      ['https://a.ir/metro.vtt', 'media-missing'],
      ['srt.vtt', 'captions-invalid'],
    ] as const) {
      const reader = readerOf();
      expect(reader.video({ ...film, captions })?.captions).toBeUndefined();
      expect(reader.problems.map((problem) => [problem.id, problem.field])).toEqual([[id, 'video.captions']]);
    }
    const reader = readerOf();
    expect(
      reader.video({ title: 'پل', url: 'https://www.aparat.com/v/a', captions: 'metro.vtt' })?.captions,
    ).toBeUndefined();
    expect(reader.warnings.map(({ id }) => id)).toEqual(['captions-unused']);
  });
});

describe('pictures', () => {
  it('say what stays of them, in any spelling', () => {
    expect(readerOf().picture({ src: 'metro.jpg', alt: 'شهر', focus: 'چپ و بالا' })).toMatchObject({
      focus: 'top left',
    });
    expect(readerOf().picture({ src: 'metro.jpg', alt: 'شهر' })).not.toHaveProperty('focus');
  });

  it('with an unknown focus are reported, with the nearest', () => {
    const reader = readerOf('image: {src: metro.jpg, alt: شهر, focus: botom}');
    expect(reader.picture({ src: 'metro.jpg', alt: 'شهر', focus: 'botom' })).not.toHaveProperty('focus');
    const [problem] = reader.problems;
    expect(problem).toMatchObject({ id: 'choice', field: 'image.focus' });
    expect(problem!.values).toMatchObject({ example: 'focus: bottom' });
  });
});
