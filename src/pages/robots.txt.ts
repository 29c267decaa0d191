import type { APIRoute } from 'astro';
import { writeRobots } from '../core/hosting/robots.ts';
import { site } from '../site.ts';

export const GET: APIRoute = () =>
  new Response(writeRobots(site), { headers: { 'Content-Type': 'text/plain; charset=utf-8' } });
