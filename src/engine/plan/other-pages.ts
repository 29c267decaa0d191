import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fixedComponents, pageComponents } from '../../core/views/plan.ts';
import { siteRoutes } from '../../core/views/routes.ts';
import type { Site } from '../../core/site/site.ts';
import { UsageError } from '../base/errors.ts';
import { projectFolder } from '../base/options.ts';
import type { PageBundle } from '../render/bundle.ts';
import { openRenderer } from '../render/renderer.ts';
import type { PageFile, SiteFile } from '../output/site-file.ts';

/** A page or file of `src/pages` or of an integration whose address does not come from the content. */
export interface OtherPage extends Omit<PageFile, 'key'> {
  isPage: boolean;
  /** Added by the newsroom. */
  isOwn: boolean;
}

const fromContent = new Set(Object.values(pageComponents).map((name) => `src/pages/${name}`));
const fixed = new Set(fixedComponents.map((name) => `src/pages/${name}`));

/**
 * Plan the pages whose addresses do not come from the content.
 *
 * @param plain Leave out those that the newsroom added.
 * @throws whatever `getStaticPaths` of one of them throws, and UsageError if it names an address that can't be a file.
 */
export async function planOtherPages(bundle: PageBundle, site: Site, plain: boolean): Promise<OtherPage[]> {
  const routes = bundle.routes.filter(({ entrypoint }) =>
    plain ? fixed.has(entrypoint) : !fromContent.has(entrypoint),
  );
  const open = routes.filter(({ pathname }) => pathname === undefined);
  const listed = open.length === 0 ? [] : await listPaths(bundle, site, new Set(open.map(({ pattern }) => pattern)));
  return routes.flatMap(({ entrypoint, pattern, pathname, isPage }) => {
    const paths = pathname === undefined ? listed.filter(({ route }) => route === pattern) : [{ pathname }];
    return paths.map((path) => ({
      component: entrypoint,
      pattern,
      isPage,
      isOwn: !fixed.has(entrypoint),
      ...placeOf(path.pathname, isPage, entrypoint),
    }));
  });
}

/** List the newsroom's own pages for sitemaps, without error pages. */
export function listedPages(pages: readonly OtherPage[]): string[] {
  return pages.filter(({ isOwn, isPage, path }) => isOwn && isPage && !errorPage.test(path)).map(({ path }) => path);
}

/**
 * Make sure that no other file of the site has the place of an own one.
 *
 * @param files All files of the site.
 * @throws UsageError naming what makes each of the two.
 */
export function checkOwnNames(own: readonly OtherPage[], files: readonly (SiteFile & Partial<PageFile>)[]): void {
  const places = new Map<string, string>();
  const folders = new Map<string, string>();
  for (const { file, component } of files) {
    const origin = originOf(file, component);
    const before = places.get(file);
    if (before !== undefined && own.some((page) => page.file === file)) refuse(file, before, origin);
    places.set(file, origin);
    for (let end = file.lastIndexOf('/'); end > 0; end = file.lastIndexOf('/', end - 1)) {
      folders.set(file.slice(0, end), origin);
    }
  }
  for (const { file, component } of own) {
    const below = folders.get(file);
    if (below !== undefined) refuse(file, component, below);
    for (let end = file.lastIndexOf('/'); end > 0; end = file.lastIndexOf('/', end - 1)) {
      const above = places.get(file.slice(0, end));
      if (above !== undefined) refuse(file.slice(0, end), component, above);
    }
  }
}

function originOf(file: string, component: string | undefined): string {
  if (component !== undefined) return fromContent.has(component) ? `${component}, from the content` : component;
  return existsSync(join(projectFolder, 'public', file)) ? `public/${file}` : 'a file that each site has';
}

const errorPage = /^\/(?:404|500)\/?$/;

function refuse(file: string, first: string, second: string): never {
  throw new UsageError(`Two files of the site have the name «${file}»: ${first}; ${second}. Rename or remove one.`);
}

async function listPaths(
  bundle: PageBundle,
  site: Site,
  patterns: ReadonlySet<string>,
): Promise<{ pathname: string; route: string }[]> {
  const { listPaths: list } = await openRenderer(bundle, { site, routes: siteRoutes(site) });
  const paths = await list(({ route }) => patterns.has(route));
  return paths.map(({ pathname, route }) => ({ pathname, route: route.route }));
}

function placeOf(pathname: string, isPage: boolean, component: string): Pick<PageFile, 'path' | 'file'> {
  const name = pathname.replace(/^\/+|\/+$/g, '');
  if (name.split('/').some((part) => part === '.' || part === '..' || part.includes('\0'))) {
    throw new UsageError(`${component}: «${pathname}» can’t be an address: no part of it may be «.» or «..».`);
  }
  if (!isPage) return { path: `/${name}`, file: name };
  const path = name === '' ? '/' : `/${name}/`;
  return { path, file: errorPage.test(path) ? `${name}.html` : `${path.slice(1)}index.html` };
}
