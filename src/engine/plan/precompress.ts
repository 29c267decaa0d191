import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { type FilePlan, keepFile, type MadeFile } from '../output/make-file.ts';
import { nextFolder, type PublishFolders } from '../output/folders.ts';
import type { PublishedFiles } from '../output/published-files.ts';
import type { SiteFile } from '../output/site-file.ts';
import { mapConcurrently } from '../base/concurrently.ts';

/** A compressed version of a file, next to it. */
interface PackedFile extends SiteFile {
  source: string;
  pack(bytes: Uint8Array): Promise<Uint8Array>;
}

/**
 * Add `.br` and `.gz` files (RFC 7932, RFC 1952) to a plan, next to everything that web servers would compress on the
 * fly. Those of unchanged files are kept.
 */
export function withCompressed(plan: FilePlan, folders: PublishFolders): FilePlan {
  const { rest } = plan;
  const packed = plan.files.filter(({ file }) => compressible.test(file)).flatMap(packedForms);
  return {
    files: [...plan.files, ...packed],
    make: async (isStale, intact, report) => {
      const made = await plan.make(isStale, intact, report);
      const work = { folders, intact, sources: new Map(made.map((file) => [file.file, file])) };
      return [...made, ...(await mapConcurrently(packed.filter(isStale), threads, (file) => makePacked(file, work)))];
    },
    ...(rest && { rest: async () => withCompressed(await rest(), folders) }),
  };
}

// Text formats; pictures, videos, fonts and the search index are already compressed.
const compressible = /^(?!\.).*\.(?:html?|css|m?js|json|opml|svg|txt|xml)$/i;

// Size of libuv's thread pool, in which Node compresses.
const threads = 4;

const [toBrotli, toGzip] = [promisify(brotliCompress), promisify(gzip)];

// Brotli at 8 takes 3 ms of CPU for 30 to 100 KB and is 8 % larger than at 11, which takes 26 to 85 ms.
const packers: Readonly<Record<string, PackedFile['pack']>> = {
  br: (bytes) =>
    toBrotli(bytes, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: 8,
        [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
        [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
      },
    }),
  gz: (bytes) => toGzip(bytes, { level: 9 }),
};

function packedForms({ file, key }: SiteFile): PackedFile[] {
  return Object.entries(packers).map(([ending, pack]) => ({
    file: `${file}.${ending}`,
    key: `packed ${key}`,
    source: file,
    pack,
  }));
}

interface PackingWork {
  folders: PublishFolders;
  intact: PublishedFiles;
  /** The files made by this build. */
  sources: ReadonlyMap<string, MadeFile>;
}

async function makePacked({ file, key, source, pack }: PackedFile, work: PackingWork): Promise<MadeFile> {
  const before = work.intact.get(file)?.hash;
  if (before !== undefined && work.sources.get(source)?.isNew === false)
    return { file, key, hash: before, isNew: false };
  const next = nextFolder(work.folders);
  const fresh = join(next, source);
  const bytes = readFileSync(existsSync(fresh) ? fresh : join(work.folders.out, source));
  return keepFile(next, { file, key, before }, await pack(bytes));
}
