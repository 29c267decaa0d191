import { fork } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isDeepStrictEqual } from 'node:util';
import { crc32 } from 'node:zlib';
import { writePalette } from '../../core/colours/css.ts';
import { sitePalette } from '../../core/colours/palette.ts';
import { fingerprint } from '../../core/text/hash.ts';
import { loadAstro } from '../base/astro-settings.ts';
import { noteSpace } from '../base/disk-space.ts';
import { isFullError } from '../base/errors.ts';
import { whileInUse } from '../base/in-use.ts';
import { isMemoryShort } from '../base/memory.ts';
import { projectFolder } from '../base/options.ts';
import { readCacheJson, writeCacheJson } from '../cache/cache-file.ts';
import { cacheFolders } from '../cache/cache-folders.ts';
import { codeKey, pageCode } from '../cache/code-key.ts';
import { filesBelow } from '../output/site-file.ts';
import type { BundleInputs } from './bundle-inputs.ts';
import { type Bundled, bundleIntegration, type BundledRoute } from './bundle-integration.ts';

/** The pages as Astro bundled them: a module that renders, and the scripts and styles that browsers load. */
export interface PageBundle {
  /** Fingerprint of all that went into it. */
  key: string;
  /** Holds the module that renders. */
  code: string;
  /** Of that module, below `code`. */
  entry: string;
  /** Contains the files that are published unchanged. */
  assets: string;
  routes: readonly BundledRoute[];
}

/** A folder for a new bundle. */
export interface BundleDraft {
  folder: string;
  /** Keep the contents of the folder as the bundle of the current code. */
  finish(bundled: Bundled): PageBundle;
  /** Remove the folder, if it was not kept. */
  discard(): void;
}

/** Find the bundle that was made earlier of the code as it is. */
export function findBundle(inputs: BundleInputs): PageBundle | undefined {
  const folder = bundleFolder(inputs);
  const memory = readCacheJson<BundleMemory>(join(folder, memoryName));
  if (!memory || !isDeepStrictEqual(memory.files, checksumsBelow(folder))) return undefined;
  if (!isDeepStrictEqual(memory.inputs, checksumsOf(memory.bundled.inputs))) return undefined;
  utimesSync(folder, new Date(), new Date());
  return describeBundle(folder, memory);
}

/** Bundle the pages of the project: in a process of its own where memory is short, since Astro's stays in use. */
export async function makeBundle(inputs: BundleInputs): Promise<PageBundle> {
  if (isMemoryShort) await bundleElsewhere(inputs);
  return findBundle(inputs) ?? bundleHere(inputs);
}

/** Wait for a process that bundles. If it fails, so does bundling here, with an error that says why. */
async function bundleElsewhere(inputs: BundleInputs): Promise<void> {
  const program = fileURLToPath(new URL('bundler.ts', import.meta.url));
  const child = fork(program, {
    serialization: 'advanced',
    execArgv: [],
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  const ended = once(child, 'exit');
  child.on('error', () => {}).send(inputs);
  await ended.catch(() => {});
}

/** Bundle the pages of the project in this process. */
export async function bundleHere(inputs: BundleInputs): Promise<PageBundle> {
  const draft = openDraft(inputs);
  try {
    const { build } = await loadAstro();
    let bundled: Bundled | undefined;
    process.env['NODE_ENV'] = 'production';
    const integration = bundleIntegration(inputs, draft.folder, (kept) => (bundled = kept));
    await build({ root: projectFolder, logLevel: 'error', integrations: [integration] });
    if (!bundled) throw new Error('Astro did not bundle the pages.');
    return draft.finish(bundled);
  } catch (error) {
    // Measure before the draft is removed, which frees space.
    if (isFullError(error)) noteSpace(error, draft.folder);
    throw error;
  } finally {
    draft.discard();
  }
}

/** Open a folder for a bundle of the code as it is now. */
export function openDraft(inputs: BundleInputs): BundleDraft {
  const folder = bundleFolder(inputs);
  const draft = `${folder}.${process.pid}`;
  const discard = (): void => rmSync(draft, { recursive: true, force: true });
  discard();
  return {
    folder: draft,
    discard,
    finish: (bundled) => {
      const memory: BundleMemory = { bundled, inputs: checksumsOf(bundled.inputs), files: checksumsBelow(draft) };
      writeCacheJson(join(draft, memoryName), memory);
      // Another build may have made the same one meanwhile, and may be rendering with it.
      const known = findBundle(inputs);
      if (known) return known;
      rmSync(folder, { recursive: true, force: true });
      whileInUse(() => renameSync(draft, folder));
      // The compile cache of older code is useless now.
      rmSync(cacheFolders.compiled, { recursive: true, force: true });
      removeOldBundles(dirname(folder));
      return describeBundle(folder, memory);
    },
  };
}

interface BundleMemory {
  bundled: Bundled;
  /** Of the files that were bundled and that the key of the code does not cover. */
  inputs: Checksums;
  files: Checksums;
}

const memoryName = 'bundle.json';
/** Bundles of older code are kept, so that switching branches does not bundle again, but not many. */
const keptBundles = 6;

function bundleFolder(inputs: BundleInputs): string {
  return cacheFolders.pages(inputsKey(inputs));
}

function inputsKey({ config, plain, publicFolder }: BundleInputs): string {
  // Vite puts the site's path before the addresses of fonts only if their files are there.
  const fonts = filesBelow(join(publicFolder, 'fonts'));
  const colours = writePalette(sitePalette(config));
  const { url, offline, fonts: chosen } = config;
  return fingerprint(JSON.stringify([codeKey(pageCode), url, colours, chosen, plain, fonts, offline === true]));
}

function describeBundle(folder: string, { bundled, inputs }: BundleMemory): PageBundle {
  return {
    key: fingerprint(`${basename(folder)} ${JSON.stringify(inputs)}`),
    code: join(folder, 'code'),
    entry: bundled.entry,
    assets: join(folder, 'assets'),
    routes: bundled.routes,
  };
}

/** By path. */
type Checksums = Record<string, number>;

function checksumsBelow(folder: string): Checksums {
  const files = existsSync(folder) ? readdirSync(folder, { recursive: true, withFileTypes: true }) : [];
  const paths = files
    .filter((file) => file.isFile() && file.name !== memoryName)
    .map((file) => join(file.parentPath, file.name));
  return Object.fromEntries(Object.entries(checksumsOf(paths)).map(([path, sum]) => [path.slice(folder.length), sum]));
}

function checksumsOf(paths: readonly string[]): Checksums {
  return Object.fromEntries(paths.toSorted().map((path) => [path, existsSync(path) ? crc32(readFileSync(path)) : -1]));
}

function removeOldBundles(folder: string): void {
  const bundles = readdirSync(folder).map((name) => join(folder, name));
  const newestFirst = bundles
    .map((path) => ({ path, used: statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0 }))
    .toSorted((a, b) => b.used - a.used);
  for (const { path } of newestFirst.slice(keptBundles)) rmSync(path, { recursive: true, force: true });
}
