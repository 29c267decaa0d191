import { join, resolve, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { AstroIntegration } from 'astro';
import { buildSite } from '../../core/site/build-site.ts';
import { describePageProblems, type PageProblems } from '../../core/problems/page-problems.ts';
import { formatProblem, type MessageLanguage, type Problem, sortProblems } from '../../core/problems/problem.ts';
import type { RelatedMemory } from '../../core/related/memory.ts';
import type { Site } from '../../core/site/site.ts';
import { loadAstro, siteSettings } from '../base/astro-settings.ts';
import { pagefindFolder } from '../../core/search/pagefind/files.ts';
import { searchFolder } from '../../core/search/tables/files.ts';
import { createUrls } from '../../core/urls.ts';
import { siteRoutes } from '../../core/views/routes.ts';
import { cacheFolders, claimCache } from '../cache/cache-folders.ts';
import { handOverPages } from '../render/handoff.ts';
import { customCode } from '../render/custom-code.ts';
import { customFaults, customWarnings } from '../render/custom-files.ts';
import { palette } from '../render/palette.ts';
import { siteFonts } from '../render/site-fonts.ts';
import type { KnownBuckets } from '../content/read-buckets.ts';
import { loadContent } from '../content/load-content.ts';
import { type BuildOptions, projectFolder, withOwnFiles } from '../base/options.ts';
import { isWithin, withSlashes } from '../base/paths.ts';
import { addressFaults, fileFaults, refuse, settingsFaults } from '../render/refusals.ts';
import { modelInput } from '../model/build-model.ts';
import { createAdminRoutes } from './admin-routes.ts';
import { forgetModule } from './forget-module.ts';
import { assetsByUrl, picturesByUrl, searchFilesByUrl } from './files-by-url.ts';
import { pagesByFile } from './page-files.ts';
import { respond, sendFile } from './respond.ts';
import { addTheme } from './theme-routes.ts';
import { openRelatedStore } from '../model/related-store.ts';
import { createMemory } from '../search/memory.ts';
import type { SearchOutput } from '../search/output.ts';
import type { OtherFile } from '../output/site-file.ts';

// Vite writes paths with `/` on every system.
const source = join(projectFolder, 'src');
const siteModule = withSlashes(join(source, 'site.ts'));
const searchFolders = [searchFolder, pagefindFolder];
/** Not a glob: the project's own folder may have brackets in its name, and has backslashes on Windows. */
const isMade = (path: string): boolean => ['.cache', 'dist'].some((name) => isWithin(path, join(projectFolder, name)));

/** Serve a live preview: drafts and embargoed articles included, reloaded when the content changes. */
export async function startDev(
  options: BuildOptions,
  language: MessageLanguage,
  server: { port: number; host: string },
): Promise<void> {
  const integrations = [await liveIntegration(options, language)];
  const { dev } = await loadAstro();
  await dev({ root: projectFolder, server, integrations });
}

/** Make the integration that has `astro dev` show the content live. Problems are printed in a language. */
export async function liveIntegration(settings: BuildOptions, language: MessageLanguage): Promise<AstroIntegration> {
  // Nothing links to the share pictures of a preview, and Vite injects styles and scripts that the policy would forbid.
  const hosting = { ...settings.config.hosting, policyInPages: false };
  const { config } = withOwnFiles(settings);
  const options = { ...settings, config: { ...config, hosting, share: { days: 0 } } };
  const live = createLiveContent(options, language);
  await live.reload();
  return serveLiveContent(live, options);
}

interface LiveContent {
  /** Read the content again. Problems are printed, and the articles without any are shown. */
  reload(): Promise<void>;
  /** The site as it is shown now; absent before the first reading. */
  site(): Site | undefined;
  /** Return the problems of the content, as shown on the page at a path. */
  problemsOn(page: string): PageProblems;
  /** The file behind an address such as `/files/1404/07/metro.jpg`. */
  assetAt(url: string): string | undefined;
  /** Read the icon or the variant of a picture behind an address; it is made when it is first asked for. */
  readPicture(url: string): Promise<Uint8Array> | undefined;
  /** Read the file of the search index behind an address below its folder; the index is made when it is first asked for. */
  readSearchFile(url: string): Promise<Uint8Array | undefined> | undefined;
}

function createLiveContent(options: BuildOptions, language: MessageLanguage): LiveContent {
  let assets = new Map<string, string>();
  let pictures = new Map<string, OtherFile>();
  let told = '';
  let shown: Site | undefined;
  let faults: { problems: readonly Problem[]; warnings: readonly Problem[] } = { problems: [], warnings: [] };
  let pages = new Map<string, string>();
  let index: Promise<Map<string, SearchOutput>> | undefined;
  let indexed: Promise<unknown> = Promise.resolve();
  const memory = createMemory();
  const known: KnownBuckets = new Map();
  // A separate cache, since a preview includes drafts.
  const cache = cacheFolders.site(options.content, 'preview');
  claimCache(cache, { content: options.content });
  const store = openRelatedStore(cache);
  let remembered: RelatedMemory | undefined;
  return {
    reload: async () => {
      const content = await loadContent(options, undefined, known);
      const { site, problems, warnings, related } = buildSite({
        ...modelInput(content, options),
        drafts: true,
        related: remembered ?? store.load(),
      });
      if (!remembered) store.save(related);
      remembered = related;
      faults = { problems: [...content.problems, ...problems], warnings: [...content.warnings, ...warnings] };
      pages = pagesByFile(site, content);
      const all = sortProblems([...faults.problems, ...faults.warnings]);
      const report = all.map((problem) => formatProblem(problem, language)).join('\n');
      // Editors save in several steps; the same report is printed once.
      if (report !== told) console.error(report || 'No problems any more.');
      told = report;
      assets = assetsByUrl(site, content);
      pictures = picturesByUrl(site, content, options);
      handOverPages({ site, routes: siteRoutes(site) });
      shown = site;
      index = undefined;
    },
    site: () => shown,
    problemsOn: (page) => describePageProblems(page, { ...faults, pageOf: (file) => pages.get(file) }, language),
    readSearchFile: (url) => {
      const site = shown;
      if (!site || !searchFolders.some((folder) => url.startsWith(`${site.urls.file(...folder.split('/'))}/`)))
        return undefined;
      // One after the other, since all share a memory.
      index ??= indexed.then(() => searchFilesByUrl(site, memory));
      indexed = index.catch(() => {});
      return index.then((files) => files.get(url)?.read());
    },
    readPicture: (url) => {
      const picture = pictures.get(url);
      return picture && Promise.resolve(picture.read());
    },
    assetAt: (url) => assets.get(url),
  };
}

/** Endpoint from which the script of the live preview (src/client/preview) loads problems. */
const problemsPath = '/@rooznegar/problems.json';

function serveLiveContent(live: LiveContent, options: BuildOptions): AstroIntegration {
  const { content, publicFolder, config, plain } = options;
  const askedAt = createUrls(config.url).base + problemsPath;
  const serveAdmin = createAdminRoutes(options, live.site);
  let handled = 0;
  let reloading = Promise.resolve();
  // Each page knows the number of the reading it shows: a page rendered during a change, but not connected yet, would
  // miss the reload message.
  let readings = 0;
  const readAgain = async (server: import('vite').ViteDevServer, timestamp: number): Promise<void> => {
    await live.reload();
    // Before any page reloads: one rendered from the modules of the old content would stay.
    for (const environment of Object.values(server.environments)) forgetModule(environment, siteModule, timestamp);
    readings += 1;
    server.environments.client.hot.send({ type: 'full-reload' });
  };
  const plugin = {
    name: 'rooznegar-content',
    configureServer: (server: import('vite').ViteDevServer): void => {
      server.watcher.add(content);
      server.middlewares.use((request, response, next) => {
        if (serveAdmin(request, response)) return;
        const [url = '', query] = (request.originalUrl ?? '').split('?', 2);
        response.setHeader('Server-Timing', `content;desc="${readings}"`);
        if (url === askedAt) {
          response.setHeader('Content-Type', 'application/json');
          return void response.end(JSON.stringify(live.problemsOn(new URLSearchParams(query).get('page') ?? '/')));
        }
        const searched = live.readSearchFile(url);
        if (searched) return void respond(response, searched, next);
        const [picture, path] = [live.readPicture(url), live.assetAt(url)];
        if (picture || path !== undefined) return void sendFile(response, { url, picture, path }, next);
        next();
      });
    },
    // Vite calls this once for each environment; the content is read once for each change.
    async hotUpdate(
      this: { environment: import('vite').DevEnvironment },
      { file, timestamp, server }: import('vite').HotUpdateOptions,
    ): Promise<import('vite').EnvironmentModuleNode[] | undefined> {
      if (!isWithin(resolve(file), content)) return undefined;
      if (timestamp !== handled) {
        handled = timestamp;
        // An editor that saves in two steps is heard twice: two readings at once would write the same files of the cache.
        reloading = reloading.catch(() => {}).then(() => readAgain(server, timestamp));
      }
      await reloading;
      return [];
    },
  };
  return {
    name: 'rooznegar:live-content',
    hooks: {
      'astro:config:setup': ({ config: given, updateConfig, injectScript, injectRoute }) => {
        refuse(addressFaults(given, config));
        for (const warning of plain ? [] : customWarnings(source)) console.warn(warning);
        // Only in the live preview: a built site does not contain the script.
        injectScript('page', "import '/src/client/preview/problems.ts';");
        addTheme(injectRoute);
        const { site, base } = siteSettings(config);
        updateConfig({
          site,
          base,
          publicDir: pathToFileURL(publicFolder + sep),
          vite: {
            plugins: [plugin, customCode(plain), palette(config), siteFonts({ config })],
            server: { watch: { ignored: [isMade] } },
          },
        });
      },
      'astro:config:done': ({ config: final }) =>
        refuse([...settingsFaults(final), ...fileFaults(source), ...(plain ? [] : customFaults(source))]),
    },
  };
}
