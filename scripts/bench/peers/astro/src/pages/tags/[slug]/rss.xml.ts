import type { APIRoute } from 'astro';
import { feedOf, terms } from '../../../newsroom.ts';

export function getStaticPaths() {
  return [...terms.values()].map((term) => ({ params: { slug: term.slug }, props: { term } }));
}

export const GET: APIRoute = ({ props: { term } }) => feedOf(term.label, term.path, term.articles);
