import type { AstroInlineConfig, AstroIntegration } from 'astro';
import type { SiteConfig } from '../core/config.ts';
import type { Site } from '../core/site.ts';
import { createUrls } from '../core/urls.ts';
import { handOverSite } from './handoff.ts';
import { projectFolder } from './options.ts';

/**
 * Render a site's pages into a folder.
 *
 * @throws whatever Astro throws when a page can't be rendered.
 */
export async function renderSite(
  site: Site,
  folder: string,
  onProgress: (done: number, total: number) => void,
): Promise<void> {
  handOverSite(site);
  process.env['NODE_ENV'] = 'production';
  const { build } = await import('astro');
  await build({
    ...siteSettings(site.config),
    outDir: folder,
    logLevel: 'error',
    integrations: [reportProgress(onProgress)],
  });
}

/** The settings of Astro that follow from the newspaper's configuration. */
export function siteSettings(config: SiteConfig): AstroInlineConfig {
  const { base, absolute } = createUrls(config.url);
  return { root: projectFolder, site: absolute('/'), base: base || '/' };
}

/** Count pages while Astro renders them. */
function reportProgress(onProgress: (done: number, total: number) => void): AstroIntegration {
  return {
    name: 'rooznegar-progress',
    hooks: {
      'astro:build:start': ({ setPrerenderer }) => {
        let done = 0;
        let total = 0;
        setPrerenderer((prerenderer) => ({
          ...prerenderer,
          setup: async () => prerenderer.setup?.(),
          getStaticPaths: async () => {
            const paths = await prerenderer.getStaticPaths();
            total = paths.length;
            return paths;
          },
          render: async (request, options) => {
            const response = await prerenderer.render(request, options);
            onProgress(++done, total);
            return response;
          },
          teardown: async () => prerenderer.teardown?.(),
        }));
      },
    },
  };
}
