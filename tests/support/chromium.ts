import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { installTool } from '../../scripts/tools/install.js';

interface Launch {
  executablePath: string;
  /** Environment variables for the browser, besides those of the tests. */
  env: Record<string, string>;
}

/** Find out how to start Chromium: `CHROME_PATH`, or an installed one, or one from the npm registry. */
export async function findChromium(): Promise<Launch & { args: string[] }> {
  const executablePath = process.env['CHROME_PATH'] ?? findInstalled();
  const launch = executablePath === undefined ? await unpackChromium() : { executablePath, env: {} };
  // Headless, it fits letters to whole pixels, which makes lines up to 3 % wider or narrower than on phones.
  return { ...launch, args: ['--disable-gpu', '--font-render-hinting=none'] };
}

function findInstalled(): string | undefined {
  const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];
  const programs = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((name) => process.env[name] ?? []);
  const inPath = (process.env['PATH'] ?? '')
    .split(delimiter)
    .flatMap((folder) => names.map((name) => join(folder, name)));
  return [
    ...inPath,
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    ...programs.map((folder) => join(folder, 'Google/Chrome/Application/chrome.exe')),
  ].find(isExecutable);
}

/**
 * Unpack the Linux browser of the npm package into the temporary folder on first use, with the libraries that minimal
 * systems lack (NSS, NSPR, Expat): it unpacks those only where it assumes to run as a function of AWS Lambda. Its own
 * arguments are for environments limited to one process (`--single-process`), in which the browser crashes.
 */
async function unpackChromium(): Promise<Launch> {
  if (process.platform !== 'linux' || process.arch !== 'x64')
    throw new Error('No Chromium was found. Install Google Chrome or Chromium, or name one in CHROME_PATH.');
  const { LD_LIBRARY_PATH: before } = process.env;
  process.env['AWS_LAMBDA_JS_RUNTIME'] = `nodejs${process.versions.node.split('.')[0]}.x`;
  try {
    const entry = join(installTool('chromium'), '@sparticuz/chromium/build/esm/index.js');
    const { default: packaged } = (await import(pathToFileURL(entry).href)) as {
      default: { executablePath(): Promise<string> };
    };
    const executablePath = await packaged.executablePath();
    return { executablePath, env: { LD_LIBRARY_PATH: process.env['LD_LIBRARY_PATH'] ?? '' } };
  } finally {
    delete process.env['AWS_LAMBDA_JS_RUNTIME'];
    // The libraries are for the browser only.
    if (before === undefined) delete process.env['LD_LIBRARY_PATH'];
    else process.env['LD_LIBRARY_PATH'] = before;
  }
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
