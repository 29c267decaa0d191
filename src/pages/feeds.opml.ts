import type { APIRoute } from 'astro';
import { writeOpml } from '../core/feeds/feed-list.ts';
import { site } from '../site.ts';

export const GET: APIRoute = () =>
  new Response(writeOpml(site), { headers: { 'Content-Type': 'text/x-opml; charset=utf-8' } });
