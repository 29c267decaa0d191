import { copyFileSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AdminAssets } from '../../core/admin/page.ts';
import { fingerprint } from '../../core/text/hash.ts';
import { whileInUse } from '../base/in-use.ts';
import { type BuildOptions, projectFolder } from '../base/options.ts';
import { readCacheJson, writeCacheJson } from '../cache/cache-file.ts';
import { cacheFolders } from '../cache/cache-folders.ts';
import { type CodeFilter, codeKey } from '../cache/code-key.ts';
import { customCode } from '../render/custom-code.ts';
import { palette } from '../render/palette.ts';
import { siteFonts } from '../render/site-fonts.ts';
import { editorPlugin } from './editor-plugin.ts';

/** The editor as bundled for browsers. Names of files contain hashes of their contents. */
export interface AdminBundle extends AdminAssets {
  /** Contains the files, in `assets`. */
  folder: string;
  /** Paths below the folder: the dictionary of the proofreader, and the style sheet of the preview. */
  dictionary: string;
  preview: string;
}

type BundledPaths = Omit<AdminBundle, 'folder'>;

/** What the bundle depends on. */
export type AdminInputs = Pick<BuildOptions, 'config' | 'plain'>;

const adminCode: CodeFilter = (path) => /^(?:admin|core|fonts|styles|engine\/admin)\//.test(path);

/** Bundle the editor, or find the bundle that was made of the same code. */
export async function makeAdminBundle(inputs: AdminInputs): Promise<AdminBundle> {
  const { colours, fonts } = inputs.config;
  const folder = cacheFolders.admin(fingerprint(JSON.stringify([codeKey(adminCode), colours, fonts, inputs.plain])));
  const known = readCacheJson<BundledPaths>(join(folder, 'bundle.json'));
  if (known) return { ...known, folder };
  const draft = `${folder}.${process.pid}`;
  try {
    rmSync(draft, { recursive: true, force: true });
    const assets = await bundleInto(draft, inputs);
    writeCacheJson(join(draft, 'bundle.json'), assets);
    mkdirSync(dirname(folder), { recursive: true });
    if (!existsSync(folder)) whileInUse(() => renameSync(draft, folder));
    // Another process may have been faster.
    return { ...(readCacheJson<BundledPaths>(join(folder, 'bundle.json')) ?? assets), folder };
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}

async function bundleInto(folder: string, { config, plain }: AdminInputs): Promise<BundledPaths> {
  const { build, defaultClientConditions } = await import('vite');
  await build({
    configFile: false,
    root: projectFolder,
    // Addresses are relative to the script, so that the site may have a path.
    base: './',
    publicDir: false,
    logLevel: 'error',
    cacheDir: join(folder, 'vite'),
    // The server of npm run dev runs as development, and bundles are shared with builds.
    define: {
      'process.env.NODE_ENV': '"production"',
      'import.meta.env.DEV': 'false',
      'import.meta.env.PROD': 'true',
    },
    resolve: {
      conditions: defaultClientConditions.map((each) => (each === 'development|production' ? 'production' : each)),
    },
    plugins: [editorPlugin(), customCode(plain), palette(config), siteFonts({ config })],
    worker: { format: 'es', plugins: () => [editorPlugin()] },
    build: {
      outDir: folder,
      emptyOutDir: true,
      assetsDir: 'assets',
      assetsInlineLimit: 0,
      modulePreload: false,
      manifest: 'manifest.json',
      reportCompressedSize: false,
      chunkSizeWarningLimit: 5000,
      rolldownOptions: {
        input: ['main.ts', 'preview-styles.ts'].map((name) => join(projectFolder, 'src/admin', name)),
      },
    },
  });
  const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as Record<
    string,
    { file: string; css?: string[] }
  >;
  const entry = manifest['src/admin/main.ts']!;
  const { file, css: [preview = ''] = [] } = manifest['src/admin/preview-styles.ts']!;
  rmSync(join(folder, file));
  rmSync(join(folder, 'manifest.json'));
  const words = fileURLToPath(new URL('index.dic', import.meta.resolve('dictionary-fa')));
  const dictionary = `assets/dictionary-${fingerprint(readFileSync(words, 'utf8'))}.txt`;
  copyFileSync(words, join(folder, dictionary));
  return { script: entry.file, styles: entry.css ?? [], dictionary, preview };
}
