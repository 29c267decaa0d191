import { isUtf8 } from 'node:buffer';
import { hash } from 'node:crypto';
import { closeSync, type Dirent, openSync, readdirSync, readFileSync, readSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';
import { commentFileEnding as ending, commentLimits, commentsFolder } from '../../core/comments/comment.ts';
import { parseComments, type ParsedComments, tooLarge } from '../../core/comments/comment-file.ts';
import type { CommentFile } from '../../core/comments/discussion.ts';
import { type CommentSummary, summarize, threadsOf } from '../../core/comments/threads.ts';
import { commentsOf } from '../../core/config/comments.ts';
import type { SiteConfig } from '../../core/config/site-config.ts';
import type { Problem } from '../../core/problems/problem.ts';
import { readCacheJson, writeCacheJson } from '../cache/cache-file.ts';
import { codeKey, parsingCode } from '../cache/code-key.ts';
import { isRecentStamp, sizeOf, stampOf } from '../cache/file-stamp.ts';
import { displayName, isInside, readText, realpathOf } from './find-files.ts';

/** Cached summary of a file with a given stamp. Files with problems or warnings are not cached. */
type KnownFile = CommentSummary & { stamp: string };

interface CommentsCache {
  /** Fingerprint of the code and settings that the summaries depend on. */
  setup: string;
  files: Record<string, KnownFile>;
}

/** The comments of a content folder. */
export interface FoundComments {
  /** Sorted by name. */
  files: readonly CommentFile[];
  problems: readonly Problem[];
  warnings: readonly Problem[];
}

/**
 * Read the comments of a content folder. What is in unchanged files is known from the cache, without their texts.
 *
 * @param cache Folder of the cache of this content folder.
 */
export function readComments(
  content: string,
  config: Pick<SiteConfig, 'comments' | 'limits'>,
  cache: string,
): FoundComments {
  const settings = commentsOf(config);
  const folder = join(content, commentsFolder);
  const entries = settings ? listFiles(folder) : [];
  if (!settings || entries.length === 0) return { files: [], problems: [], warnings: [] };
  const problems: Problem[] = [];
  const warnings: Problem[] = [];
  const path = join(cache, 'comments.json');
  const setup = `${codeKey(parsingCode)} ${settings.page}`;
  const saved = readCacheJson<CommentsCache>(path);
  const known: Readonly<Record<string, KnownFile | undefined>> = saved?.setup === setup ? saved.files : {};
  const before = Object.keys(known).length;
  const kept: Record<string, KnownFile> = {};
  let fresh = 0;
  const root = realpathOf(content);
  const isLinked = !isInside(realpathOf(folder), root);
  const prefix = `${displayName(folder)}/`;
  const files = entries.flatMap((entry): CommentFile[] => {
    const place = { path: folder + sep + entry.name, name: prefix + entry.name };
    if (isLinked || (entry.isSymbolicLink() && !isInside(realpathOf(place.path), root))) {
      problems.push({ id: 'symlink-outside', file: place.name, line: 1, column: 1, values: {} });
      return [];
    }
    const stamped = Date.now();
    const stamp = stampOf(place.path);
    let summary = known[entry.name];
    if (summary?.stamp !== stamp) {
      const read = readFile(place, config, sizeOf(stamp));
      problems.push(...read.problems);
      warnings.push(...read.warnings);
      summary = { stamp, ...summarize(threadsOf(read.comments), settings.page, read.digest) };
      fresh += 1;
      if (read.problems.length + read.warnings.length === 0 && !isRecentStamp(stamp, stamped))
        kept[entry.name] = summary;
    } else kept[entry.name] = summary;
    const { count, pages, newest } = summary;
    const slug = entry.name.slice(0, -ending.length).normalize('NFC');
    return [{ slug, file: place.name, count, pages, newest, read: () => readFile(place, config).comments }];
  });
  const isChanged = fresh > 0 || before !== files.length;
  if (isChanged && problems.length === 0) writeCacheJson(path, { setup, files: kept } satisfies CommentsCache);
  return { files, problems, warnings };
}

function listFiles(folder: string): Dirent[] {
  const entries = statSync(folder, { throwIfNoEntry: false })?.isDirectory()
    ? readdirSync(folder, { withFileTypes: true })
    : [];
  return entries
    .filter((entry) => entry.name.endsWith(ending) && !entry.name.startsWith('.') && !entry.isDirectory())
    .toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

function readFile(
  place: { path: string; name: string },
  config: Pick<SiteConfig, 'limits'>,
  size?: number,
): ParsedComments & { digest?: string } {
  const bytes = readAtOnce(place.path, size);
  if (bytes) return { ...parseComments(bytes.toString('utf8'), place.name), digest: hash('sha1', bytes, 'base64url') };
  const limits = { ...config.limits, fileBytes: commentLimits.fileBytes };
  const read = readText(place, { limits });
  if (!('problem' in read)) return parseComments(read.text, place.name);
  const { problem } = read;
  const own = problem.id === 'file-too-large' ? tooLarge(place.name) : problem;
  return { comments: [], problems: [own], warnings: [] };
}

/**
 * Read a file that is text and small enough; `undefined` for others. The bytes are valid until the next call.
 *
 * @param size Its size as far as it is known.
 */
function readAtOnce(path: string, size?: number): Buffer | undefined {
  try {
    const bytes = readInto(shared, path, size) ?? readFileSync(path);
    return bytes.length <= commentLimits.fileBytes && isUtf8(bytes) && !bytes.includes(0) ? bytes : undefined;
  } catch {
    return undefined;
  }
}

/** One buffer for nearly all files: a new one for each takes longer than reading. */
const shared = Buffer.allocUnsafeSlow(65_536);

/** Read a file of a known size into a buffer; `undefined` if there is more, or less. */
function readInto(buffer: Buffer, path: string, size = Number.POSITIVE_INFINITY): Buffer | undefined {
  if (!(size < buffer.length)) return undefined;
  const file = openSync(path, 'r');
  try {
    return readSync(file, buffer, 0, size + 1, null) === size ? buffer.subarray(0, size) : undefined;
  } finally {
    closeSync(file);
  }
}
