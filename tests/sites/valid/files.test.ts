import { beforeAll, describe, expect, it } from 'vitest';
import { config } from '../../fixtures/sample/config.ts';
import { checkLinks } from '../../support/links.ts';
import { articleFile, createMiniSite, type MiniSite } from '../../support/mini-site.ts';
import { findParts, textOf } from '../../support/html.ts';

const pixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

/** 252 bytes: with `.md` the most that a file's name may have. */
const longName = 'ب'.repeat(126);

describe('a content folder as editors and file systems leave it', () => {
  let site: MiniSite;

  beforeAll(async () => {
    site = await createMiniSite({
      'articles/bom.md': `\uFEFF${articleFile({ title: 'پرونده‌ای با نشان آغازین' })}`,
      'articles/crlf.md': articleFile({ title: 'پرونده‌ای از ویندوز' }).replaceAll('\n', '\r\n'),
      'articles/ویژه نامه/سال نو/یک خبر.md': articleFile({
        title: 'خبری در پوشه‌های فاصله‌دار',
        image: '{src: "عکس یک.png", alt: نقطه‌ای سبز}',
      }),
      'articles/ویژه نامه/سال نو/عکس یک.png': pixel,
      'articles/كتاب\u200Cخانة ملي.md': articleFile({ title: 'نام پرونده با حروف عربی' }),
      'articles/LOUD.MD': articleFile({ title: 'پسوند بزرگ' }),
      [`articles/${longName}.md`]: articleFile({
        title: 'نامی که در پوشه‌ها نمی‌گنجد',
        tags: `[${'برچسب '.repeat(60)}]`,
      }),
      'articles/no-tags.md': articleFile({ title: 'خبری بی برچسب', tags: '[]' }),
      'articles/یادداشت.txt': 'این خبر نیست.',
      'articles/unfinished.md~': 'نه این.',
      'articles/.hidden.md': 'و نه این.',
      'articles/.obsidian/x.md': 'و نه این یکی.',
      'articles/Thumbs.db': new Uint8Array([0, 1, 2]),
      'articles/no-end.md': articleFile({ title: 'خبری بی سطر پایانی' }).trimEnd(),
      'pages/about.md': '---\ntitle: درباره ما\n---\nما از شهر می‌نویسیم.\n',
      'README.md': 'این پوشه از آن تحریریه است.',
    });
    const { code, output } = await site.build();
    expect(code, output).toBe(0);
  });

  it('is built with a page for each article and nothing else', () => {
    const pages = site.dist().files.filter((file) => /^news\/.*\.html$/.test(file));
    expect(pages.toSorted()).toEqual(
      ['bom', 'crlf', 'یک-خبر', 'کتاب-خانه-ملی', 'loud', 'no-end', 'no-tags', longName]
        .map((slug) => `news/${slug}/index.html`)
        .toSorted(),
    );
    expect(site.dist().files).toContain('about/index.html');
    expect(site.dist().files.filter((file) => /txt$|\.db$|~$|\.md/i.test(file) && file !== 'robots.txt')).toEqual(
      site.dist().files.filter((file) => /^_astro\/\w+-OFL\.[\w-]+\.txt$/.test(file)),
    );
  });

  it('is read whole, whatever ends its lines', () => {
    for (const slug of ['bom', 'crlf', 'no-end']) {
      const [body] = findParts(site.page(`news/${slug}/index.html`).tree, 'body');
      const text = body ? textOf(body) : '';
      expect(text).toContain('ساختن این پل دو سال به درازا کشید.');
      expect(text).not.toMatch(/[\uFEFF\r]|---/);
    }
  });

  it('has links that lead somewhere, to files beside articles too', () => {
    expect(checkLinks(site.dist(), config.url)).toEqual([]);
    expect(site.page('news/یک-خبر/index.html').html).toMatch(
      /<img[^>]+src="[^"]+%D8%B9%DA%A9%D8%B3%20%DB%8C%DA%A9\.png"[^>]*>/,
    );
  });
});
