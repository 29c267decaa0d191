export { createBucketRefresher as default } from './refresh-buckets.ts';
