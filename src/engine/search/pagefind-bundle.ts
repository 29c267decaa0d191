import { writeContents } from '../../core/search/pagefind/records.ts';
import type { RecordFacts } from '../../core/search/pagefind/describe.ts';
import { readGroups } from '../../core/search/sharded/groups.ts';
import { MachineError } from '../base/errors.ts';

/** The words and articles of a period, from which Pagefind makes an index. */
export interface BundleTask {
  /** From the period's word index. */
  chunks: readonly Uint8Array[];
  /** Oldest first. */
  records: readonly RecordFacts[];
}

/** A file as Pagefind writes it. */
export interface BundleFile {
  path: string;
  content: Uint8Array;
}

let last: Promise<unknown> = Promise.resolve();

/**
 * Have Pagefind index the articles of a period. The same input gives the same bytes. A thread has one Pagefind, which makes
 * one index after the other.
 */
export async function makeBundle(task: BundleTask): Promise<BundleFile[]> {
  const made = last.then(() => runPagefind(task));
  last = made.catch(() => {});
  return made;
}

async function runPagefind({ chunks, records }: BundleTask): Promise<BundleFile[]> {
  const { createIndex, close } = await openService();
  try {
    const { index, errors } = await createIndex({ forceLanguage: 'fa' });
    if (!index) throw new Error(errors.join('\n'));
    const groups = chunks.flatMap((bytes) => [...readGroups(bytes)]);
    const contents = writeContents(groups, records.length);
    // Pagefind numbers records in the order in which they come. Waiting for each would take long while this thread is busy.
    const adding = records.map((record, number) =>
      index.addCustomRecord({ ...record, content: contents[number]!, language: 'fa' }),
    );
    for (const [number, added] of (await Promise.all(adding)).entries()) {
      if (added.errors.length > 0) throw new Error(`${records[number]!.url}: ${added.errors.join('\n')}`);
    }
    const { files, errors: failures } = await index.getFiles();
    if (failures.length > 0) throw new Error(failures.join('\n'));
    // Pagefind lists them in any order.
    return files.map(({ path, content }) => ({ path, content })).toSorted((a, b) => (a.path < b.path ? -1 : 1));
  } finally {
    await close();
  }
}

/** Positions per file of words: small files cost readers fewer bytes (`npm run bench:search`). */
const positionsPerFile = 3000;

/** Load Pagefind, which starts its program when it is first used, and again after `close`. */
async function openService(): Promise<typeof import('pagefind')> {
  process.env['PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE'] = String(positionsPerFile);
  return import('pagefind');
}

/** Explain an error of {@link makeBundle}, possibly of another thread, if Pagefind's program does not run on this machine. */
export function missingProgram(error: unknown): unknown {
  if (!(error instanceof Error) || !/Failed to install either of|backend closed/.test(error.message)) return error;
  return new MachineError(
    (language) =>
      language === 'fa'
        ? 'برنامهٔ Pagefind روی این دستگاه نصب نشده است یا اجرا نمی‌شود. npm ci را بی --omit=optional اجرا کنید، یا در src/config.ts بنویسید: search: { engine: "sharded" }.'
        : "Pagefind's program is not installed for this machine, or does not run on it. Run npm ci without --omit=optional, or write search: { engine: 'sharded' } in src/config.ts.",
    { cause: error },
  );
}
