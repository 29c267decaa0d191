import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { isMainThread } from 'node:worker_threads';

/** Faults injected into a process that is started with this file in `--import`; `FAULTS` contains them as JSON. */
export interface Faults {
  /**
   * Kill one of the two processes before the file system change with this number. The build counts from writing its
   * journal, the publisher from its first change.
   */
  kill?: { at: number; countedBy: 'build' | 'publisher'; victim: 'build' | 'publisher' };
  /** Fail all writes from the change with this number on, with this error of the system. */
  failure?: { code: string; from: number; during: 'making' | 'publishing' };
  /** Files that must exist after each change; missing ones are listed in `report`. */
  watched?: readonly string[];
  report?: string;
}

const faults = JSON.parse(process.env['FAULTS'] ?? '{}') as Faults;
const { existsSync, appendFileSync } = fs;
const role = process.argv[1]?.endsWith('publisher.ts') ? 'publisher' : 'build';
const missing = new Set<string>();
let [made, published] = [0, 0];
let isPublishing = false;

if (isMainThread && process.env['FAULTS'] !== undefined) {
  for (const name of [
    'renameSync',
    'writeFileSync',
    'rmSync',
    'mkdirSync',
    'rmdirSync',
    'unlinkSync',
    'cpSync',
  ] as const)
    wrap(name);
  syncBuiltinESMExports();
}

function wrap(
  name: 'renameSync' | 'writeFileSync' | 'rmSync' | 'mkdirSync' | 'rmdirSync' | 'unlinkSync' | 'cpSync',
): void {
  const original = fs[name] as (...values: unknown[]) => unknown;
  (fs as unknown as Record<string, unknown>)[name] = (...values: unknown[]): unknown => {
    isPublishing ||= role === 'publisher' || (name === 'writeFileSync' && /publishing-draft/.test(String(values[0])));
    const number = isPublishing ? ++published : ++made;
    const { kill } = faults;
    if (isPublishing && kill?.countedBy === role && number === kill.at)
      process.kill(kill.victim === role ? process.pid : process.ppid, 'SIGKILL');
    const { failure } = faults;
    const isOwnTime = failure?.during === (isPublishing ? 'publishing' : 'making');
    if (failure && isOwnTime && number >= failure.from && /^(?:write|mkdir|cp|rename)/.test(name))
      throw systemError(failure.code, values);
    const result = original(...values);
    for (const file of faults.watched ?? []) if (!existsSync(file)) note(file);
    return result;
  };
}

function systemError(code: string, [path]: readonly unknown[]): Error {
  return Object.assign(new Error(`${code}: simulated, write`), { code, syscall: 'write', path });
}

function note(file: string): void {
  if (missing.has(file)) return;
  missing.add(file);
  appendFileSync(faults.report!, `${file}\n`);
}
