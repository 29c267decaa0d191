import { fileURLToPath, pathToFileURL } from 'node:url';
import { join, sep } from 'node:path';
import type { AstroConfig, AstroIntegration } from 'astro';
import { keepAstroOffline } from './base/astro-settings.ts';
import { projectFolder } from './base/options.ts';
import { withSlashes } from './base/paths.ts';
import { givenFaults, refuse } from './render/refusals.ts';

/**
 * Make Astro's own commands equivalent to the scripts of package.json: `astro build` publishes the same files as
 * `npm run build`, `astro dev` shows the content live, `astro preview` serves the site as hosts do. If a script has
 * started Astro, only the settings for pages are made.
 */
export function rooznegar(): AstroIntegration {
  keepAstroOffline();
  return {
    name: 'rooznegar',
    hooks: {
      'astro:config:setup': async ({ command, config, updateConfig }) => {
        refuse(givenFaults(config));
        if (command !== 'preview') updateConfig(pageSettings);
        const isStartedByScript = config.integrations.some(({ name }) => name.startsWith('rooznegar:'));
        if (!isStartedByScript) updateConfig({ integrations: await commandIntegrations(command, config) });
      },
    },
  };
}

const pageSettings = {
  output: 'static',
  trailingSlash: 'always',
  build: { format: 'directory', inlineStylesheets: 'never', concurrency: 32 },
  // oxfmt breaks lines by the rules of JSX, so white space is kept or dropped by them too: write {' '} where it matters.
  compressHTML: 'jsx',
  // Scripts are never inlined, so that a strict content security policy needs no exception.
  vite: { build: { assetsInlineLimit: 0 } },
  image: { service: { entrypoint: withSlashes(join(projectFolder, 'src/engine/render/image-refusal.ts')) } },
  cacheDir: pathToFileURL(join(projectFolder, '.cache/astro') + sep),
  devToolbar: { enabled: false },
} as const;

/** The engine is loaded for the commands that need it: `astro check` and `astro sync` do not. */
async function commandIntegrations(command: string, { outDir }: AstroConfig): Promise<AstroIntegration[]> {
  if (command === 'sync') return [];
  const { buildIntegrations, devIntegrations, previewIntegrations } = await import('./astro-commands.ts');
  if (command === 'build') return buildIntegrations(fileURLToPath(outDir));
  return command === 'dev' ? devIntegrations() : previewIntegrations();
}
