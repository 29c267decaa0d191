import { parentPort, workerData } from 'node:worker_threads';
import { actions } from './actions.ts';
import { databasePath, emptyLog, isPassing, openStore, type Store } from './database.ts';
import { insertComments } from './insert.ts';
import type { Answer, Job, WriterData } from './writer.ts';

const port = parentPort!;
const { folder, largest } = workerData as WriterData;
const store = openStore(folder, { largest });

port.on('message', (job: Job) => {
  if (job.kind === 'stop') {
    emptyLog(store);
    store.close();
    port.close();
    return;
  }
  port.postMessage(run(job));
});
port.postMessage({ results: [databasePath(folder)] } satisfies Answer);

// Errors other than a lack of space, such as a corrupt database, end the thread and the service with it.
function run(job: Exclude<Job, { kind: 'stop' }>): Answer {
  try {
    if (job.kind === 'insert') return { results: insertComments(store, job.comments) };
    const act = actions[job.name] as (store: Store, ...values: unknown[]) => unknown;
    return { results: [act(store, ...job.values)] };
  } catch (error) {
    if (!isPassing(error)) throw error;
    return { results: undefined };
  }
}
