import type { APIRoute } from 'astro';
import { writePalette } from '../core/colours/css.ts';
import { sitePalette } from '../core/colours/palette.ts';
import { site } from '../site.ts';
import feed from '../styles/feed-view.css?raw';
import own from '../styles/own.css?raw';
import tokens from '../styles/tokens.css?raw';

const withoutComments = (css: string): string => css.replace(/\/\*.*?\*\//gs, '').trimStart();

export const GET: APIRoute = () =>
  new Response(
    `${writePalette(sitePalette(site.config))}\n${tokens}\n${feed}${withoutComments(own)}`.replaceAll(
      "url('/",
      `url('${site.urls.base}/`,
    ),
    {
      headers: { 'Content-Type': 'text/css; charset=utf-8' },
    },
  );
