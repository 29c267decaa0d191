import type { APIRoute } from 'astro';
import { sitemapEntries, splitSitemap, writeSitemapIndex } from '../core/sitemap.ts';
import { site } from '../site.ts';

export const GET: APIRoute = () =>
  new Response(writeSitemapIndex(site, splitSitemap(sitemapEntries(site))), {
    headers: { 'Content-Type': 'application/xml; charset=utf-8' },
  });
