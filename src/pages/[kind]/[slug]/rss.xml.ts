import type { APIRoute, GetStaticPaths, InferGetStaticPropsType } from 'astro';
import { termFeed } from '../../../core/feed.ts';
import { site } from '../../../site.ts';

export const getStaticPaths = (() =>
  Object.values(site.terms)
    .flat()
    .map((term) => ({ params: { kind: term.kind, slug: term.slug }, props: { term } }))) satisfies GetStaticPaths;

export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = async ({ props }) =>
  new Response(await termFeed(site, props.term), { headers: { 'Content-Type': 'application/rss+xml; charset=utf-8' } });
