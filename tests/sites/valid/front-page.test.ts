import { expect, it } from 'vitest';
import { differences, snapshotOf } from '../../support/dist.ts';
import { articleFile, createMiniSite, type MiniSite } from '../../support/mini-site.ts';

const articles = Object.fromEntries(
  Array.from({ length: 24 }, (_, index) => [
    `articles/n${index}.md`,
    articleFile({
      title: `خبر شمارهٔ ${index}`,
      date: `1404/07/24 ${10 + (index % 12)}:${10 + index}`,
      section: 'جامعه',
    }),
  ]),
);
/** Slugs of the stories on the front page, as they are linked by headlines. */
const storiesOn = (site: MiniSite, path = 'index.html'): string[] =>
  [...JSON.stringify(site.page(path).html).matchAll(/href=\\"\/news\/(n\d+)\/\\"(?! tabindex)/g)].map(
    ([, slug]) => slug!,
  );

it('the front page follows front.yml, and little else changes with it', async () => {
  const site = await createMiniSite({ ...articles, 'front.yml': 'lead: n3\ntop: [n5, n4]\n' });
  expect((await site.build()).code).toBe(0);
  expect(storiesOn(site).slice(0, 3)).toEqual(['n3', 'n5', 'n4']);
  const before = snapshotOf(site.out);
  await site.write({ 'front.yml': 'lead: n7\ntop: [n5]\nbreaking: {text: پل بسته شد, slug: n7}\n' });
  expect((await site.build()).code).toBe(0);
  expect(storiesOn(site).slice(0, 3)).toEqual(['n7', 'n7', 'n5']);
  expect(differences(before, snapshotOf(site.out))).toEqual(['index.html']);
});

it('what expires is gone at its moment, and a story that is to come takes its place then', async () => {
  const site = await createMiniSite({
    ...articles,
    'articles/later.md': articleFile({ title: 'خبر فردا', date: '1404/07/26 10:00' }),
    'front.yml': 'lead: {slug: n3, until: 1404/07/25 12:00}\ntop: [later]\n',
  });
  const leadAt = async (now: string): Promise<string | undefined> => {
    expect((await site.build({ now })).code).toBe(0);
    return /card-lead[^]*?href="\/news\/(\w+)\/"/.exec(site.page('index.html').html)?.[1];
  };
  expect(await leadAt('2025-10-17T08:00:00Z')).toBe('n3');
  expect(await leadAt('2025-10-17T08:31:00Z')).not.toBe('n3');
  expect(await leadAt('2025-10-18T08:00:00Z')).toBe('later');
});

it('sections and tags show what editors wrote about them', async () => {
  const site = await createMiniSite({
    ...articles,
    'sections/society.md': '---\ntitle: شهر و مردم\nlead: n2\n---\nخبرهای شهر و محله.\n',
    'tags/شهر.md': '---\n---\nهمه چیز دربارهٔ شهر.\n',
  });
  expect((await site.build()).code).toBe(0);
  expect(site.page('sections/society/index.html').html).toMatch(
    /شهر و مردم[^]*خبرهای شهر و محله\.[^]*card-lead[^]*\/news\/n2\//,
  );
  expect(site.page('tags/شهر/index.html').html).toContain('همه چیز دربارهٔ شهر.');
  await site.write({ 'sections/sociaty.md': '---\n---\nمتن.\n' });
  const { code, output } = await site.build();
  expect([code, output]).toEqual([1, expect.stringContaining('sections/sociaty.md:1:1')]);
});
