import type { APIRoute } from 'astro';
import { siteFeed } from '../core/feeds/rss.ts';
import { site } from '../site.ts';

export const GET: APIRoute = async () =>
  new Response(await siteFeed(site), { headers: { 'Content-Type': 'application/rss+xml; charset=utf-8' } });
