import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import { articleFile, createMiniSite, type MiniSite } from '../support/mini-site.ts';

describe('the editor of a site', () => {
  let site: MiniSite;
  beforeAll(async () => {
    const url = 'https://khabar.example/paper';
    const admin = { backend: { name: 'gitlab', repo: 'newsroom/paper', appId: 'abc' }, review: true } as const;
    site = await createMiniSite(
      { 'articles/1404/07/pol.md': articleFile({ tags: '[شهر, </script>]' }) },
      { url, admin },
    );
    const { code, output } = await site.build();
    expect(output).not.toContain('problem');
    expect(code).toBe(0);
  });

  it('is a page that loads only its own files, whose names are hashed', () => {
    const page = readFileSync(join(site.out, 'admin/index.html'), 'utf8');
    expect(page).toContain('<html lang="fa" dir="rtl">');
    expect(page).toContain('<meta name="robots" content="noindex, nofollow">');
    const addresses = [...page.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, address]) => address!);
    expect(addresses.length).toBeGreaterThan(2);
    for (const address of addresses.filter((each) => !each.endsWith('favicon.svg'))) {
      expect(address).toMatch(/^\/paper\/admin\/assets\/main-[\w-]{8}\.(?:js|css)$/);
      expect(existsSync(join(site.out, address.slice('/paper/'.length)))).toBe(true);
    }
    expect(page.match(/<script/g)).toHaveLength(2);
  });

  it('has the configuration, and the values that the site has, as data', () => {
    const page = readFileSync(join(site.out, 'admin/index.html'), 'utf8');
    const [, json = ''] = /<script type="application\/json" id="rooznegar-admin">(.*?)<\/script>/.exec(page) ?? [];
    const data = JSON.parse(json) as {
      editor: object;
      known: { tags: string[] };
      token?: string;
      dictionary: string;
      styles: string[];
    };
    expect(data.editor).toMatchObject({
      publish_mode: 'editorial_workflow',
      backend: { name: 'gitlab', repo: 'newsroom/paper', auth_type: 'pkce', app_id: 'abc' },
    });
    expect(data.known.tags).toContain('</script>');
    expect(data.token).toBeUndefined();
    for (const address of [data.dictionary, ...data.styles])
      expect(existsSync(join(site.out, address.slice('/paper/'.length)))).toBe(true);
  });

  it('is in no sitemap, and no page links to it', () => {
    for (const file of ['sitemap-index.xml', 'index.html', 'news/pol/index.html'])
      expect(readFileSync(join(site.out, file), 'utf8')).not.toContain('/admin/');
  });

  it('is not a byte of a site without the setting', () => {
    expect(existsSync(join(inject('sampleSite'), 'admin'))).toBe(false);
    expect(readFileSync(join(inject('sampleSite'), '_headers'), 'utf8')).not.toContain('admin');
  });
});
