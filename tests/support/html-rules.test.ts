import { describe, expect, it } from 'vitest';
import { checkPage } from './finding.ts';
import { htmlRules } from './html-rules.ts';
import { parsePage } from './html.ts';

const goodBody = `
  <h1 data-part="headline">دوچرخه‌سواری در ۱۲ شهر رایگان شد</h1>
  <p data-part="date"><time datetime="2025-10-16T10:30:00+03:30">پنجشنبه ۲۴ مهر ۱۴۰۴، ساعت ۱۰:۳۰</time></p>
  <p data-part="byline"><a href="/authors/x/"><bdi>رؤیا کیانی</bdi></a></p>
  <div data-part="body">
    <p>به گفته او «مسیرهای تازه، ۲٫۵ کیلومتر است» و ۱٬۲۳۴ نفر (۱۲٪) آمدند؛ چرا؟ نسخهٔ <bdi>Windows 11</bdi> را ببینید.</p>
    <p>نشانی <a href="mailto:a@example.org" dir="ltr">a@example.org</a> و تلفن <span dir="ltr">021 8888 0000</span>؛ <code dir="ltr">a[0] "x"</code>‌ها.</p>
    <blockquote lang="ar"><p>كتابٌ يُقرأُ، ٢٠ مرّةً</p></blockquote>
    <p>سه سال پیش، در ۲۴ مهر ۱۴۰۱، این‌گونه نبود…</p>
    <p>زیباست، اما همه «ی»های آن یکی است و نامش «پل»ست.</p>
    <p>امتیاز ۳ بر ۲ شد. نتیجهٔ <a href="/x/">بازی</a>، «خوب» بود!</p>
  </div>
  <nav data-part="pager"><a href="/latest/page/2/">→ قبلی</a> <a href="/latest/">بعدی ←</a></nav>
  <input type="search" dir="auto" aria-label="جستجو"><input type="email" dir="ltr" aria-label="رایانامه">`;

const pageOf = (body: string, { html = '<html lang="fa" dir="rtl">', head = '' } = {}): string =>
  `<!doctype html>${html}<head><meta charset="utf-8"><title>روزنگار</title>` +
  `<meta property="og:locale" content="fa_IR">${head}</head><body><main>${body}</main></body></html>`;

const findingsOf = (html: string, path = 'news/x/index.html'): string[] =>
  checkPage(parsePage(path, html), htmlRules).map(({ rule }) => rule);

