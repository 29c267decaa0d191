import type { MendScope } from '../../core/proofreading/mend.ts';
import type { Finding } from '../../core/proofreading/proofread.ts';
import { runBatches } from '../base/thread-pool.ts';
import { findContentFiles } from '../content/load-content.ts';
import type { BuildOptions } from '../base/options.ts';
import { learnWords } from './dictionary.ts';
import { createProofreader } from './proofread-files.ts';

/** What proofreading a content folder came to. */
export interface Proofreading {
  /** What is to be mended still. */
  findings: readonly Finding[];
  /** What was mended in the files. */
  mended: readonly Finding[];
}

/**
 * Proofread all files of the content folder, in several threads where there are many. Files that can't be read are left
 * to those who read them as articles.
 *
 * @param scope What to mend; without it, no file is written.
 */
export async function proofreadContent(
  { content, config }: Pick<BuildOptions, 'content' | 'config'>,
  scope?: MendScope,
  onProgress: (done: number, total: number) => void = () => {},
): Promise<Proofreading> {
  const { tasks } = await findContentFiles(content);
  const files = await runBatches(
    {
      tasks,
      setup: { config: await learnWords(tasks, config), scope },
      create: createProofreader,
      worker: new URL('./proofread-worker.ts', import.meta.url),
      batchSize: 100,
      isLarge: tasks.length >= 400,
    },
    onProgress,
  );
  return {
    findings: files.flatMap(({ findings }) => findings),
    mended: files.flatMap(({ mended }) => mended),
  };
}
