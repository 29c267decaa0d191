import { beforeAll, describe, expect, it } from 'vitest';
import { config } from '../../fixtures/sample/config.ts';
import { readDist } from '../../support/dist.ts';
import { checkPage, formatFindings } from '../../support/finding.ts';
import { htmlRules } from '../../support/html-rules.ts';
import { attributeOf, attributesOf, elementsOf, findAll, findParts, textOf, type Page } from '../../support/html.ts';
import { checkLinks } from '../../support/links.ts';
import { articleFile, createMiniSite, type MiniSite } from '../../support/mini-site.ts';

const everything = articleFile(
  {
    title: 'باغ کتاب در ساحل باز شد',
    kicker: 'گزارش روزنگار',
    date: '"۱۴۰۴/۰۷/۲۴ ۱۰:۳۰"',
    updated: '1404/07/25',
    lead: 'باغ تازه صبح پنجشنبه درهایش را به روی خوانندگان گشود.',
    dateline: 'خبرگزاری کاوش',
    section: 'فرهنگ و هنر',
    authors: '[مریم نادری, Sara Ahmadi]',
    source: '{name: خبرگزاری کاوش, url: "https://kavosh.example/"}',
    tags: '[کتاب, حمل‌ونقل, Linux]',
    image: '{src: /images/city.svg, alt: ساحل, caption: نمای ساحل, credit: رضا کیانی}',
    video: '{url: "https://www.aparat.com/v/abc", title: گشت در باغ}',
    corrections: '[{date: 1404/07/25, text: شمار کتاب‌ها درست شد.}]',
    related: '[pinned]',
    aliases: '[/old/باغ.html, /2019/10/garden/]',
  },
  'باغ کتاب با ۱۲ هزار کتاب باز شد.\n\n## قفسه‌ها\n\nنگاه کنید به [پل](pinned.md).',
);

const hostile = articleFile(
  {
    title: `'</title><script>alert("تیتر")</script> & <b>پررنگ</b>'`,
    tags: `['"><img src=x onerror=alert(1)>', "..", "a/b?c#d%41"]`,
    source: `'<svg onload=alert(2)>'`,
    authors: `['{{7*7}} \${7*7}']`,
    lead: `'کوتاه </script><script>alert(3)</script>'`,
    image: `{src: "https://images.example/a.png?x=1&y=<b>", alt: '" onload="alert(4)'}`,
  },
  [
    '<script>alert(5)</script><img src="/images/city.svg" onerror=alert(6)><iframe src="https://evil.example"></iframe>',
    '[پیوند](javascript:alert(7)) [داده](data:text/html,x) ![تصویر](javascript:alert(8)) <javascript:alert(9)>',
    '<a href="https://evil.example" onclick="alert(10)" style="position:fixed">کلیک</a>',
    '[نام](https://example.org "\\" onmouseover=\\"alert(11)")',
    '`</code><script>alert(12)</script>`',
    'متن پایانی\u202E برعکس\u0007.',
  ].join('\n\n'),
);

