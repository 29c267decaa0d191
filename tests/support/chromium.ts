import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  export interface ProvidedContext {
    /** How Chromium is started here. */
    chromium: { executablePath: string; args: string[] };
  }
}

/** Find a Chromium once for all tests: `CHROME_PATH`, else one that is installed, else the one that comes with npm. */
export async function setup(project: TestProject): Promise<void> {
  const executablePath = process.env['CHROME_PATH'] ?? findInstalled();
  project.provide('chromium', { executablePath: executablePath ?? (await unpackChromium()), args: ['--disable-gpu'] });
}

function findInstalled(): string | undefined {
  const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];
  const inPath = (process.env['PATH'] ?? '')
    .split(delimiter)
    .flatMap((folder) => names.map((name) => join(folder, name)));
  return [
    ...inPath,
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ].find(isExecutable);
}

/**
 * The package holds a browser for Linux; it is unpacked into the temporary folder at its first use. Its own arguments are
 * for machines that may run one process only (`--single-process`), which a browser does not survive for long.
 */
async function unpackChromium(): Promise<string> {
  const { default: packaged } = await import('@sparticuz/chromium');
  return packaged.executablePath();
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
