import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

type FsFunctions = Pick<
  typeof fs,
  'accessSync' | 'cpSync' | 'lstatSync' | 'renameSync' | 'rmdirSync' | 'statSync' | 'unlinkSync' | 'writeFileSync'
>;

/** The original functions of `node:fs`, while some are replaced. */
export const realFs: FsFunctions = { ...fs };

/** Run something while functions of `node:fs` are replaced for all modules of this process. */
export async function withFs<Result>(
  replaced: { [Name in keyof FsFunctions]?: (...values: Parameters<FsFunctions[Name]>) => unknown },
  run: () => Result | Promise<Result>,
): Promise<Result> {
  Object.assign(fs, replaced);
  syncBuiltinESMExports();
  try {
    return await run();
  } finally {
    for (const name of Object.keys(replaced) as (keyof FsFunctions)[]) Object.assign(fs, { [name]: realFs[name] });
    syncBuiltinESMExports();
  }
}

/** Create an error like Node's system errors. */
export function systemError(code: string, path?: string): NodeJS.ErrnoException {
  return Object.assign(new Error(`${code}: simulated`), { code, ...(path !== undefined && { path }) });
}

/** Replacements that make each rename of a folder go to another disk. */
export const otherDisk = {
  renameSync: (from: fs.PathLike, to: fs.PathLike): void => {
    if (fs.statSync(from).isDirectory()) throw systemError('EXDEV', String(from));
    realFs.renameSync(from, to);
  },
};
