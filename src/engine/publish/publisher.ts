import { writeSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import { spaceOf } from '../base/disk-space.ts';
import { removeFolder } from '../base/in-use.ts';
import { nearFolder, nextFolder } from '../output/folders.ts';
import { changesFile } from '../output/changes.ts';
import { openJournal } from './journal.ts';
import { bringNear, moveFiles } from './moves.ts';
import { orderSteps } from './order.ts';
import type { PublisherFailure } from './run-publisher.ts';

/*
 * The process that moves the files of a finished site into place. It starts at a signal from its build, and finishes even
 * if the build is killed.
 */
const [cache, out] = process.argv.slice(2) as [string, string];
// Not read at once: a pipe of Windows that is closed, and one of macOS that is still empty, throw then.
if ((await text(process.stdin)) === 'publish') publish();

function publish(): void {
  let isBegun = false;
  try {
    bringNear(nextFolder({ cache }), out);
    const { written, removed } = openJournal({ cache, out });
    isBegun = true;
    const steps = orderSteps(
      written.map(([file]) => file),
      removed,
    );
    moveFiles(out, { ...steps, written: [...steps.written, changesFile] });
    removeFolder(nearFolder(out));
  } catch (error) {
    const { code, path, message } = error as NodeJS.ErrnoException;
    const space = spaceOf(error as Error);
    writeSync(1, JSON.stringify({ code, path, message, isBegun, space } satisfies PublisherFailure));
    process.exitCode = 1;
  }
}
