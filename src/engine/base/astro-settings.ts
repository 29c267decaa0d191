import type { AstroInlineConfig } from 'astro';
import type { SiteConfig } from '../../core/config/site-config.ts';
import { createUrls } from '../../core/urls.ts';
import { projectFolder } from './options.ts';

/** Astro's settings that derive from the newspaper's configuration. */
export function siteSettings(config: Pick<SiteConfig, 'url'>): AstroInlineConfig {
  const { base, absolute } = createUrls(config.url);
  return { root: projectFolder, site: absolute('/'), base: base || '/' };
}
