import { parentPort, workerData } from 'node:worker_threads';
import { findRelatedWith, packLists, type RelatedTask, unpackRelated } from './related-task.ts';

const task = workerData as RelatedTask;
const lists = packLists(findRelatedWith(task.cache, unpackRelated(task), task.count), task.count);
parentPort!.postMessage(lists, [lists.buffer as ArrayBuffer]);
