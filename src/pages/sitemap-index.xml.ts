import type { APIRoute } from 'astro';
import { writeSitemapIndex } from '../core/feeds/sitemap.ts';
import { routes, site } from '../site.ts';

export const GET: APIRoute = () =>
  new Response(
    writeSitemapIndex(
      site,
      routes.sitemap.map(({ props }) => props.entries),
    ),
    {
      headers: { 'Content-Type': 'application/xml; charset=utf-8' },
    },
  );
