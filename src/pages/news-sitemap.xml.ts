import type { APIRoute } from 'astro';
import { writeNewsSitemap } from '../core/feeds/news-sitemap.ts';
import { site } from '../site.ts';

export const GET: APIRoute = () =>
  new Response(writeNewsSitemap(site), { headers: { 'Content-Type': 'application/xml; charset=utf-8' } });
