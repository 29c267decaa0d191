import type { APIRoute } from 'astro';
import { commentsFeed } from '../../core/feeds/comments-feed.ts';
import { routes, site } from '../../site.ts';

export const getStaticPaths = () => routes.commentFeed;

export const GET: APIRoute = async () =>
  new Response(await commentsFeed(site), { headers: { 'Content-Type': 'application/rss+xml; charset=utf-8' } });
