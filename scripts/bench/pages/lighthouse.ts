import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { projectFolder } from '../../../src/engine/base/options.ts';
import { UsageError } from '../../../src/engine/base/errors.ts';
import { findChromium } from '../../../tests/support/chromium.ts';
import { installTool } from '../../tools/install.js';

/** The categories that Lighthouse scores, by its own names. */
export const categories = ['performance', 'accessibility', 'best-practices', 'seo'] as const;

/** Lighthouse's figures of one run. */
export interface LighthouseRun {
  /** From 0 to 100, by category. */
  scores: Readonly<Record<(typeof categories)[number], number>>;
  /** Largest contentful paint, in milliseconds. */
  lcp: number;
  /** Cumulative layout shift. */
  cls: number;
  /** Total blocking time, in milliseconds. */
  tbt: number;
  /** Transferred bytes, including pictures. */
  bytes: number;
  failures: AuditFailure[];
}

/** An audit that a page failed. */
export interface AuditFailure {
  id: string;
  title: string;
  /** Lighthouse's description of the extent; may be empty. */
  extent: string;
  /** Whether it affects a score. */
  isScored: boolean;
}

/** Measure a page, with a new process and browser for each run. */
export type Lighthouse = (url: string) => Promise<LighthouseRun>;

/**
 * Prepare Lighthouse: install it if necessary, and find the browser.
 *
 * @throws UsageError if no browser can be started, or if Lighthouse can't be installed.
 */
export async function openLighthouse(): Promise<Lighthouse> {
  const { executablePath, args, env } = await findBrowser();
  const command = installLighthouse();
  const chromeFlags = ['--headless=new', '--no-sandbox', ...args].join(' ');
  return async (url) => {
    const output = await run(
      [
        process.execPath,
        command,
        url,
        '--quiet',
        '--output=json',
        '--no-enable-error-reporting',
        `--only-categories=${categories.join(',')}`,
        `--chrome-flags=${chromeFlags}`,
      ],
      projectFolder,
      { ...env, CHROME_PATH: executablePath },
    );
    return readReport(JSON.parse(output) as Report);
  };
}

type Browser = Awaited<ReturnType<typeof findChromium>>;

async function findBrowser(): Promise<Browser> {
  try {
    const browser = await findChromium();
    await run([browser.executablePath, '--version'], projectFolder, browser.env);
    return browser;
  } catch (error) {
    throw new UsageError(
      `No Chromium can be started. Install Chromium or Google Chrome, or name one in CHROME_PATH.\n  ${messageOf(error)}`,
    );
  }
}

/** Install Lighthouse on first use: it takes 176 MB with its dependencies, so it is not one of ours. @returns Its command. */
function installLighthouse(): string {
  try {
    return join(installTool('lighthouse'), 'lighthouse/cli/index.js');
  } catch (error) {
    throw new UsageError(`Lighthouse can’t be installed: ${messageOf(error)}`);
  }
}

/** The parts of Lighthouse's result that are used; see its docs/understanding-results.md. */
export interface Report {
  runtimeError?: { message: string };
  categories: Record<string, { score: number | null; auditRefs: { id: string; weight: number }[] }>;
  audits: Record<
    string,
    { title: string; score: number | null; displayValue?: string; numericValue?: number; scoreDisplayMode: string }
  >;
}

/** Extract the figures and failures from a result of Lighthouse. @throws Error if the page could not be measured. */
export function readReport({ runtimeError, categories: found, audits }: Report): LighthouseRun {
  if (runtimeError) throw new Error(`Lighthouse: ${runtimeError.message}`);
  const weights = new Map<string, number>();
  for (const { auditRefs } of Object.values(found))
    for (const { id, weight } of auditRefs) weights.set(id, Math.max(weight, weights.get(id) ?? 0));
  const valueOf = (id: string): number => audits[id]?.numericValue ?? Number.NaN;
  const failures = Object.entries(audits).flatMap(([id, { title, score, displayValue = '', scoreDisplayMode }]) => {
    const isFailed = scoreDisplayMode === 'error' || (score !== null && score < passed);
    return isFailed ? [{ id, title, extent: displayValue, isScored: (weights.get(id) ?? 0) > 0 }] : [];
  });
  return {
    scores: Object.fromEntries(
      categories.map((name) => [name, Math.round((found[name]?.score ?? 0) * 100)]),
    ) as LighthouseRun['scores'],
    lcp: valueOf('largest-contentful-paint'),
    cls: valueOf('cumulative-layout-shift'),
    tbt: valueOf('total-blocking-time'),
    bytes: valueOf('total-byte-weight'),
    failures,
  };
}

// Lighthouse shows an audit as passed from this score on.
const passed = 0.9;

async function run(
  command: readonly string[],
  folder: string,
  env: Readonly<Record<string, string>> = {},
): Promise<string> {
  const [program = '', ...args] = command;
  const child = spawn(program, args, {
    cwd: folder,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let [output, errors] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (errors += text));
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject).on('close', resolve);
  });
  if (code === 0) return output;
  throw new Error(`${program} ended with exit code ${code}. ${errors.trim().split('\n').slice(-5).join('\n')}`);
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
