import { join, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { AstroIntegration, AstroPrerenderer, IntegrationResolvedRoute } from 'astro';
import type { Plugin } from 'vite';
import { siteSettings } from '../base/astro-settings.ts';
import { copyFolder } from '../base/copy-folder.ts';
import { projectFolder } from '../base/options.ts';
import type { BundleInputs } from './bundle-inputs.ts';
import type { OpenApp } from './page-app-contract.ts';
import { type BundledFiles, pageEntry } from './entry-plugin.ts';
import { lazyScripts } from './lazy-scripts.ts';
import { bootScript } from './boot-script.ts';
import { customCode } from './custom-code.ts';
import { customFaults } from './custom-files.ts';
import { offlineParts } from './offline-parts.ts';
import { palette } from './palette.ts';
import { siteFonts } from './site-fonts.ts';
import { addressFaults, fileFaults, refuse, routeFaults, settingsFaults } from './refusals.ts';

/** What Astro bundled. */
export interface Bundled {
  /** The file below the code folder that exports `openApp`. */
  entry: string;
  routes: BundledRoute[];
  /** Files that were bundled and that the key of the code does not cover; absolute paths. */
  inputs: string[];
}

/** An address, or a pattern of addresses, and the file that makes its pages. */
export interface BundledRoute extends Pick<IntegrationResolvedRoute, 'pattern' | 'entrypoint'> {
  /** Absent where the address depends on parameters. */
  pathname?: string | undefined;
  /** A page of HTML, not an endpoint. */
  isPage: boolean;
}

const source = join(projectFolder, 'src');

/** The name by which the project's own integration sees that the engine has started Astro. */
export const bundleIntegrationName = 'rooznegar:bundle';

/**
 * An integration that has Astro bundle the pages into a folder and render none of them. It refuses what can't work.
 *
 * @param draft Gets the folders `code`, for rendering, and `assets`, for readers.
 */
export function bundleIntegration(
  { config, plain, publicFolder }: BundleInputs,
  draft: string,
  keep: (bundled: Bundled) => void,
): AstroIntegration {
  const bundled: BundledFiles = { folder: '', entry: '', inputs: new Set() };
  const code = join(draft, 'code');
  let routes: BundledRoute[] = [];
  const prerenderer: AstroPrerenderer = {
    name: bundleIntegrationName,
    getStaticPaths: async () => [],
    render: async () => new Response(),
    // Astro removes its folder next.
    teardown: async () => {
      copyFolder(bundled.folder, code);
      await checkScripts(join(code, bundled.entry));
      keep({ entry: bundled.entry, routes, inputs: [...bundled.inputs].toSorted() });
    },
  };
  return {
    name: bundleIntegrationName,
    hooks: {
      'astro:config:setup': ({ config: given, updateConfig }) => {
        refuse(addressFaults(given, config));
        const { site, base } = siteSettings(config);
        const outDir = pathToFileURL(join(draft, 'assets') + sep);
        updateConfig({
          site,
          base,
          outDir,
          publicDir: pathToFileURL(publicFolder + sep),
          build: { client: new URL('client/', outDir), server: new URL('server/', outDir) },
          vite: {
            // With a shared folder, concurrent builds would delete each other's cache.
            cacheDir: join(draft, 'vite'),
            plugins: [
              withoutPublicFiles,
              pageEntry(bundled),
              bootScript(),
              customCode(plain),
              offlineParts(config),
              palette(config),
              siteFonts({ config }),
              lazyScripts(),
            ],
          },
        });
      },
      'astro:routes:resolved': ({ routes: resolved }) => {
        refuse(routeFaults(resolved));
        routes = resolved
          .filter(({ origin }) => origin !== 'internal')
          .map(({ pattern, entrypoint, pathname, type }) => ({
            pattern,
            entrypoint,
            pathname,
            isPage: type === 'page',
          }));
      },
      'astro:config:done': ({ config: final }) =>
        refuse([...settingsFaults(final), ...fileFaults(source), ...(plain ? [] : customFaults(source))]),
      'astro:build:start': ({ setPrerenderer }) => setPrerenderer(prerenderer),
    },
  };
}

/** Files of `public/` are published by the engine. Astro has the client's part copy them, whatever the settings say. */
const withoutPublicFiles: Plugin = {
  name: 'rooznegar:without-public-files',
  configEnvironment: () => ({ build: { copyPublicDir: false } }),
};

async function checkScripts(entry: string): Promise<void> {
  const { openApp } = (await import(pathToFileURL(entry).href)) as { openApp: OpenApp };
  refuse(
    openApp().inlineScripts.map(
      (script) =>
        `injectScript('head-inline'): the policy forbids inline scripts. Use the stage «page»: ${script.trim().slice(0, 80)}`,
    ),
  );
}
