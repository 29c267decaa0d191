import { workerData } from 'node:worker_threads';
import { createProofreader, type ProofreadSetup } from './proofread-files.ts';

// Tinypool passes [its own data, ours].
const [, setup] = workerData as [unknown, ProofreadSetup];

export default createProofreader(setup);
