import type { APIRoute, GetStaticPaths } from 'astro';
import { drawPicture, pictureNames } from './drawings.ts';

/** The drawings of the theme page, in the live preview. */
export const getStaticPaths: GetStaticPaths = () => pictureNames.map((name) => ({ params: { name } }));

/** Serve a drawing. */
export const GET: APIRoute = ({ params }) =>
  new Response(drawPicture(params['name'] ?? ''), { headers: { 'Content-Type': 'image/svg+xml' } });
