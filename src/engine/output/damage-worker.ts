import { parentPort, workerData } from 'node:worker_threads';
import { findModifiedOutputs, type PublishedPlace } from './published-files.ts';

parentPort!.postMessage(findModifiedOutputs(workerData as PublishedPlace), []);
