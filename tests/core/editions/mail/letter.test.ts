import { describe, expect, it } from 'vitest';
import { chooseArticles } from '../../../../src/core/editions/mail/choose.ts';
import { type Letter, letterText, writeLetterText, writeSubject } from '../../../../src/core/editions/mail/letter.ts';
import { writeLetterHtml } from '../../../../src/core/editions/mail/letter-html.ts';
import { letterPicture } from '../../../../src/core/editions/mail/letter-picture.ts';
import { type ArticleParts, makeArticle, makeDate, makeSite } from '../../../support/make-site.ts';

const day = makeDate('1405/09/08');
const at = (slug: string, time: string, fields: ArticleParts = {}) =>
  makeArticle({ slug, title: `تیتر ${slug}`, date: makeDate(`1405/09/08 ${time}`), ...fields });
const image = { src: '/paper/files/a.jpg', alt: 'پل "از" دور', width: 1200, height: 800, bytes: 90_000 };

function letter(articles: ReturnType<typeof at>[], more: Partial<Letter> = {}): Letter {
  const site = makeSite(articles, { url: 'https://example.org/paper' });
  return {
    config: site.config,
    urls: site.urls,
    day,
    articles: site.articles,
    page: '/paper/editions/1405/09/08/',
    hasPictures: true,
    ...more,
  };
}
const many = Array.from({ length: 9 }, (_, index) => at(`n${index}`, `10:0${index}`, { image, kicker: 'روتیتر' }));

describe('chooseArticles', () => {
  it('takes the day’s articles in the order of the front page, then picks, then by time', () => {
    const articles = [
      makeArticle({ slug: 'before', date: makeDate('1405/09/07 23:59') }),
      makeArticle({ slug: 'after', date: makeDate('1405/09/09 00:00') }),
      ...Array.from({ length: 20 }, (_, index) => at(`n${String(index).padStart(2, '0')}`, `10:${10 + index}`)),
      at('pick', '01:00', { picked: true }),
    ];
    const front = {
      file: 'front.yml',
      lead: { article: { slug: 'n03', line: 1, column: 1 }, with: [{ slug: 'n01', line: 1, column: 1 }] },
      top: [{ slug: 'before', line: 1, column: 1 }],
    };
    const slugs = chooseArticles(makeSite(articles, {}, { front }), day).map(({ slug }) => slug);
    expect(slugs.slice(0, 2)).toEqual(['n03', 'n01']);
    expect(slugs).toHaveLength(21);
    expect(slugs).not.toContain('before');
    expect(slugs.indexOf('pick')).toBeLessThan(slugs.indexOf('n00'));
  });

  it('takes those of a section', () => {
    const site = makeSite([at('a', '10:00', { section: 'sport' }), at('b', '11:00')], {
      sections: [{ slug: 'sport', name: 'ورزش' }],
    });
    expect(chooseArticles(site, day, 'sport').map(({ slug }) => slug)).toEqual(['a']);
  });
});

