import { randomUUID } from 'node:crypto';
import { renameSync } from 'node:fs';
import { chmod, readFile, realpath, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { SiteConfig } from '../../core/config/site-config.ts';
import type { OrthographyContext } from '../../core/proofreading/rules.ts';
import { findSection } from '../../core/config/sections.ts';
import type { ContentFile } from '../../core/content/context.ts';
import { mendFields } from '../../core/proofreading/mend-fields.ts';
import { mendFile, type MendScope } from '../../core/proofreading/mend.ts';
import { type Finding, proofread } from '../../core/proofreading/proofread.ts';
import { whileInUse } from '../base/in-use.ts';
import { type FoundFile, readText } from '../content/find-files.ts';
import { loadOrthography } from './dictionary.ts';

/** Input of a proofreader. */
export interface ProofreadSetup {
  config: SiteConfig;
  /** What to fix; if absent, no file is written. */
  scope?: MendScope | undefined;
}

/** The remaining findings of a file, and those that were fixed. */
export interface ProofreadFile {
  findings: readonly Finding[];
  mended: readonly Finding[];
}

/** Create the function that proofreads files, and fixes them if requested. The dictionary is loaded once. */
export function createProofreader({
  config,
  scope,
}: ProofreadSetup): (tasks: readonly FoundFile[]) => Promise<ProofreadFile[]> {
  let loaded: OrthographyContext | undefined;
  return async (tasks) => {
    const context = (loaded ??= loadOrthography(config.orthography));
    const files: ProofreadFile[] = [];
    for (const task of tasks) {
      const read = readText(task, config);
      if ('problem' in read) {
        files.push({ findings: [], mended: [] });
        continue;
      }
      const file = { path: task.name, text: read.text };
      const result = scope && mendWhole(file, context, scope, config);
      const isMended =
        result !== undefined && (result.text === file.text || (await replaceText(task.path, file.text, result.text)));
      files.push(isMended ? result : { findings: proofread(file, context), mended: [] });
    }
    return files;
  };
}

/** Fix the fields of a file, then its orthography. */
function mendWhole(
  file: ContentFile,
  context: OrthographyContext,
  scope: MendScope,
  { sections }: SiteConfig,
): ProofreadFile & { text: string } {
  const fields = mendFields(file, scope, (name) => findSection(name, sections) !== undefined);
  const result = mendFile({ ...file, text: fields.text }, context, scope);
  return { ...result, mended: [...fields.mended, ...result.mended] };
}

/** Replace the text of a file atomically, unless it has changed in the meantime. Returns whether it was replaced. */
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
