import { describe, expect, it } from 'vitest';
import { textsOf } from '../../support/dist.ts';
import { articleFile, createMiniSite, type MiniSite } from '../../support/mini-site.ts';

const [embargoed, draft] = ['kabootarq', 'shabparehq'];
const before = '2026-11-22T11:59:59+03:30';
const after = '2026-11-22T12:00:00+03:30';

/** An article that says one word wherever an article can say a word. */
function articleOf(word: string, fields: Readonly<Record<string, string>>): string {
  const named = {
    title: `خبر ${word}`,
    kicker: `روتیتر ${word}`,
    lead: `چکیده ${word}`,
    dateline: word,
    tags: `[${word}, شهر]`,
    source: `{name: منبع ${word}, url: "https://${word}.example/"}`,
    authors: `[${word}]`,
    image: `{src: ${word}.svg, alt: تصویر ${word}, caption: ${word}, credit: ${word}}`,
    video: `{url: "https://www.aparat.com/v/${word}", title: فیلم ${word}}`,
    aliases: `[/old-${word}/]`,
    corrections: `[{date: 1404/07/25, text: درست ${word}}]`,
    picked: 'true',
  };
  return articleFile({ ...named, ...fields }, `متن ${word} با ![عکس ${word}](${word}-body.svg "شرح ${word}").`);
}

function picturesOf(word: string): Record<string, string> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="16" height="9"><!-- ${word} --></svg>`;
  return { [`articles/${word}.svg`]: svg, [`articles/${word}-body.svg`]: svg };
}

describe('a word that only a draft or an embargoed article says', () => {
  it('is in no byte of the site, and comes and goes with its article', async () => {
    const site = await createMiniSite({
      'articles/open.md': articleFile({ tags: '[شهر]', related: `[${embargoed}, ${draft}]` }),
      [`articles/${embargoed}.md`]: articleOf(embargoed, { date: '"1405/09/01 12:00"' }),
      [`articles/${draft}.md`]: articleOf(draft, { draft: 'true' }),
      ...picturesOf(embargoed),
      ...picturesOf(draft),
    });
    await build(site, before);
    expect(tellers(site)).toEqual([]);

    await site.write({
      'articles/open.md': articleFile({ title: 'تیتری دیگر', tags: '[شهر]', related: `[${embargoed}]` }),
    });
    await build(site, before);
    expect(tellers(site), 'incremental').toEqual([]);

    await build(site, after);
    const told = tellers(site);
    expect(told).toEqual(
      expect.arrayContaining([
        `news/${embargoed}/index.html`,
        `tags/${embargoed}/index.html`,
        `authors/${embargoed}/rss.xml`,
        `old-${embargoed}/index.html`,
        `files/${embargoed}.svg`,
        'index.html',
        'news-sitemap.xml',
        'news/open/index.html',
        'rss.xml',
        'sitemap-1.xml',
      ]),
    );
    expect(told.some((file) => file.startsWith('search/index/'))).toBe(true);
    expect(told.filter((file) => file.includes(draft))).toEqual([]);

    await site.write({
      [`articles/${embargoed}.md`]: articleOf(embargoed, { date: '"1405/09/01 12:00"', draft: 'true' }),
    });
    await build(site, after);
    // The list of what changed names what went, which was public.
    expect(
      tellers(site).filter((file) => file !== '.changes.json'),
      'withdrawn',
    ).toEqual([]);
  });
});

async function build(site: MiniSite, now: string): Promise<void> {
  const { code, output } = await site.build({ now });
  expect(code, output).toBe(0);
}

/** The files that tell of it, by their names or bytes. */
function tellers(site: MiniSite): string[] {
  const word = new RegExp(`${embargoed}|${draft}`, 'i');
  return textsOf(site.dist())
    .filter(({ file, text }) => word.test(file) || word.test(text))
    .map(({ file }) => file);
}
