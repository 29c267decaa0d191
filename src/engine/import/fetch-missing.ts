import type { Progress } from '../base/progress.ts';
import type { ConversionSetup, ConversionTask } from './convert.ts';
import { convertAll } from './convert-all.ts';
import { downloadMedia } from './media/download.ts';
import type { ImportOptions } from './options.ts';
import type { Tally } from './tally.ts';

/** Fetch pictures that are in no folder, found by a trial conversion. */
export async function fetchMissing(
  tasks: () => AsyncGenerator<ConversionTask>,
  setup: ConversionSetup,
  total: number,
  { content, config, isTrial }: ImportOptions,
  progress: Progress,
  tally: Tally,
): Promise<void> {
  const missing = new Set<string>();
  await progress.phase('looking for pictures', async (report) => {
    let done = 0;
    const trial = { ...setup, isAsIs: true, media: { ...setup.media, copies: false } };
    await convertAll(tasks(), trial, total, undefined, (_, result) => {
      for (const address of result.missing) if (/^https?:\/\//i.test(address)) missing.add(address);
      report((done += 1), total);
    });
  });
  if (isTrial === true || missing.size === 0) return;
  const { fetched, failed } = await progress.phase('fetching pictures', async (report) =>
    downloadMedia([...missing], { content, maxBytes: config.limits.imageBytes }, report),
  );
  tally.download(fetched.size, failed);
}
