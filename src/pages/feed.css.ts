import type { APIRoute } from 'astro';
import { site } from '../site.ts';
import feed from '../styles/feed-view.css?raw';
import tokens from '../styles/tokens.css?raw';

export const GET: APIRoute = () =>
  new Response(`${tokens}\n${feed}`.replaceAll("url('/", `url('${site.urls.base}/`), {
    headers: { 'Content-Type': 'text/css; charset=utf-8' },
  });
