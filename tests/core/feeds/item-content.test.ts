import { describe, expect, it } from 'vitest';
import { feedContent } from '../../../src/core/feeds/item-content.ts';
import { type ArticleParts, makeArticle, makeDate, makeSite } from '../../support/make-site.ts';

const source =
  '<p>منبع: <bdi>ایسنا</bdi> | <a href="https://example.org/news/x/">خواندن این خبر در روزنامه آزمون</a></p>';

describe('the content of a feed', () => {
  it('is right-to-left Persian and links back to the article', () => {
    expect(write({ html: '<p>متن</p>' })).toBe(`<div dir="rtl" lang="fa"><p>متن</p>${source}</div>`);
  });

  it('contains all parts of the page in order', () => {
    const content = write({
      kicker: 'روتیتر',
      hasOwnLead: true,
      lead: 'چکیده <b>',
      dateline: 'تهران',
      html: '<p>متن</p>',
      image: { src: '/a.png', alt: 'ابر "سفید"', caption: 'شرح', credit: 'عکاس', width: 4, height: 3 },
      video: { title: 'باران', src: '/v.webm', poster: '/p.jpg' },
      corrections: [{ date: makeDate('1404/07/25'), text: 'عدد درست ۱۱ است & تمام.' }],
      source: { name: 'شهرنما', url: 'https://shahr.example/?a=1&b=2' },
    });
    expect(content.split(/(?<=<\/(?:p|figure|section)>)/)).toEqual([
      '<div dir="rtl" lang="fa"><p>روتیتر</p>',
      '<p><strong>چکیده &#x3C;b></strong></p>',
      '<figure><img src="https://example.org/a.png" alt="ابر &#x22;سفید&#x22;" width="4" height="3">' +
        '<figcaption>شرح — عکاس</figcaption></figure>',
      '<p><bdi>تهران</bdi></p>',
      '<p>متن</p>',
      '<figure><a href="https://example.org/v.webm"><img src="https://example.org/p.jpg" alt="باران"></a>' +
        '<figcaption><a href="https://example.org/v.webm">فیلم: باران</a></figcaption></figure>',
      '<section><h2>اصلاحیه</h2><ul><li><time datetime="2025-10-17T00:00:00+03:30">جمعه ۲۵ مهر ۱۴۰۴</time>: ' +
        'عدد درست ۱۱ است &#x26; تمام.</li></ul></section>',
      '<p>منبع: <a href="https://shahr.example/?a=1&#x26;b=2"><bdi>شهرنما</bdi></a> | ' +
        '<a href="https://example.org/news/x/">خواندن این خبر در روزنامه آزمون</a></p>',
      '</div>',
    ]);
  });

  it('contains a picture of a gallery once', () => {
    const html =
      '<figure class="gallery"><ul><li><figure><img src="/a.png"></figure></li><li><figure><img src="/b.png"></figure></li></ul></figure>';
    const content = write({ html, image: { src: '/a.png', alt: 'ابر', caption: 'شرح' } });
    expect(content.match(/a\.png/g)).toHaveLength(1);
    expect(content).toContain('<figcaption>شرح</figcaption>');
  });

  it.each([
    ['a path', '<a href="/news/شهر/">شهر</a>', '<a href="https://example.org/news/%D8%B4%D9%87%D8%B1/">شهر</a>'],
    ['a neighbour', '<a href="../y/">ی</a>', '<a href="https://example.org/news/y/">ی</a>'],
    ['a footnote', '<a href="#fn-1">۱</a>', '<a href="https://example.org/news/x/#fn-1">۱</a>'],
    [
      'another site',
      '<a href="http://b.example/الف?q=ب">ب</a>',
      '<a href="http://b.example/%D8%A7%D9%84%D9%81?q=%D8%A8">ب</a>',
    ],
    ['an encoded path', '<a href="/a%20b">ب</a>', '<a href="https://example.org/a%20b">ب</a>'],
    ['a mailbox', '<a href="mailto:a@b.example">ب</a>', '<a href="mailto:a@b.example">ب</a>'],
    ['no address', '<a href="http://[">ب</a>', '<a>ب</a>'],
    [
      'a picture',
      '<img src="/a.jpg" alt="الف" loading="lazy" srcset="/b.jpg 2x">',
      '<img src="https://example.org/a.jpg" alt="الف">',
    ],
  ])('makes addresses absolute: %s', (_, html, expected) => {
    expect(write({ html })).toContain(`>${expected}<p>منبع`);
  });

  it('omits what serves only our own pages', () => {
    const html =
      '<h2 id="a" tabindex="-1" class="x">سر<a class="anchor" href="#a" aria-label="پیوند">#</a></h2>' +
      '<p data-x="1" dir="ltr"><bdi lang="en">Go</bdi></p>';
    expect(write({ html })).toContain('<h2>سر</h2><p dir="ltr"><bdi lang="en">Go</bdi></p>');
  });

  it('keeps tables and lists intact', () => {
    const html =
      '<ol start="3"><li>الف</li></ol><table><tbody><tr><td align="right" colspan="2">۱</td></tr></tbody></table>';
    expect(write({ html })).toContain(html);
  });

  it('does not take text for tags', () => {
    const html = '<p>a &#x3C;img src="/x"> b</p>';
    expect(write({ html })).toContain(html);
  });

  it('links to a video of a host', () => {
    const content = write({ video: { title: 'گل <اول>', url: 'https://www.aparat.com/v/x?a=1&b=2' } });
    expect(content).toContain('<p><a href="https://www.aparat.com/v/x?a=1&#x26;b=2">فیلم: گل &#x3C;اول></a></p>');
  });

  it('depends on the site, not on the article alone', () => {
    const article = makeArticle({ slug: 'x' });
    const [one, other] = ['https://one.example', 'https://other.example'].map((url) => makeSite([article], { url }));
    expect(feedContent(one!, one!.articles[0]!)).toContain('https://one.example/news/x/');
    expect(feedContent(other!, one!.articles[0]!)).toContain('https://other.example/news/x/');
  });
});

function write(fields: ArticleParts): string {
  const site = makeSite([makeArticle({ slug: 'x', ...fields })]);
  return feedContent(site, site.articles[0]!);
}
