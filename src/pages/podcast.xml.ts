import type { APIRoute } from 'astro';
import { podcastFeed } from '../core/feeds/podcast.ts';
import { site } from '../site.ts';

export const GET: APIRoute = async () =>
  new Response(await podcastFeed(site), { headers: { 'Content-Type': 'application/rss+xml; charset=utf-8' } });
