import type { APIRoute } from 'astro';
import { articles, feedOf, site } from '../newsroom.ts';

export const GET: APIRoute = () => feedOf(site.name, '/', articles);
