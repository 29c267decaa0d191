import { existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { isDeepStrictEqual } from 'node:util';
import { crc32 } from 'node:zlib';
import type { AstroIntegration, AstroPrerenderer, RouteData } from 'astro';
import { fingerprint } from '../../core/text/hash.ts';
import { siteSettings } from '../base/astro-settings.ts';
import { copyFolder } from '../base/copy-folder.ts';
import { whileInUse } from '../base/in-use.ts';
import { readCacheJson, writeCacheJson } from '../cache/cache-file.ts';
import { cacheFolders } from '../cache/cache-folders.ts';
import { codeKey, pageCode } from '../cache/code-key.ts';
import type { BuildOptions } from '../base/options.ts';
import { filesBelow } from '../output/site-file.ts';
import { ownCode } from './own-code.ts';

/** What the bundle of the pages depends on, besides the code. */
export type BundleInputs = Pick<BuildOptions, 'config' | 'plain' | 'publicFolder'>;

/** The pages as Astro bundled them: a module that renders, and the scripts and styles that browsers load. */
export interface PageBundle {
  key: string;
  /** Holds the module that renders. */
  code: string;
  /** Holds what is published as it is. */
  assets: string;
}

/** What the module that renders is told of the build that made it. */
export interface BundleMemory {
  entry: string;
  /** The pages that the project has files for. */
  pages: BundledPage[];
  /** By route and component: the style sheets of a page. */
  styles: [page: string, styles: unknown][];
  /** By specifier: the files of scripts. */
  scripts: [specifier: string, file: string][];
}

/** A file below `src/pages`. */
export interface BundledPage {
  component: string;
  /** What its address depends on. */
  params: readonly string[];
}

/** Bundle the pages of the project, or take those that were bundled of the same code before. */
export async function bundlePages(inputs: BundleInputs): Promise<PageBundle> {
  const key = bundleKey(inputs);
  const folder = cacheFolders.pages(key);
  const bundle = { key, code: join(folder, 'code'), assets: join(folder, 'assets') };
  if (readBundleMemory(bundle)) utimesSync(folder, new Date(), new Date());
  else await makeBundle(inputs, folder);
  return bundle;
}

function bundleKey({ config, plain, publicFolder }: BundleInputs): string {
  // Vite puts the site's path before the addresses of fonts only if their files are there.
  const fonts = filesBelow(join(publicFolder, 'fonts'));
  return fingerprint(JSON.stringify([codeKey(pageCode), config.url, plain, fonts]));
}

/** Read what a bundle is to be told; `undefined` if the bundle is not whole. */
export function readBundleMemory({ code }: Pick<PageBundle, 'code'>): BundleMemory | undefined {
  const memory = readCacheJson<BundleMemory & { checksums: Checksums }>(join(code, memoryName));
  return memory && isDeepStrictEqual(memory.checksums, checksumsBelow(join(code, '..'))) ? memory : undefined;
}

const memoryName = 'bundle.json';
/** Bundles of older code are kept for those who go back to it, but not many. */
const keptBundles = 6;

async function makeBundle(inputs: BundleInputs, folder: string): Promise<void> {
  const draft = `${folder}.${process.pid}`;
  try {
    const code = join(draft, 'code');
    const memory = await runAstro(inputs, join(draft, 'assets'), code);
    writeCacheJson(join(code, memoryName), { ...memory, checksums: checksumsBelow(draft) });
    // Another build may have made the same one meanwhile.
    if (readBundleMemory({ code: join(folder, 'code') })) return;
    rmSync(folder, { recursive: true, force: true });
    whileInUse(() => renameSync(draft, folder));
    // What was compiled of older code is of no use any more.
    rmSync(cacheFolders.compiled, { recursive: true, force: true });
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
  removeOldBundles(dirname(folder));
}

async function runAstro(
  { config, plain, publicFolder }: BundleInputs,
  assets: string,
  code: string,
): Promise<BundleMemory> {
  process.env['NODE_ENV'] = 'production';
  const { build } = await import('astro');
  let memory: BundleMemory | undefined;
  await build({
    ...siteSettings(config),
    outDir: assets,
    publicDir: publicFolder,
    logLevel: 'error',
    // Files of public/ are published by the build itself.
    vite: { build: { copyPublicDir: false }, plugins: [ownCode(plain)] },
    integrations: [keepBundle(join(assets, '.prerender'), code, (kept) => (memory = kept))],
  });
  if (!memory) throw new Error('Astro did not bundle the pages.');
  return memory;
}

/** What is kept of Astro's own state: with it, its module renders in any process, without bundling again. */
interface Internals {
  pagesByKeys: ReadonlyMap<string, { styles: unknown }>;
  entrySpecifierToBundleMap: ReadonlyMap<string, string>;
}

interface Manifest {
  routes: readonly { routeData: RouteData }[];
}

function pagesOf({ routes }: Manifest): BundledPage[] {
  return routes
    .filter(({ routeData }) => routeData.origin === 'project')
    .map(({ routeData: { component, params } }) => ({ component: component.replace(/^src\/pages\//, ''), params }));
}

/** Keep the module that renders, and let Astro itself render nothing. */
function keepBundle(folder: string, code: string, keep: (memory: BundleMemory) => void): AstroIntegration {
  const wrap = (prerenderer: AstroPrerenderer): AstroPrerenderer => ({
    ...prerenderer,
    setup: async () => {
      const entry = readdirSync(folder).find((name) => name.startsWith('prerender-entry'))!;
      const { app } = (await import(pathToFileURL(join(folder, entry)).href)) as {
        app: { manifest: Manifest; setInternals(internals: Internals): void };
      };
      app.setInternals = ({ pagesByKeys, entrySpecifierToBundleMap }) =>
        keep({
          entry,
          pages: pagesOf(app.manifest),
          styles: [...pagesByKeys].map(([page, { styles }]) => [page, styles]),
          scripts: [...entrySpecifierToBundleMap],
        });
      await prerenderer.setup?.();
    },
    getStaticPaths: async () => [],
    teardown: async () => copyFolder(folder, code),
  });
  return {
    name: 'rooznegar-bundle',
    hooks: {
      'astro:build:start': ({ setPrerenderer }) => setPrerenderer((prerenderer) => wrap(prerenderer)),
    },
  };
}

type Checksums = Record<string, number>;

function checksumsBelow(folder: string): Checksums {
  const files = existsSync(folder) ? readdirSync(folder, { recursive: true, withFileTypes: true }) : [];
  const paths = files
    .filter((file) => file.isFile() && file.name !== memoryName)
    .map((file) => join(file.parentPath, file.name));
  return Object.fromEntries(paths.toSorted().map((path) => [path.slice(folder.length), crc32(readFileSync(path))]));
}

function removeOldBundles(folder: string): void {
  const bundles = readdirSync(folder).map((name) => join(folder, name));
  const newestFirst = bundles
    .map((path) => ({ path, used: statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0 }))
    .toSorted((a, b) => b.used - a.used);
  for (const { path } of newestFirst.slice(keptBundles)) rmSync(path, { recursive: true, force: true });
}
