import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

type FsFunctions = Pick<
  typeof fs,
  'accessSync' | 'cpSync' | 'lstatSync' | 'renameSync' | 'rmdirSync' | 'statSync' | 'unlinkSync' | 'writeFileSync'
>;

/** What `node:fs` really does, while parts of it are replaced. */
export const realFs: FsFunctions = { ...fs };

/** Replace functions of `node:fs` for all modules of this process while something runs. */
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

/** An error like those of the system. */
export function systemError(code: string, path?: string): NodeJS.ErrnoException {
  return Object.assign(new Error(`${code}: simulated`), { code, ...(path !== undefined && { path }) });
}

/** A file system on which each rename between folders goes to another disk. */
export const otherDisk = {
  renameSync: (from: fs.PathLike, to: fs.PathLike): void => {
    if (fs.statSync(from).isDirectory()) throw systemError('EXDEV', String(from));
    realFs.renameSync(from, to);
  },
};