describe('a site with an article that has everything, and one that is hostile', () => {
  let site: MiniSite;
  let page: Page;

  beforeAll(async () => {
    site = await createMiniSite(
      {
        'articles/garden.md': everything,
        'articles/pinned.md': articleFile({ title: 'پل پیشین', date: '1403/01/01' }),
        'articles/pick.md': articleFile({ title: 'برگزیده پیشین', date: '1403/02/01', picked: 'true' }),
        'articles/hostile.md': hostile,
      },
      // With one related article, which is pinned, the pick is not related as well.
      { pictures: { hosts: ['images.example'] }, sizes: { ...config.sizes, related: 1 } },
    );
    const { code, output } = await site.build();
    expect(code, output).toBe(0);
    page = site.page('news/garden/index.html');
  });

  it('shows each part once, by its hook', () => {
    const text = (part: string): string => {
      const found = findParts(page.tree, part);
      expect(found.length, part).toBe(1);
      return textOf(found[0]!).replace(/\s+/g, ' ').trim();
    };
    expect(text('kicker')).toBe('گزارش روزنگار');
    expect(text('headline')).toBe('باغ کتاب در ساحل باز شد');
    expect(text('lead')).toBe('باغ تازه صبح پنجشنبه درهایش را به روی خوانندگان گشود.');
    expect(text('byline')).toMatch(/مریم نادری.*Sara Ahmadi/);
    expect(text('dateline')).toContain('خبرگزاری کاوش');
    expect(text('date')).toMatch(/^پنجشنبه ۲۴ مهر ۱۴۰۴.*۱۰:۳۰/);
    expect(text('source')).toMatch(/منبع.*خبرگزاری کاوش/);
    expect(text('body')).toContain('قفسه‌ها');
    expect(text('video')).toContain('گشت در باغ');
    expect(text('tags')).toMatch(/کتاب.*حمل‌ونقل.*Linux/);
    expect(text('related')).toMatch(/پل پیشین/);
    expect(text('picks')).toContain('برگزیده پیشین');
    expect(text('latest')).toContain('آخرین اخبار');
    expect(text('corrections')).toMatch(/شنبه.*۲۵ مهر ۱۴۰۴|جمعه ۲۵ مهر ۱۴۰۴/);
    expect(text('corrections')).toContain('شمار کتاب‌ها درست شد.');
  });

  it('puts the editor’s pins first and leads to «آخرین اخبار» without a script', () => {
    const linksIn = (part: string): string[] =>
      findParts(page.tree, part)
        .flatMap((found) => findAll(found, 'a'))
        .flatMap((link) => attributeOf(link, 'href') ?? []);
    expect(linksIn('related')[0]).toBe('/news/pinned/');
    expect(linksIn('latest')).toContain('/latest/');
    expect(linksIn('tags')).toEqual([
      '/tags/%DA%A9%D8%AA%D8%A7%D8%A8/',
      '/tags/%D8%AD%D9%85%D9%84-%D9%88%D9%86%D9%82%D9%84/',
      '/tags/linux/',
    ]);
  });

  it('marks a video in headlines', () => {
    expect(textOf(findAll(site.page('tags/کتاب/index.html').tree, 'main')[0]!)).toMatch(
      /باغ کتاب در ساحل باز شد\s*\+\s*فیلم/,
    );
  });

  it('leads from old addresses to the article', () => {
    for (const file of ['old/باغ.html', '2019/10/garden/index.html']) {
      const html = readDist(site.dist(), file).toString();
      expect(html).toMatch(/http-equiv="refresh" content="0; ?url=\/news\/garden\/"/);
      expect(html).toContain(`<link rel="canonical" href="${config.url}/news/garden/"`);
    }
  });

  it('keeps to the rules and has whole links on every page, with hostile text too', () => {
    const pages = [
      'news/garden/index.html',
      'news/pinned/index.html',
      'news/pick/index.html',
      'index.html',
      'tags/index.html',
      'latest/index.html',
    ];
    // What the hostile headline does to punctuation is its own affair.
    const ours = htmlRules.filter(({ name }) => !/^(?:punctuation|straight-quotes|isolated-latin)$/.test(name));
    expect(formatFindings(pages.flatMap((path) => checkPage(site.page(path), ours)))).toEqual([]);
    expect(checkLinks(site.dist(), config.url)).toEqual([]);
  });

  it('runs nothing that a hostile article holds, and shows its text as text', () => {
    for (const file of site.dist().files.filter((name) => name.endsWith('.html'))) {
      const { tree } = site.page(file);
      const elements = elementsOf(tree).map(({ element }) => element);
      expect(
        elements
          .flatMap(attributesOf)
          .filter(([name, value]) => name.startsWith('on') || /^\s*(?:javascript|data|vbscript):/i.test(value)),
        file,
      ).toEqual([]);
      const scripts = findAll(tree, 'script').map((script) => attributeOf(script, 'src') ?? textOf(script));
      expect(
        scripts.filter((script) => /alert\(\d/.test(script) && !/^\s*\{/.test(script)),
        file,
      ).toEqual([]);
      expect(
        elements.filter(({ tagName }) => /^(?:iframe|object|embed|base)$/.test(tagName)),
        file,
      ).toEqual([]);
    }
    const { tree } = site.page('news/hostile/index.html');
    expect(textOf(findParts(tree, 'headline')[0]!)).toContain('<script>alert(');
    expect(textOf(findAll(tree, 'title')[0]!)).toContain('</title><script>');
    expect(textOf(findParts(tree, 'body')[0]!)).toContain('</code><script>alert(12)</script>');
    expect(textOf(findParts(tree, 'body')[0]!)).not.toMatch(/\u202E|\p{Cc}(?<!\s)/u);
  });
});
