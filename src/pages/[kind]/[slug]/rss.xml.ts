import type { APIRoute } from 'astro';
import { termFeed } from '../../../core/feeds/rss.ts';
import type { Term } from '../../../core/site/site.ts';
import { routes, site } from '../../../site.ts';

export const getStaticPaths = () => routes.feed;

export const GET: APIRoute<{ term: Term }> = async ({ props }) =>
  new Response(await termFeed(site, props.term), { headers: { 'Content-Type': 'application/rss+xml; charset=utf-8' } });
