import type { AstroInlineConfig } from 'astro';
import type { SiteConfig } from '../../core/config/site-config.ts';
import { createUrls } from '../../core/urls.ts';
import { projectFolder } from './options.ts';

/** Astro's settings that derive from the newspaper's configuration. */
export function siteSettings(
  config: Pick<SiteConfig, 'url'>,
): Required<Pick<AstroInlineConfig, 'root' | 'site' | 'base'>> {
  const { base, absolute } = createUrls(config.url);
  return { root: projectFolder, site: absolute('/'), base: base || '/' };
}

/** Load Astro. Nothing else imports its entry point, which would send telemetry. */
export async function loadAstro(): Promise<typeof import('astro')> {
  keepAstroOffline();
  return import('astro');
}

/**
 * Turn off Astro's telemetry and its look for new versions, in this process and those that it starts. Astro has no
 * setting for either in its configuration; it reads these variables each time before it sends something.
 */
export function keepAstroOffline(): void {
  process.env['ASTRO_TELEMETRY_DISABLED'] = '1';
  process.env['ASTRO_DISABLE_UPDATE_CHECK'] = 'true';
}
