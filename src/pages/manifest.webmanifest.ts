import type { APIRoute } from 'astro';
import { writeManifest } from '../core/brand/manifest.ts';
import { site } from '../site.ts';

export const GET: APIRoute = () =>
  new Response(writeManifest(site), { headers: { 'Content-Type': 'application/manifest+json; charset=utf-8' } });
