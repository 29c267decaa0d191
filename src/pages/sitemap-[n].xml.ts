import type { APIRoute } from 'astro';
import { type SitemapEntry, writeSitemap } from '../core/feeds/sitemap.ts';
import { routes } from '../site.ts';

export const getStaticPaths = () => routes.sitemap;

export const GET: APIRoute<{ entries: readonly SitemapEntry[] }> = ({ props }) =>
  new Response(writeSitemap(props.entries), { headers: { 'Content-Type': 'application/xml; charset=utf-8' } });
