import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import type { SiteConfig } from '../../core/config/site-config.ts';
import { workerFile, writeWorker } from '../../core/hosting/offline.ts';
import type { TextFile } from '../../core/hosting/text-files.ts';
import { filesBelow } from '../output/site-file.ts';
import type { PageBundle } from '../render/bundle.ts';

/** Write the service worker, if the site has one: the bundled script with a version that covers all files pages load. */
export function workerText(
  config: SiteConfig,
  { bundle, public: publicFolder }: { bundle: PageBundle; public: string },
): TextFile[] {
  const bundled = join(bundle.assets, workerFile);
  if (!config.offline || !existsSync(bundled)) return [];
  const fonts = filesBelow(join(publicFolder, 'fonts')).map(
    (file) => `${file} ${crc32(readFileSync(join(publicFolder, 'fonts', file)))}`,
  );
  // Names of scripts and styles contain hashes. The offline page shows the menu, which depends on the configuration.
  const parts = [...filesBelow(bundle.assets), ...fonts].toSorted();
  const text = writeWorker(readFileSync(bundled, 'utf8'), [...parts, JSON.stringify(config)]);
  return [{ file: workerFile, text }];
}
