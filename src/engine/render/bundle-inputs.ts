import type { BuildOptions } from '../base/options.ts';

/** What the bundle of the pages depends on, besides the code. */
export type BundleInputs = Pick<BuildOptions, 'config' | 'plain' | 'publicFolder'>;
