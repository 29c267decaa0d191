import { parentPort, workerData } from 'node:worker_threads';
import { type BundleTask, makeBundle } from './pagefind-bundle.ts';

parentPort!.postMessage(await makeBundle(workerData as BundleTask), []);
