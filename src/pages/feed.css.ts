import type { APIRoute } from 'astro';
import { writePalette } from '../core/colours/css.ts';
import { sitePalette } from '../core/colours/palette.ts';
import { site } from '../site.ts';
import { fontAddress } from '../fonts/addresses.ts';
import { fontSheet } from '../core/fonts/sheet.ts';
import feed from '../styles/feed-view.css?raw';
import own from '../styles/own.css?raw';
import tokens from '../styles/tokens.css?raw';

const withoutComments = (css: string): string => css.replace(/\/\*.*?\*\//gs, '').trimStart();

export const GET: APIRoute = () => {
  const { config, urls } = site;
  const fonts = fontSheet(config, (file) => fontAddress(file, urls));
  const colours = writePalette(sitePalette(config));
  const sheets = `${tokens}\n${feed}${withoutComments(own)}`.replaceAll("url('/", `url('${urls.base}/`);
  return new Response(`${fonts}${colours}${sheets}`, { headers: { 'Content-Type': 'text/css; charset=utf-8' } });
};
