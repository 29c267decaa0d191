import { randomUUID } from 'node:crypto';
import { renameSync } from 'node:fs';
import { chmod, readFile, realpath, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { SiteConfig } from '../../core/config/site-config.ts';
import type { OrthographyContext } from '../../core/proofreading/rules.ts';
import { mendFile, type MendScope } from '../../core/proofreading/mend.ts';
import { type Finding, proofread } from '../../core/proofreading/proofread.ts';
import { whileInUse } from '../base/in-use.ts';
import { type FoundFile, readText } from '../content/find-files.ts';
import { loadOrthography } from './dictionary.ts';

/** What a proofreader is started with. */
export interface ProofreadSetup {
  config: SiteConfig;
  /** What to mend; without it, no file is written. */
  scope?: MendScope | undefined;
}

/** What was found in a file and is there still, and what was mended. */
export interface ProofreadFile {
  findings: readonly Finding[];
  mended: readonly Finding[];
}

/** Make the function that proofreads files, and mends them where it is asked to. The dictionary is loaded once. */
export function createProofreader({
  config,
  scope,
}: ProofreadSetup): (tasks: readonly FoundFile[]) => Promise<ProofreadFile[]> {
  let loaded: Promise<OrthographyContext> | undefined;
  return async (tasks) => {
    const context = await (loaded ??= loadOrthography(config.orthography));
    const files: ProofreadFile[] = [];
    for (const task of tasks) {
      const read = readText(task, config);
      if ('problem' in read) {
        files.push({ findings: [], mended: [] });
        continue;
      }
      const file = { path: task.name, text: read.text };
      const result = scope && mendFile(file, context, scope);
      const isMended =
        result !== undefined && (result.text === file.text || (await replaceText(task.path, file.text, result.text)));
      files.push(isMended ? result : { findings: proofread(file, context), mended: [] });
    }
    return files;
  };
}

/** Put a text in the place of another one, whole; not if the file holds something else by now. */
async function replaceText(path: string, before: string, after: string): Promise<boolean> {
  const file = await realpath(path);
  const draft = join(dirname(file), `.${basename(file).slice(0, 40)}.${randomUUID()}`);
  try {
    const { mode } = await stat(file);
    await writeFile(draft, after, { flag: 'wx', flush: true });
    await chmod(draft, mode);
    if ((await readFile(file, 'utf8')) !== before) return false;
    whileInUse(() => renameSync(draft, file));
    return true;
  } finally {
    await rm(draft, { force: true });
  }
}
