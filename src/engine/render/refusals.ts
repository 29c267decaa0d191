import { readdirSync, readFileSync } from 'node:fs';
import { join, posix, relative, sep } from 'node:path';
import type { AstroConfig, IntegrationResolvedRoute } from 'astro';
import type { SiteConfig } from '../../core/config/site-config.ts';
import { UsageError } from '../base/errors.ts';
import { siteSettings } from '../base/astro-settings.ts';

/** @throws UsageError with all faults, if there are any. */
export function refuse(faults: readonly string[]): void {
  if (faults.length === 0) return;
  const error = new UsageError(faults.join('\n'));
  // Astro prints the stack of errors thrown by hooks, which is no help here.
  delete error.stack;
  throw error;
}

const configName = 'astro.config.mjs';

/**
 * Find settings of Astro that can't work here, each with the reason and the alternative.
 *
 * @param config With all changes that integrations made.
 */
export function settingsFaults(config: AstroConfig): string[] {
  return [
    config.output === 'server' && 'output: the site is static, so there is no server. Leave it out.',
    config.adapter && `adapter: the site is static and needs no adapter. Remove ${config.adapter.name}.`,
    config.i18n && 'i18n: the addresses of pages follow from the content, which has one language. Remove it.',
    Object.keys(config.redirects).length > 0 &&
      `redirects: hosts would not learn of them. Write them into public/_redirects, or as «aliases» into the article: ${Object.keys(config.redirects).join(', ')}.`,
    config.security.csp &&
      'security.csp: the policy is sent as a header, and hosting.policyInPages writes it into pages. Remove it.',
    ...config.integrations.map(integrationFault),
  ]
    .filter((fault) => typeof fault === 'string')
    .map((fault) => `${configName}: ${fault}`);
}

/** Find settings of a project that would be overruled, before they are. */
export function givenFaults({ build, trailingSlash }: AstroConfig): string[] {
  return [
    build.format !== 'directory' &&
      `build.format: pages are files of the form «news/x/index.html». Leave out «${build.format}».`,
    trailingSlash === 'never' && 'trailingSlash: addresses of pages end with a slash. Leave out «never».',
  ]
    .filter((fault) => typeof fault === 'string')
    .map((fault) => `${configName}: ${fault}`);
}

/** Find contradictions between the address set for Astro and the newspaper's own settings. */
export function addressFaults(given: { site?: string | undefined; base: string }, config: SiteConfig): string[] {
  const { site, base } = siteSettings(config);
  const isOther = (text: string | undefined, own: string): boolean =>
    text !== undefined && text.replace(/\/+$/, '') !== own.replace(/\/+$/, '');
  const fix = `The address is «url» in the newspaper’s settings, ${config.url}: change it there.`;
  return [
    isOther(given.site, site) && isOther(given.site, config.url) ? `site: found ${given.site}. ${fix}` : [],
    given.base !== '/' && isOther(given.base, base) ? `base: found ${given.base}. ${fix}` : [],
  ].flat();
}

/** Find routes that nothing would serve. */
export function routeFaults(routes: readonly IntegrationResolvedRoute[]): string[] {
  return routes
    .filter(({ origin, isPrerendered }) => origin !== 'internal' && !isPrerendered)
    .map(({ entrypoint }) => `${entrypoint}: the site is static, so there is no server. Remove «prerender = false».`);
}

/** Find files that Astro would use but a build here does not, and styles that would change with the content. */
export function fileFaults(source: string): string[] {
  const files = readdirSync(source, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = files.map(({ parentPath, name }) => relative(source, join(parentPath, name)).split(sep).join('/'));
  const middleware = paths.filter((path) => /^middleware(?:\/index)?\.[jt]s$/.test(path));
  return [
    ...middleware.map(
      (path) =>
        `src/${path}: nothing runs between a reader and a static page. Headers come from «hosting» in src/config.ts, redirects from public/_redirects; what pages share belongs into a component.`,
    ),
    ...paths
      .filter((path) => /\.(?:css|astro)$/.test(path))
      .flatMap((path) => styleFault(path, readFileSync(join(source, path), 'utf8')) ?? []),
  ];
}

function styleFault(path: string, code: string): string | undefined {
  if (/@import\s+(['"])tailwindcss(?:\/utilities)?\1(?![^;]*\bsource\()/.test(code)) {
    return `src/${path}: Tailwind would read the articles too, and styles would change with them. Name the folder of the code: @import 'tailwindcss' source('${'../'.repeat(path.split('/').length - 1) || './'}');`;
  }
  const outside = [...code.matchAll(/(?:\bsource\(|@source\s+)(['"])(?<path>[^'"]+)\1/g)]
    .map(({ groups }) => groups!['path']!)
    .find((named) => /^\.\.(?:\/|$)/.test(posix.join(posix.dirname(path), named)));
  return outside === undefined
    ? undefined
    : `src/${path}: «${outside}» is not in src/, so styles would change without the code. Tailwind may read src/ only.`;
}

/** Return what is forbidden in a rendered page, if anything. */
export function pageFault(html: Uint8Array): string | undefined {
  return Buffer.from(html.buffer, html.byteOffset, html.byteLength).includes('<astro-island')
    ? 'client:* needs inline scripts, which the policy forbids. Render the component without it, and hydrate it from a <script> of the page: docs/own-pages.md shows how'
    : undefined;
}

function integrationFault({ name, hooks }: AstroConfig['integrations'][number]): string | undefined {
  if (name.startsWith('rooznegar')) return undefined;
  if (name === '@astrojs/sitemap')
    return '@astrojs/sitemap: the site has sitemaps already, with the pages of src/pages in them. Remove it.';
  const late = (['astro:build:generated', 'astro:build:done'] as const).find((hook) => hooks[hook]);
  return (
    late &&
    `${name}: it works on the finished files (${late}), which Astro does not have: only changed pages are made, and published apart from Astro. Remove it; what works on dist can run after the build.`
  );
}
