import { expect, it } from 'vitest';
import { readDist, textsOf } from '../../support/dist.ts';
import { checkLinks } from '../../support/links.ts';
import { articleFile, createMiniSite } from '../../support/mini-site.ts';

it('a site below a path of its host has every address below that path', async () => {
  const url = 'https://example.org/papers/rooznegar';
  const site = await createMiniSite(
    {
      'articles/pol.md': articleFile({
        section: 'جامعه',
        authors: '[مریم نادری]',
        aliases: '[/old/pol.html]',
        image: '{src: /images/city.svg, alt: شهر}',
      }),
      'articles/second.md': articleFile(
        { title: 'راه دوم', related: '[pol]' },
        'خبر [پل](/news/pol/) و [همان](pol.md) را ببینید.',
      ),
      'pages/about.md': '---\ntitle: درباره ما\n---\nما از شهر می‌نویسیم. [برچسب‌ها](/tags/)\n',
    },
    { url, footer: [{ label: 'درباره ما', href: '/about/' }] },
  );
  const { code, output } = await site.build();
  expect(code, output).toBe(0);
  expect(checkLinks(site.dist(), url)).toEqual([]);
  expect(site.dist().files).toEqual(
    expect.arrayContaining(['index.html', 'news/pol/index.html', 'old/pol.html', 'about/index.html']),
  );
  const feed = JSON.parse(readDist(site.dist(), 'feed.json').toString()) as { items: { url: string }[] };
  expect(feed.items.map((item) => item.url).toSorted()).toEqual([`${url}/news/pol/`, `${url}/news/second/`]);
  expect(readDist(site.dist(), 'robots.txt').toString()).toContain(`Sitemap: ${url}/sitemap-index.xml`);
  const fragments = textsOf(site.dist()).filter(({ file }) => file.startsWith('search/index/articles/'));
  expect(fragments.length).toBe(2);
});
