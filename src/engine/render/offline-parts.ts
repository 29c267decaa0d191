import { dirname, join, resolve } from 'node:path';
import type { Plugin } from 'vite';
import type { SiteConfig } from '../../core/config/site-config.ts';
import { workerFile } from '../../core/hosting/offline.ts';
import { projectFolder } from '../base/options.ts';

const worker = join(projectFolder, 'src/client/offline/worker.ts');
const components = join(projectFolder, 'src/components/offline');
const nothing = '\0rooznegar-nothing';

/**
 * Vite plugin: with `offline`, the service worker is a script under a fixed name, and without it, its components and all
 * that they import are not in the bundle.
 */
export function offlineParts({ offline }: Pick<SiteConfig, 'offline'>): Plugin {
  return {
    name: 'rooznegar-offline',
    enforce: 'pre',
    buildStart() {
      if (offline && this.environment.name === 'client') {
        this.emitFile({ type: 'chunk', id: worker, fileName: workerFile });
      }
    },
    resolveId(source, importer) {
      if (offline || importer === undefined || !/\/offline\/\w+\.astro$/.test(source)) return undefined;
      const from = dirname(resolve(importer.split('?', 1)[0]!));
      return dirname(resolve(from, source)) === components ? nothing : undefined;
    },
    load: (id) => (id === nothing ? 'export default () => "";' : undefined),
  };
}
