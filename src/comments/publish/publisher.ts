import type { Store } from '../store/database.ts';
import { readTally, unpublishedArticles } from '../store/queries.ts';
import type { Writer } from '../store/writer.ts';
import { writeArticleFiles } from './files.ts';

/** Dependencies of the publisher. */
export interface Publication {
  store: Store;
  writer: Pick<Writer, 'act'>;
  /** The content folder. */
  content: string;
  /** Rebuilds the site; rejects on failure. Absent if builds are triggered elsewhere. */
  build?: (() => Promise<void>) | undefined;
  /** In milliseconds; it never goes back. */
  clock: () => number;
  log: (line: string) => void;
}

/** Publishes decisions in batches. */
export interface Publisher {
  /**
   * Write the files of the articles that have changed, and build once for all of them. While a build runs, and after one that
   * failed, changes wait. Call it every few seconds.
   */
  tick(): Promise<void>;
  /** Resolves when no attempt is under way. */
  settled(): Promise<void>;
  /** The last error; reset on success. */
  trouble(): string | undefined;
}

const firstPause = 10_000;
const longestPause = 600_000;

/** Create the publisher. Pending work is in the database, so nothing is lost if the process dies. */
export function createPublisher({ store, writer, content, build, clock, log }: Publication): Publisher {
  let isAtWork = false;
  let current = Promise.resolve();
  let trouble: string | undefined;
  let [pause, next] = [firstPause, Number.NEGATIVE_INFINITY];

  const publish = async (): Promise<void> => {
    const due = unpublishedArticles(store);
    if (due.length > 0) {
      const slugs = due.map(([slug]) => slug);
      writeArticleFiles(store, content, slugs);
      await must(writer.act('markWritten', due));
      log(`published: files of ${due.length} articles`);
    }
    const { unbuilt } = readTally(store);
    if (unbuilt === 0) return;
    if (build) await build();
    await must(writer.act('markBuilt', unbuilt));
  };

  const attempt = async (): Promise<void> => {
    isAtWork = true;
    try {
      await publish();
      [trouble, pause] = [undefined, firstPause];
    } catch (error) {
      trouble = (error as Error).message;
      next = clock() + pause;
      log(`not published: ${trouble} Next attempt in ${pause / 1000} s.`);
      pause = Math.min(2 * pause, longestPause);
    } finally {
      isAtWork = false;
    }
  };

  return {
    trouble: () => trouble,
    tick() {
      if (!isAtWork && clock() >= next) current = attempt();
      return current;
    },
    settled: () => current,
  };
}

async function must(done: Promise<boolean | undefined>): Promise<void> {
  if ((await done) === undefined) throw new Error('The database is full, or another process writes.');
}
