import type { APIRoute } from 'astro';
import { writeOpenSearch } from '../core/feeds/opensearch.ts';
import { site } from '../site.ts';

export const GET: APIRoute = () =>
  new Response(writeOpenSearch(site), {
    headers: { 'Content-Type': 'application/opensearchdescription+xml; charset=utf-8' },
  });
