import { describe, expect, it } from 'vitest';
import {
  isReservedSlug,
  reservedFiles,
  reservedFolders,
  reservedSlugs,
} from '../../../src/core/site/reserved-paths.ts';
import type { PodcastSettings } from '../../../src/core/config/podcast.ts';
import type { SiteConfig } from '../../../src/core/config/site-config.ts';
import { buildSite } from '../../../src/core/site/build-site.ts';
import { makeArticle, makeSite } from '../../support/make-site.ts';
import { termKinds } from '../../../src/core/site/terms.ts';

describe('reserved paths', () => {
  it('hold the addresses of the kinds of terms', () => {
    for (const kind of termKinds) expect(isReservedSlug(kind), kind).toBe(true);
  });

  it('hold folders without a page, by their whole name', () => {
    expect(isReservedSlug('files')).toBe(true);
    expect(isReservedSlug('file')).toBe(false);
    expect(isReservedSlug('search/index')).toBe(true);
  });

  it('leave other slugs to pages', () => {
    for (const slug of ['about', 'درباره', '', 'newsletter']) expect(isReservedSlug(slug), slug).toBe(false);
  });

  it('are written as each kind is: slugs, folders and files', () => {
    for (const slug of reservedSlugs) expect(slug).toMatch(/^[a-z0-9]+$/);
    for (const folder of reservedFolders) expect(folder).toMatch(/^\/[\w./-]+\/$/);
    for (const file of reservedFiles) expect(file).toMatch(/^\/[\w.-]*\w$/);
  });
});

describe('feeds that only some sites have', () => {
  const podcast: PodcastSettings = { title: 'x', description: 'x', image: '/x.png', category: 'News', email: 'a@b.ir' };
  const paths = ['/podcast.xml', '/Podcast.xml', '/feeds/comments.xml'];
  const build = (settings: Partial<SiteConfig>) =>
    buildSite({
      config: makeSite([], settings).config,
      articles: [makeArticle({ aliases: paths.map((path) => ({ path, line: 1, column: 1 })) })],
      pages: [],
      files: [],
      now: Date.UTC(2100, 0, 1),
    });
  const refused = (settings: Partial<SiteConfig>): string[] =>
    build(settings).problems.map(({ id, values }) => `${id} ${values['alias']}`);

  it('keep their paths from old addresses where the site has them', () => {
    expect(refused({})).toEqual(['alias-collides /Podcast.xml']);
    expect(refused({ podcast })).toEqual(['alias-reserved /podcast.xml', 'alias-reserved /Podcast.xml']);
    expect(refused({ comments: {} })).toEqual(['alias-collides /Podcast.xml', 'alias-reserved /feeds/comments.xml']);
  });

  it('may be linked from the menu', () => {
    const menu = [{ href: '/podcast.xml', label: 'x' }];
    const warnings = (settings: Partial<SiteConfig>): unknown[] =>
      buildSite({ config: makeSite([], { menu, ...settings }).config, articles: [], pages: [], files: [], now: 0 })
        .warnings;
    expect([warnings({}).length, warnings({ podcast }).length]).toEqual([1, 0]);
  });
});
