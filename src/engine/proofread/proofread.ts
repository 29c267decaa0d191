import type { MendScope } from '../../core/proofreading/mend.ts';
import type { Finding } from '../../core/proofreading/proofread.ts';
import { runBatches } from '../base/thread-pool.ts';
import { findContentFiles } from '../content/load-content.ts';
import type { BuildOptions } from '../base/options.ts';
import { learnWords } from './dictionary.ts';
import { createProofreader } from './proofread-files.ts';

/** The result of proofreading a content folder. */
export interface Proofreading {
  /** The findings that remain. */
  findings: readonly Finding[];
  /** The findings that were fixed in the files. */
  mended: readonly Finding[];
}

/**
 * Proofread all files of the content folder, in several threads if there are many. Unreadable files are skipped:
 * parsing reports them.
 *
 * @param scope What to fix; if absent, no file is written.
 */
export async function proofreadContent(
  { content, config }: Pick<BuildOptions, 'content' | 'config'>,
  scope?: MendScope,
  onProgress: (done: number, total: number) => void = () => {},
): Promise<Proofreading> {
  const { tasks } = await findContentFiles(content);
  const mended: Finding[] = [];
  let learned = await learnWords(tasks, config);
  for (let round = 1; ; round += 1) {
    const files = await runBatches(
      {
        tasks,
        setup: { config: learned, scope },
        create: createProofreader,
        worker: new URL('./proofread-worker.ts', import.meta.url),
        batchSize: 100,
        isLarge: tasks.length >= 400,
      },
      onProgress,
    );
    mended.push(...files.flatMap((file) => file.mended));
    const findings = files.flatMap((file) => file.findings);
    if (round === maxRounds || files.every((file) => file.mended.length === 0)) return { findings, mended };
    // Fixed texts may contain new words to learn, with which a second run would find more to fix.
    const next = await learnWords(tasks, config);
    if (next.orthography.words.join() === learned.orthography.words.join()) return { findings, mended };
    learned = next;
  }
}

// Maximum rounds of fixing with newly learnt words; two were enough for 200 articles of a news agency.
const maxRounds = 5;
