import { join } from 'node:path';
import { config } from '../fixtures/sample/config.ts';
import { fixtures } from './folders.ts';

/** The newspaper that the tests build. It is theirs, so that a newsroom may do with its own folders what it likes. */
export const sample = {
  config,
  content: join(fixtures, 'sample/content'),
  publicFolder: join(fixtures, 'sample/public'),
  configFile: join(fixtures, 'sample/config.ts'),
};

const files = ['--content', sample.content, '--public', sample.publicFolder];
const settings = ['--config', sample.configFile];
const flags: Readonly<Record<string, readonly string[]>> = {
  build: [...files, ...settings, '--plain'],
  check: [...files, ...settings],
  dev: [...files, ...settings, '--plain'],
  headers: settings,
  import: settings,
  new: settings,
  ping: settings,
  preview: settings,
};

/** Flags for a command of the repository by which it takes the sample for the newsroom's own files. Later flags win. */
export function sampleFlags(command: string): readonly string[] {
  return flags[command] ?? [];
}
