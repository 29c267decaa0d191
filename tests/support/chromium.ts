import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

interface Launch {
  executablePath: string;
  /** Variables for the browser, besides those of the tests. */
  env: Record<string, string>;
}

/** Find out how Chromium is started here: `CHROME_PATH`, else one that is installed, else the one that comes with npm. */
export async function findChromium(): Promise<Launch & { args: string[] }> {
  const executablePath = process.env['CHROME_PATH'] ?? findInstalled();
  const launch = executablePath === undefined ? await unpackChromium() : { executablePath, env: {} };
  return { ...launch, args: ['--disable-gpu'] };
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
 * The package holds a browser for Linux; it is unpacked into the temporary folder at its first use, with the libraries
 * that a bare system lacks (NSS, NSPR, Expat): those it unpacks where it believes to run as a function of AWS Lambda. Its
 * own arguments are for machines that may run one process only (`--single-process`), which a browser does not survive.
 */
async function unpackChromium(): Promise<Launch> {
  const { LD_LIBRARY_PATH: before } = process.env;
  process.env['AWS_LAMBDA_JS_RUNTIME'] = `nodejs${process.versions.node.split('.')[0]}.x`;
  try {
    const { default: packaged } = await import('@sparticuz/chromium');
    const executablePath = await packaged.executablePath();
    return { executablePath, env: { LD_LIBRARY_PATH: process.env['LD_LIBRARY_PATH'] ?? '' } };
  } finally {
    delete process.env['AWS_LAMBDA_JS_RUNTIME'];
    // The libraries are for the browser alone.
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