// At least one planted violation per rule.
const violations: Readonly<Record<string, string[]>> = {
  language: [
    pageOf('', { html: '<html lang="en" dir="rtl">' }),
    pageOf('', { html: '<html lang="fa">' }),
    pageOf('').replace('fa_IR', 'fa'),
    pageOf('').replace('<meta property="og:locale" content="fa_IR">', ''),
  ],
  characters: [
    `\uFEFF${pageOf('')}`,
    pageOf('<p>خبر\uFFFD</p>'),
    pageOf('<p>ا\u0653ب</p>'),
    pageOf('').replace('<meta charset="utf-8">', ''),
  ],
  'bidi-marks': ['\u202A', '\u202B', '\u202C', '\u202D', '\u202E', '&#x202B;'].map((mark) =>
    pageOf(`<p>خبر${mark}</p>`),
  ),
  'structured-data': [
    pageOf('<script type="application/ld+json">{"datePublished": "۱۴۰۴/۰۷/۲۴"}</script>'),
    pageOf('<script type="application/ld+json">{"datePublished": "2025-13-16"}</script>'),
    pageOf('<script type="application/ld+json">{"url": "/news/خبر/"}</script>'),
    pageOf('<script type="application/ld+json">{</script>'),
    pageOf('', { head: '<meta property="article:published_time" content="1404/07/24">' }),
  ],
  dates: [
    '<time datetime="2025-10-16">پنجشنبه ۲۴ مهر ۱۴۰۴</time>',
    '<time datetime="2025-10-16T00:00:00Z">پنجشنبه ۲۴ مهر ۱۴۰۴</time>',
    '<time datetime="2025-10-16T00:00:00+03:30">۱۴۰۴ مهر ۲۴, پنجشنبه</time>',
    '<time datetime="2025-10-17T00:00:00+03:30">پنجشنبه ۲۴ مهر ۱۴۰۴</time>',
    '<time datetime="2025-07-16T00:00:00+04:30">چهارشنبه ۲۵ تیر ۱۴۰۴</time>',
    '<time datetime="2025-10-16T10:30:00+03:30">پنجشنبه ۲۴ مهر ۱۴۰۴، ۱۱:۳۰</time>',
    '<time datetime="2025-09-24T00:00:00+03:30">چهارشنبه ۰۲ مهر ۱۴۰۴</time>',
    '<time>پنجشنبه ۲۴ مهر ۱۴۰۴</time>',
  ].map((time) => pageOf(time)),
  'dates-marked-up': [
    pageOf('<p data-part="date">دیروز صبح</p>'),
    pageOf('<footer><span>پنجشنبه ۲۴ مهر ۱۴۰۴</span></footer>'),
  ],
  'relative-times': [
    pageOf('<time datetime="2025-10-16T00:00:00+03:30">پنجشنبه ۲۴ مهر ۱۴۰۴، ۳ ساعت پیش</time>'),
    pageOf('<span data-part="date">دیروز</span>'),
  ],
  digits: ['شماره ٣', 'شماره 12 را', 'در سال 1404 بود']
    .map((text) => pageOf(`<p>${text}</p>`))
    .concat(pageOf('<img src="a" alt="12 نفر">')),
  separators: ['۱,۲۳۴', '۱،۲۳۴', '۲.۵ متر', '۱۲%', '۱۲ ٪', '٪۱۲', '۱٬۲۳', '۱۲۳۴٬۵۶۷', 'سال ۱٬۴۰۴ بود'].map((text) =>
    pageOf(`<p>${text}</p>`),
  ),
  letters: ['علي', 'كتاب', 'عيسى', 'خـــبر', '\uFEFBله'].map((text) => pageOf(`<p>${text}</p>`)),
  'half-spaces': ['می\u200C\u200Cرود', 'می\u200C رود', 'کتاب‌ها\u200C.', '\u200Cخبر', 'خبر\u200C', '«\u200Cخبر»']
    .map((text) => pageOf(`<p>${text}</p>`))
    .concat(pageOf('<p><b>کتاب\u200C</b> ها</p>')),
  punctuation: [
    'تهران, شیراز',
    'چرا?',
    'تهران ، شیراز',
    'تهران،شیراز',
    'چرا ؟',
    'خبر«مهم» بود',
    '«مهم»بود',
    'رفت .',
    'رفت.آمد',
    '« مهم»',
    '«مهم »',
  ].map((text) => pageOf(`<p>${text}</p>`)),
  guillemets: ['«خبر', 'خبر»', '»خبر«'].map((text) => pageOf(`<p>${text}</p>`)),
  'straight-quotes': ['"خبر"', "گفت: 'آری'", 'واژه "Web" و'].map((text) => pageOf(`<p>${text}</p>`)),
  'cut-texts': ['کتاب\u200C…', 'کتاب، …', 'کتاب،…', 'کتاب\u200C'].map((text) =>
    pageOf('', { head: `<meta name="description" content="${text}">` }),
  ),
  'isolated-code': [pageOf('<p><code>a()</code></p>'), pageOf('<pre><code>a()</code></pre>')],
  'isolated-contacts': [
    'a@example.org',
    'https://example.org/',
    'www.example.org',
    '۰۲۱-۸۸۸۸۰۰۰۰',
    '۰۹۱۲ ۳۴۵ ۶۷۸۹',
    '+982188880000',
  ].map((text) => pageOf(`<p>نشانی ${text} است</p>`)),
  'isolated-names': [
    pageOf('<p data-part="tags"><a href="/tags/x/">تهران</a></p>'),
    pageOf('<p data-part="source"><a href="/x/">Reuters</a></p>'),
  ],
  'isolated-latin': ['شبکه BBC (۲) است', 'نسخه Linux ۲', 'بخش ۲ Linux', 'سامانه (الف) GPS است'].map((text) =>
    pageOf(`<p>${text}</p>`),
  ),
  inputs: [
    '<input type="email">',
    '<input type="url" dir="rtl">',
    '<input type="tel">',
    '<input type="search">',
    '<textarea></textarea>',
  ].map((input) => pageOf(input)),
  'joined-letters': [pageOf('<h1><span>خ</span><span>ب</span><span>ر</span></h1>')],
  arrows: [pageOf('<nav><a href="/">بعدی →</a></nav>'), pageOf('<nav><a href="/">قبلی ←</a></nav>')],
  'sorted-indexes': [pageOf('<ul><li><a href="/tags/b/">بازار</a></li><li><a href="/tags/a/">آب</a></li></ul>')],
};

describe('the rules of Persian pages', () => {
  it('accept a valid page', () => {
    expect(checkPage(parsePage('news/x/index.html', pageOf(goodBody)), htmlRules)).toEqual([]);
  });

  it('have a planted violation each', () => {
    expect(Object.keys(violations).toSorted()).toEqual(htmlRules.map(({ name }) => name).toSorted());
  });

  const cases = Object.entries(violations).flatMap(([rule, pages]) =>
    pages.map((html, index) => ({ rule, html, number: index + 1 })),
  );
  it.each(cases)('find violation $number of «$rule»', ({ rule, html }) => {
    expect(findingsOf(html, 'tags/index.html')).toContain(rule);
  });
});
