import { describe, expect, it } from 'vitest';
import { findAll, findParts, attributeOf, textOf } from '../../support/html.ts';
import { articleFile, createMiniSite } from '../../support/mini-site.ts';

describe('tags', () => {
  it('that differ in letters, half-spaces and spaces are one tag', async () => {
    const spellings = ['حمل\u200Cونقل', 'حمل ونقل', 'حمل‌و نقل', 'محيط زيست', 'محیط‌زیست', 'محیط زیست '];
    const files = spellings.map((tag, index) => [
      `articles/a${index}.md`,
      articleFile({ title: `خبر شماره ${index + 1}`, date: `1404/07/0${index + 1}`, tags: `["${tag}"]` }),
    ]);
    const site = await createMiniSite(Object.fromEntries(files) as Record<string, string>);
    const { code, output } = await site.build();
    expect(code, output).toBe(0);
    const pages = site.dist().files.filter((file) => /^tags\/[^/]+\/index\.html$/.test(file));
    expect(pages).toHaveLength(2);
    for (const page of pages) {
      const links = findAll(findAll(site.page(page).tree, 'main')[0]!, 'a').flatMap(
        (link) => attributeOf(link, 'href') ?? [],
      );
      expect(new Set(links.filter((href) => /^\/news\/a\d\/$/.test(href))).size).toBe(3);
    }
    const labels = spellings.map((_, index) =>
      textOf(findParts(site.page(`news/a${index}/index.html`).tree, 'tags')[0]!).replace(/برچسب‌ها|\s+/g, ''),
    );
    expect(new Set(labels).size).toBe(2);
  });

  it('keep their address when newer articles spell them in another way', async () => {
    const site = await createMiniSite({ 'articles/a.md': articleFile({ date: '1404/07/01', tags: '["حمل‌ونقل"]' }) });
    await site.build();
    const before = site.dist().files.filter((file) => file.startsWith('tags/'));
    await site.write({
      'articles/b.md': articleFile({ date: '1404/07/02', tags: '["حمل و نقل"]' }),
      'articles/c.md': articleFile({ date: '1404/07/03', tags: '["حمل و نقل"]' }),
    });
    const { code, output } = await site.build();
    expect(code, output).toBe(0);
    expect(site.dist().files.filter((file) => file.startsWith('tags/'))).toEqual(before);
  });

  it('with signs, Latin letters and digits have pages of their own', async () => {
    const tags = ['C++', 'C#', 'C', '۱۴۰۴', 'بند الف/ب', '؟!', 'آ', 'ا'];
    const site = await createMiniSite({ 'articles/a.md': articleFile({ tags: JSON.stringify(tags) }) });
    const { code, output } = await site.build();
    expect(code, output).toBe(0);
    const pages = site.dist().files.filter((file) => /^tags\/[^/]+\/index\.html$/.test(file));
    expect(pages).toHaveLength(tags.length);
    const links = findAll(findParts(site.page('news/a/index.html').tree, 'tags')[0]!, 'a').map(
      (link) => attributeOf(link, 'href') ?? '',
    );
    expect(links.map((href) => `${decodeURIComponent(href).slice(1)}index.html`).toSorted()).toEqual(pages.toSorted());
  });
});
