import { workerData } from 'node:worker_threads';
import { type Conversion, type ConversionSetup, type ConversionTask, createConverter } from './convert.ts';

// Tinypool passes [its own data, ours].
const [, setup] = workerData as [unknown, ConversionSetup];
const converter = createConverter(setup);

export default async (tasks: readonly ConversionTask[]): Promise<Conversion[]> => (await converter)(tasks);
