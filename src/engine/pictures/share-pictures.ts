import type { Site } from '../../core/site/site.ts';
import { articleCard, type ShareCard, shareFile, siteCard } from '../../core/pictures/share-card.ts';
import { mapConcurrently } from '../base/concurrently.ts';
import { moduleKey } from '../cache/code-key.ts';
import { digestOf } from '../cache/digest.ts';
import { keepFile, type MadeFile } from '../output/make-file.ts';
import type { PublishedFiles } from '../output/published-files.ts';
import { openShareRenderer, type ShareRenderer } from './share-renderer.ts';
import { openShareStore, type ShareStore } from './share-store.ts';
import type { SiteFile } from '../output/site-file.ts';

/** A planned share picture. Its key is a fingerprint of its texts and of the code that draws it. */
export interface ShareFile extends SiteFile {
  card: ShareCard;
}

// Matches the four threads of libuv's pool, which the renderer uses.
const concurrentDrawings = 4;

/** List the share pictures of a site: its own and those of articles. */
export function shareFiles({ articles, config }: Pick<Site, 'articles' | 'config'>): ShareFile[] {
  if (config.share.days === 0) return [];
  const code = moduleKey('engine/pictures/share-renderer.ts', ['@takumi-rs/core', 'vazirmatn']);
  const plan = (card: ShareCard, slug?: string): ShareFile => ({
    file: shareFile(slug),
    key: digestOf(code + JSON.stringify(card)),
    card,
  });
  const shared = articles.filter(({ share }) => share !== undefined);
  return [
    plan(siteCard(config)),
    ...shared.map(({ slug, title, kicker, date, section }) =>
      plan(articleCard({ title, kicker, date, section: section?.slug }, config), slug),
    ),
  ];
}

/** Context for making share pictures. */
export interface ShareWork {
  /** The cache of the site. */
  cache: string;
  /** Folder that pictures are written to. */
  folder: string;
  intact: PublishedFiles;
  /** Holds the newspaper's mark. */
  publicFolder: string;
  /** All share pictures of the site: others are removed from the cache. */
  all: readonly ShareFile[];
}

/** Make share pictures; those drawn before come from the cache. */
export async function makeShareFiles(
  files: readonly ShareFile[],
  { cache, folder, intact, publicFolder, all }: ShareWork,
): Promise<MadeFile[]> {
  if (files.length === 0) return [];
  const store = openShareStore(cache);
  let opened: Promise<ShareRenderer> | undefined;
  const draw = async (card: ShareCard): Promise<Uint8Array> =>
    (await (opened ??= openShareRenderer(publicFolder)))(card);
  const made = await mapConcurrently(files, concurrentDrawings, async ({ file, key, card }) => {
    const bytes = store.load(key) ?? (await drawAndSave(store, key, () => draw(card)));
    return keepFile(folder, { file, key, before: intact.get(file)?.hash }, bytes);
  });
  store.retain(all.map(({ key }) => key));
  return made;
}

async function drawAndSave(store: ShareStore, key: string, draw: () => Promise<Uint8Array>): Promise<Uint8Array> {
  const bytes = await draw();
  store.save(key, bytes);
  return bytes;
}
