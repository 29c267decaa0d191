import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fingerprint } from '../../core/text/hash.ts';
import { digestOf } from '../cache/digest.ts';
import { type FilePlan, planOthers } from '../output/make-file.ts';
import { type Shard } from '../base/options.ts';
import { UsageError } from '../base/errors.ts';
import type { PublishFolders } from '../output/folders.ts';
import { changesFile } from '../output/changes.ts';
import type { PictureFile } from '../pictures/variants.ts';
import type { ShareFile } from '../pictures/share-pictures.ts';
import { filesBelow } from '../output/site-file.ts';
import { type OtherFile } from '../output/site-file.ts';
import { type PageFile } from '../output/site-file.ts';
import { type SiteFile } from '../output/site-file.ts';

/** Name of the file that identifies a shard and its site. */
export const shardFile = '.shard.json';

interface ShardNote extends Shard {
  /**
   * Fingerprint of the whole site: shards of different content or build times can't be joined. It must be equal on
   * every machine, so copied files are identified by name (their keys depend on the local disk); only one shard copies
   * them.
   */
  site: string;
}

/**
 * Parse a shard in the notation of the command line.
 *
 * @example readShard('2/4') // { number: 2, of: 4 }
 * @throws UsageError for any other text.
 */
export function readShard(text: string): Shard {
  const [, number = 0, of = 0] = (/^(\d+)\/(\d+)$/.exec(text) ?? []).map(Number);
  if (number < 1 || number > of) throw new UsageError(`--shard: expected a share such as 2/4, found «${text}».`);
  return { number, of };
}

/** The files of a site, grouped by how they are made. */
export interface SiteFiles {
  pages: readonly PageFile[];
  pictures: readonly ShareFile[];
  /** Variants of pictures that articles show. */
  variants: readonly PictureFile[];
  others: readonly OtherFile[];
}

/** Select the files of a shard: its share of pages and pictures; the first shard also makes everything else. */
export function ownShare({ pages, pictures, variants, others }: SiteFiles, { number, of }: Shard): SiteFiles {
  const made = [...pages, ...pictures, ...variants].map(({ file, key }) => `${file} ${key}`);
  const site = fingerprint([...made, ...others.map(({ file }) => file)].join());
  const note = Buffer.from(JSON.stringify({ number, of, site } satisfies ShardNote));
  const taken = new Set(others.map(({ file }) => file));
  const isOwn = ({ file }: SiteFile): boolean =>
    !taken.has(file) && Number.parseInt(fingerprint(file).slice(0, 8), 16) % of === number - 1;
  return {
    pages: pages.filter(isOwn),
    pictures: pictures.filter(isOwn),
    variants: variants.filter(isOwn),
    others: [...(number === 1 ? others : []), { file: shardFile, key: site, read: () => note }],
  };
}

/**
 * Plan the site that consists of shards.
 *
 * @param shards Folder that contains the folders of all shards.
 * @throws UsageError if a shard is missing, or if they are not of one site.
 */
export function planMerge(shards: string, folders: PublishFolders): FilePlan {
  const parts = (existsSync(shards) ? readdirSync(shards) : [])
    .map((name) => join(shards, name))
    .filter((folder) => existsSync(join(folder, shardFile)))
    .map((folder) => ({ folder, note: JSON.parse(readFileSync(join(folder, shardFile), 'utf8')) as ShardNote }));
  checkShards(
    shards,
    parts.map(({ note }) => note),
  );
  const others = parts.flatMap(({ folder }) =>
    filesBelow(folder)
      .filter((file) => file !== shardFile && file !== changesFile)
      .map((file): OtherFile => {
        const read = (): Buffer => readFileSync(join(folder, file));
        return { file, key: digestOf(read()), read };
      }),
  );
  return planOthers(others, folders);
}

function checkShards(folder: string, notes: readonly ShardNote[]): void {
  const [first] = notes;
  if (!first)
    throw new UsageError(`--merge: there is no shard in ${folder}. Build them first: --shard 1/2 --out ${folder}/1`);
  if (notes.some(({ of, site }) => of !== first.of || site !== first.site)) {
    throw new UsageError(
      '--merge: the shards belong to different sites. Build them from the same content, with the same --now.',
    );
  }
  const numbers = new Set(notes.map(({ number }) => number));
  const missing = Array.from({ length: first.of }, (_, index) => index + 1).filter((number) => !numbers.has(number));
  if (missing.length > 0)
    throw new UsageError(`--merge: shard ${missing.join(', ')} of ${first.of} is missing in ${folder}.`);
}
