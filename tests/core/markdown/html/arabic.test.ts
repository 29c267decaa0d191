import { describe, expect, it } from 'vitest';
import { remarkArabic } from '../../../../src/core/markdown/html/arabic.ts';
import { createMarkdownRenderer } from '../../../../src/core/markdown/render.ts';
import { mendFile } from '../../../../src/core/proofreading/mend.ts';
import { createUrls } from '../../../../src/core/urls.ts';
import { transformMarkdown } from '../../../support/trees.ts';

const mark = (markdown: string): string => transformMarkdown(remarkArabic(), markdown).html;
const render = createMarkdownRenderer({ urls: createUrls('https://rooznegar.example') });
const body = 'پیامبر فرمود: «إنما الأعمال بالنيات». كتاب علي و حرف (ك)\n\nطلب العلم فريضة على كل مسلم';

describe('remarkArabic', () => {
  it.each([
    ['a paragraph', 'الحمد لله رب العالمين', '<p><span lang="ar">الحمد لله رب العالمين</span></p>'],
    [
      'a phrase with markup',
      '**الحمد لله رب العالمين**',
      '<p><strong><span lang="ar">الحمد لله رب العالمين</span></strong></p>',
    ],
    ['nothing inside code', '`الحمد لله رب العالمين`', '<p><code>الحمد لله رب العالمين</code></p>'],
    ['nothing in Persian', 'كتاب علي در بازار', '<p>كتاب علي در بازار</p>'],
  ])('marks %s', (_, markdown, expected) => {
    expect(mark(markdown)).toBe(expected);
  });

  it('keeps the letters on the page', () => {
    expect(render(body).html).toBe(
      '<p>پیامبر فرمود: «<span lang="ar">إنما الأعمال بالنيات</span>». کتاب علی و حرف (<span lang="ar">ك</span>)</p>\n' +
        '<p><span lang="ar">طلب العلم فريضة على كل مسلم</span></p>',
    );
  });

  it('keeps the letters in the file', () => {
    const head = '---\ntitle: خبر\n---\n\n';
    const { text } = mendFile({ path: 'a.md', text: head + body }, { off: [] }, { all: true, frontMatter: false });
    expect(text).toBe(head + body.replace('كتاب علي', 'کتاب علی'));
  });
});
