import type { APIRoute } from 'astro';
import { jsonFeed } from '../core/feeds/json-feed.ts';
import { site } from '../site.ts';

export const GET: APIRoute = () =>
  new Response(jsonFeed(site), { headers: { 'Content-Type': 'application/feed+json; charset=utf-8' } });
