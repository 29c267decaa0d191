/// <reference types="astro/client" />
import { App } from 'astro/app';
import { createApp } from 'astro/app/entrypoint';
import { StaticPaths } from 'astro:static-paths';
import type { SSRManifest } from 'astro';
import type { OpenApp, PageApp } from './page-app-contract.ts';

// Bundled together with the pages by `entry-plugin.ts`: the modules of Astro that it imports exist only there.

/** Fails the build where Astro would answer readers with an error page. */
class StrictApp extends App {
  protected override createErrorHandler(): ReturnType<App['createErrorHandler']> {
    return {
      renderError: async (_request, { error, response, status }) => {
        if (error) throw error;
        return response ?? new Response(null, { status });
      },
    };
  }
}

/** Open the bundled pages for one site. */
export const openApp: OpenApp = (): PageApp => {
  // Astro remembers the results of getStaticPaths for each manifest: another site needs another one.
  const { manifest: built } = createApp();
  const manifest = { ...built, ...keepModules(built), logLevel: 'silent' as const };
  // Strings are faster than streams, and nothing is sent before the page is complete.
  const app = new StrictApp(manifest, false);
  const routes = manifest.routes.map(({ routeData }) => routeData);
  return {
    routes,
    inlineScripts: manifest.routes.flatMap(({ scripts }) =>
      scripts.flatMap((script) => ('stage' in script ? script.children : [])),
    ),
    render: (request, routeData) => app.render(request, { routeData }),
    listPaths: (isWanted) => {
      const wanted = manifest.routes.filter(({ routeData }) => isWanted(routeData));
      return new StaticPaths({ manifest: { ...manifest, routes: wanted } }).getAll();
    },
  };
};

/** Load each page's module once: Node takes a while to find out that it has loaded a module already. */
function keepModules({ pageMap }: Pick<SSRManifest, 'pageMap'>): Pick<SSRManifest, 'pageMap'> {
  if (!pageMap) return {};
  const kept = Array.from(pageMap, ([component, load]) => {
    let module: ReturnType<typeof load> | undefined;
    return [component, () => (module ??= load())] as const;
  });
  return { pageMap: new Map(kept) };
}
