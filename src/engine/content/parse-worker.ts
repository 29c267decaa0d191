import { workerData } from 'node:worker_threads';
import { createBucketRefresher, type RefreshSetup } from './refresh-buckets.ts';

// Tinypool passes [its own data, ours].
const [, setup] = workerData as [unknown, RefreshSetup];

export default createBucketRefresher(setup);
