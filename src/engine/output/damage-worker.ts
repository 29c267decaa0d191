import { parentPort, workerData } from 'node:worker_threads';
import { findDamaged, type PublishedPlace } from './published-files.ts';

parentPort!.postMessage(findDamaged(workerData as PublishedPlace), []);
