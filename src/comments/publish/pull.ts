import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { parseComments, writeComments } from '../../core/comments/comment-file.ts';
import { isSlug } from '../../core/comments/form.ts';
import { CommentsError } from '../store/errors.ts';
import type { ExportLine } from './export.ts';
import { writeCommentFiles } from './files.ts';

/** Options of a pull. */
export interface Pull {
  /** Address of the service, with a final slash. */
  address: string;
  /** The service’s key for exports. */
  key: string;
  content: string;
  /** File with the position of the last pull. If it is lost, everything is pulled again. */
  memory: string;
}

/**
 * Bring published comments from a service on another machine into the content folder: those that changed since the last time.
 *
 * @returns Slugs of the articles whose files were written.
 * @throws CommentsError if the service refuses, or sends anything but comments.
 */
export async function pullComments({ address, key, content, memory }: Pull): Promise<string[]> {
  let after = readMemory(memory, address);
  const written: string[] = [];
  for (;;) {
    const lines = await fetchLines(new URL(`export?after=${after}`, address), key);
    const last = lines.at(-1);
    if (!last) break;
    writeCommentFiles(
      content,
      lines.map(({ slug, file }) => [slug, file]),
    );
    written.push(...lines.map(({ slug }) => slug));
    after = last.change;
  }
  mkdirSync(dirname(memory), { recursive: true });
  writeFileSync(memory, JSON.stringify({ address, after }));
  return written;
}

function readMemory(memory: string, address: string): number {
  try {
    const known = existsSync(memory) ? (JSON.parse(readFileSync(memory, 'utf8')) as Record<string, unknown>) : {};
    return known['address'] === address && Number.isSafeInteger(known['after']) ? Number(known['after']) : 0;
  } catch {
    return 0;
  }
}

async function fetchLines(url: URL, key: string): Promise<ExportLine[]> {
  const answer = await fetch(url, { headers: { Authorization: `Bearer ${key}` }, redirect: 'error' });
  if (!answer.ok)
    throw new CommentsError(
      `${url.href} answered ${answer.status}. Check the address, and COMMENTS_KEY on both machines.`,
    );
  const text = await answer.text();
  return text.split('\n').flatMap((line) => (line === '' ? [] : [readLine(line, url)]));
}

/** Parse a line, which is untrusted input from another machine. */
function readLine(line: string, url: URL): ExportLine {
  const { slug, change, file } = JSON.parse(line) as Partial<ExportLine>;
  const refuse = (what: string): never => {
    throw new CommentsError(`${url.href} sent ${what}. Nothing was written for it.`);
  };
  if (typeof slug !== 'string' || !isSlug(slug)) return refuse('a name that no article can have');
  if (typeof file !== 'string' || !Number.isSafeInteger(change)) return refuse(`a line for «${slug}» without its file`);
  const { comments, problems } = parseComments(file, slug);
  if (problems.length > 0) return refuse(`comments for «${slug}» that can’t be read`);
  return { slug, change: change!, file: writeComments(comments) };
}
