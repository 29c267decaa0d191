import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { recentHeadlines } from '../../core/admin/near-headlines.ts';
import type { Site } from '../../core/site/site.ts';
import { fingerprint } from '../../core/text/hash.ts';
import { articlesFolder, type BuildSettings } from '../base/options.ts';
import { withSlashes } from '../base/paths.ts';
import { filesBelow, type OtherFile } from '../output/site-file.ts';
import { makeAdminPage } from './admin-page.ts';
import { makeAdminBundle } from './bundle.ts';
import { knownValues } from './known-values.ts';

/** Plan the files of the editor at /admin/. Of several machines that build one site together, the first one makes them. */
export async function planAdmin(
  { config, content, plain, shard }: BuildSettings,
  site: Pick<Site, 'terms' | 'articles'>,
): Promise<OtherFile[]> {
  if (!config.admin || (shard !== undefined && shard.number !== 1)) return [];
  const bundle = await makeAdminBundle({ config, plain });
  const articles = withSlashes(join('content', relative(content, articlesFolder(content))));
  const recent = recentHeadlines(site.articles);
  const page = makeAdminPage({ config, bundle, articles, place: 'host', known: knownValues(site), recent });
  const assets = filesBelow(bundle.folder).filter((file) => file.startsWith('assets/'));
  return [
    { file: 'admin/index.html', key: fingerprint(page), read: () => Buffer.from(page) },
    ...assets.map((file) => ({
      file: `admin/${file}`,
      // Names contain hashes.
      key: fingerprint(file),
      read: () => readFileSync(join(bundle.folder, file)),
    })),
  ];
}