describe('letterText', () => {
  it('breaks what programs for newsletters take for commands, and nothing else', () => {
    for (const command of ['{{ .Subscriber.Email }}', '{% if %}', '*|EMAIL|*', '%%x%%', '{{{x}}}']) {
      expect(letterText(command)).not.toMatch(/\{\{|\{%|\*\||%%/);
      expect(letterText(command).replaceAll('\u2060', '')).toBe(command);
    }
    expect(letterText('{a} 5% * |')).toBe('{a} 5% * |');
  });

  it('is one line, without marks that turn it, and isolates what would be misplaced', () => {
    expect(letterText('زبان\n C++ \u202Eو\u2066 کتاب')).toBe('زبان \u2066C++\u2069 و کتاب');
  });
});

describe('writeSubject', () => {
  it('is one short line with newspaper, day and headline', () => {
    expect(writeSubject(letter([at('a', '10:00')]))).toBe('روزنامه آزمون، یکشنبه ۸ آذر ۱۴۰۵: تیتر a');
    const long = writeSubject(letter([at('a', '10:00', { title: 'واژه\r\nBcc: x@example.org '.repeat(50) })]));
    expect(long).not.toMatch(/[\r\n]/);
    expect(long.length).toBeLessThan(120);
    expect(writeSubject(letter([at('a', '10:00')], { title: 'عنوان سردبیر' }))).toMatch(/: عنوان سردبیر$/);
  });
});

describe('writeLetterText', () => {
  it('has headlines, the first leads, and links', () => {
    const text = writeLetterText(letter(many, { unsubscribe: '{{ UnsubscribeURL }}', text: 'سخن سردبیر' }));
    expect(text).toMatch(/^روزنامه آزمون، یکشنبه ۸ آذر ۱۴۰۵\n\nسخن سردبیر\n\nروتیتر\nتیتر n8\nچکیده خبر\.\nhttps:/);
    expect(text.match(/چکیده خبر/g)).toHaveLength(6);
    expect(text).toMatch(/لغو اشتراک: \{\{ UnsubscribeURL \}\}\n$/);
  });
});

describe('writeLetterHtml', () => {
  it('escapes what writers wrote', () => {
    const html = writeLetterHtml(
      letter([at('a', '10:00', { title: '<script>alert(1)</script> & "«»"', lead: '</td><b>{{ .Email }}' })]),
    );
    expect(html).not.toMatch(/<script|<b>|\{\{|javascript:/);
    expect(html).toContain('&#x3C;/td>&#x3C;b>{\u2060{');
  });

  it('has direction twice in every cell, no script, and no style that the light scheme needs', () => {
    const html = writeLetterHtml(letter(many));
    const cells = [...html.matchAll(/<td [^>]*>/g)].map(([cell]) => cell).filter((cell) => !cell.includes('"center"'));
    expect(cells.length).toBeGreaterThan(12);
    for (const part of [/ dir="rtl"/, / align="right"/, /direction:rtl;text-align:right/]) {
      for (const cell of cells) expect(cell).toMatch(part);
    }
    expect(html.match(/<style>/g)).toHaveLength(1);
    expect(html).not.toMatch(/<script|<link|@import|url\(/);
    for (const [, style = ''] of html.matchAll(/<(?:a|h\d)[^>]* style="([^"]*)"/g))
      expect(style).toMatch(/color:|font-size/);
  });

  it('shows pictures by absolute addresses with sizes and words, or none', () => {
    const html = writeLetterHtml(letter(many));
    const pictures = html.match(/<img [^>]*>/g)!;
    expect(pictures).toHaveLength(6);
    expect(pictures[0]).toContain(
      'src="https://example.org/paper/files/a.jpg" alt="پل &#x22;از&#x22; دور" width="552" height="368"',
    );
    expect(writeLetterHtml(letter(many, { hasPictures: false }))).not.toContain('<img');
  });

  it('puts in the reader’s address for leaving as it is given', () => {
    expect(writeLetterHtml(letter(many, { unsubscribe: '{{ UnsubscribeURL }}' }))).toContain(
      'href="{{ UnsubscribeURL }}"',
    );
    expect(writeLetterHtml(letter(many))).not.toContain('لغو اشتراک');
  });
});

describe('letterPicture', () => {
  const shown = (changes: object): unknown =>
    letterPicture(letter(many), { ...letter(many).articles[0]!, image: { ...image, ...changes } }, 96)?.['src'];

  it.each<[string, object, string | undefined]>([
    ['a small JPEG', {}, 'https://example.org/paper/files/a.jpg'],
    [
      'a large one, as WebP',
      { bytes: 2_000_000, variants: '/paper/_pictures/x/' },
      'https://example.org/paper/_pictures/x/640.webp',
    ],
    [
      'an AVIF, as WebP',
      { src: '/paper/files/a.avif', variants: '/paper/_pictures/x/' },
      'https://example.org/paper/_pictures/x/640.webp',
    ],
    [
      'a narrow AVIF',
      { src: '/paper/files/a.avif', width: 400, variants: '/paper/_pictures/x/' },
      'https://example.org/paper/_pictures/x/400.webp',
    ],
    ['a drawing: none', { src: '/paper/files/a.svg' }, undefined],
    ['one of another host', { src: 'https://img.example/a.png', bytes: undefined }, 'https://img.example/a.png'],
  ])('is of %s', (_, changes, expected) => expect(shown(changes)).toBe(expected));
});
