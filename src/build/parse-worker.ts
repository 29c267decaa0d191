import { workerData } from 'node:worker_threads';
import type { SiteConfig } from '../core/config.ts';
import type { FileFolders } from './local-files.ts';
import { createFileParser } from './parse-files.ts';

/** What a worker is started with. */
export interface WorkerSetup {
  config: SiteConfig;
  folders: FileFolders;
}

// Tinypool hands over [its own data, ours].
const [, setup] = workerData as [unknown, WorkerSetup];

export default createFileParser(setup.config, setup.folders);
