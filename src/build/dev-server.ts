import { createReadStream } from 'node:fs';
import { extname, join, resolve, sep } from 'node:path';
import type { AstroIntegration } from 'astro';
import { buildSite } from '../core/build-site.ts';
import { formatProblem, type MessageLanguage, sortProblems } from '../core/problem.ts';
import type { Site } from '../core/site.ts';
import { siteSettings } from './astro.ts';
import { searchFolder } from '../core/search-files.ts';
import { siteRoutes } from '../core/routes.ts';
import { handOverPages } from './handoff.ts';
import { type Content, loadContent } from './load-content.ts';
import { type BuildOptions, projectFolder } from './options.ts';
import { type IndexFile, searchFiles } from './search-index.ts';

const siteModule = join(projectFolder, 'src/site.ts');
const cachesGlob = join(projectFolder, '{.cache,dist}/**');

const mediaTypes: Readonly<Record<string, string>> = {
  avif: 'image/avif',
  gif: 'image/gif',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
  svg: 'image/svg+xml',
  mp4: 'video/mp4',
  webm: 'video/webm',
  mp3: 'audio/mpeg',
  ogg: 'audio/ogg',
};

/** Serve a live preview: drafts and embargoed articles included, reloaded when the content changes. */
export async function startPreview(
  options: BuildOptions,
  language: MessageLanguage,
  server: { port: number; host: string },
): Promise<void> {
  const live = createLiveContent(options, language);
  await live.reload();
  const { dev } = await import('astro');
  await dev({ ...siteSettings(options.config), server, integrations: [serveLiveContent(live, options)] });
}

interface LiveContent {
  /** Read the content again. Problems are printed, and the articles without any are shown. */
  reload(): Promise<void>;
  /** The file behind an address such as `/files/1404/07/metro.jpg`. */
  assetAt(url: string): string | undefined;
  /** The file of the search index behind an address; the index is made when it is first asked for. */
  searchFileAt(url: string): IndexFile | undefined;
}

function createLiveContent(options: BuildOptions, language: MessageLanguage): LiveContent {
  let assets = new Map<string, string>();
  let told = '';
  let shown: Site | undefined;
  let index: Map<string, IndexFile> | undefined;
  return {
    reload: async () => {
      const content = await loadContent(options);
      const { site, problems } = buildSite({ ...content, config: options.config, now: options.now, drafts: true });
      const all = sortProblems([...content.problems, ...problems]);
      const report = all.map((problem) => formatProblem(problem, language)).join('\n');
      // Editors save in several steps; the same report is told once.
      if (report !== told) console.error(report || 'No problems any more.');
      told = report;
      assets = assetsOf(site, content);
      handOverPages({ site, routes: siteRoutes(site) });
      shown = site;
      index = undefined;
    },
    searchFileAt: (url) => {
      if (!shown || !url.startsWith(shown.urls.file(...searchFolder.split('/')))) return undefined;
      const { urls } = shown;
      index ??= new Map(
        [...searchFiles(shown)].map((file) => [urls.file(...searchFolder.split('/'), ...file.path.split('/')), file]),
      );
      return index.get(url);
    },
    assetAt: (url) => assets.get(url),
  };
}

function assetsOf(site: Site, content: Content): Map<string, string> {
  const files = [...site.articles, ...site.pages].flatMap(({ file }) => content.assets.get(file) ?? []);
  return new Map(files.map(({ url, path }) => [url, path]));
}

function serveLiveContent(live: LiveContent, { content }: BuildOptions): AstroIntegration {
  let handled = 0;
  let reloading = Promise.resolve();
  const plugin = {
    name: 'rooznegar-content',
    configureServer: (server: import('vite').ViteDevServer): void => {
      server.watcher.add(content);
      server.middlewares.use((request, response, next) => {
        const url = (request.originalUrl ?? '').replace(/\?.*$/, '');
        const file = live.searchFileAt(url);
        if (file) return void file.read().then((bytes) => response.end(bytes), next);
        const path = live.assetAt(url);
        if (path === undefined) return void next();
        response.setHeader(
          'Content-Type',
          mediaTypes[extname(path).slice(1).toLowerCase()] ?? 'application/octet-stream',
        );
        createReadStream(path).on('error', next).pipe(response);
      });
    },
    // Vite asks once for each environment; the content is read once for each change.
    async hotUpdate(
      this: { environment: import('vite').DevEnvironment },
      { file, timestamp }: { file: string; timestamp: number },
    ): Promise<import('vite').EnvironmentModuleNode[] | undefined> {
      if (!resolve(file).startsWith(content + sep)) return undefined;
      if (timestamp !== handled) {
        handled = timestamp;
        reloading = live.reload();
      }
      await reloading;
      if (this.environment.name === 'client') this.environment.hot.send({ type: 'full-reload' });
      return [...(this.environment.moduleGraph.getModulesByFile(siteModule) ?? [])];
    },
  };
  return {
    name: 'rooznegar-live-content',
    hooks: {
      'astro:config:setup': ({ updateConfig }) =>
        void updateConfig({ vite: { plugins: [plugin], server: { watch: { ignored: [cachesGlob] } } } }),
    },
  };
}
