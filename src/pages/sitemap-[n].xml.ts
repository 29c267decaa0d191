import type { APIRoute, GetStaticPaths, InferGetStaticPropsType } from 'astro';
import { sitemapEntries, splitSitemap, writeSitemap } from '../core/sitemap.ts';
import { site } from '../site.ts';

export const getStaticPaths = (() =>
  splitSitemap(sitemapEntries(site)).map((entries, index) => ({
    params: { n: String(index + 1) },
    props: { entries },
  }))) satisfies GetStaticPaths;

export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = ({ props }) =>
  new Response(writeSitemap(props.entries), { headers: { 'Content-Type': 'application/xml; charset=utf-8' } });
