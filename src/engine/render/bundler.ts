import type { BundleInputs } from './bundle-inputs.ts';
import { bundleHere } from './bundle.ts';

// A process that bundles the pages, and whose memory is free again afterwards.
process.once('message', async (inputs: BundleInputs) => {
  await bundleHere(inputs);
  process.disconnect();
});
