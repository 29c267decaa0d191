import { processUsage } from '../../../src/engine/base/usage.ts';

// Loaded before a command, to tell at its end what it used.
process.on('exit', () => process.stderr.write(JSON.stringify(processUsage())));
