import { execFile, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { installTool } from '../../scripts/tools/install.js';
import type { Finding } from './finding.ts';

const home = process.env['JAVA_HOME'];
const java = home ? join(home, 'bin/java') : 'java';

/** Return whether the Nu HTML checker can run here: it needs Java 11 or newer. */
export function hasJava(): boolean {
  return spawnSync(java, ['-version']).status === 0;
}

/** Check files, and all HTML files below folders, with the Nu HTML checker. Paths in findings are absolute. */
export async function checkWithNu(...paths: string[]): Promise<Finding[]> {
  const jar = join(installTool('html-checker'), 'vnu-jar/build/dist/vnu.jar');
  const options = ['--format', 'json', '--skip-non-html', '--exit-zero-always', '--stdout'];
  // It runs for so short a time that compiling its code well takes longer than running it.
  const machine = ['-XX:+IgnoreUnrecognizedVMOptions', '-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC', '-Xss4m'];
  const { stdout } = await promisify(execFile)(java, [...machine, '-jar', jar, ...options, ...paths], {
    maxBuffer: 50_000_000,
  });
  const { messages } = JSON.parse(stdout) as { messages: NuMessage[] };
  return messages
    .filter(({ type, subType }) => type !== 'info' || subType === 'warning')
    .map(({ url, message, extract = '' }) => ({
      rule: 'nu',
      file: fileURLToPath(url),
      found: `${message} ${extract}`,
    }));
}

interface NuMessage {
  type: string;
  subType?: string;
  url: string;
  message: string;
  extract?: string;
}
