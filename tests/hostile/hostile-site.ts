import { rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Problem } from '../../src/core/problems/problem.ts';
import { type CommandResult, fixedNow, runScript } from '../support/command.ts';
import { problemsOf } from '../support/content-problems.ts';
import { createMiniSite, type MiniSite } from '../support/mini-site.ts';
import { hostileAssets, type HostileFile, hostileFiles } from './corpus.ts';
import { readLines } from './vectors.ts';

/** A vector, and what became of it: `text`, or the names of its problems. */
export interface Outcome extends HostileFile {
  outcome: string;
}

/** A site of the corpus. */
export interface HostileSite {
  site: MiniSite;
  outcomes: readonly Outcome[];
  problems: readonly Problem[];
  /** The import of records, the build of all files, and that of the files without problems. */
  imported: CommandResult;
  refused: CommandResult;
  built: CommandResult;
}

/** Write the corpus, import its records, and build it twice: with all files, and without those that have problems. */
export async function buildHostileSite(): Promise<HostileSite> {
  const files = hostileFiles();
  const texts = Object.fromEntries(files.map(({ file, text }) => [file, text]));
  // The browser decides which policy holds.
  const site = await createMiniSite({ ...texts, ...hostileAssets() }, { hosting: { policyInPages: false } });
  const records = join(site.folder, 'records.jsonl');
  writeFileSync(records, `${readLines('json-lines').join('\n')}\n`);
  const imported = await runScript('import', [records, '--content', site.content, '--now', fixedNow]);
  placeLinks(site.content);
  const refused = await site.build();
  const problems: Problem[] = [];
  const harmed = new Map<string, Set<string>>();
  // What points to a file that is removed is a problem in the next round.
  for (let found = await problemsOf(site.content); found.length > 0; found = await problemsOf(site.content)) {
    for (const { file, id } of found) harmed.set(file, (harmed.get(file) ?? new Set()).add(id));
    for (const { file } of found) rmSync(file, { force: true });
    problems.push(...found);
  }
  const built = await site.build();
  const outcomes = files.map((file) => ({ ...file, outcome: outcomeOf(harmed.get(join(site.content, file.file))) }));
  return { site, outcomes, problems, imported, refused, built };
}

/** Count what became of the vectors, one line a kind. */
export function summarize(outcomes: readonly Outcome[]): string {
  const kinds = Map.groupBy(outcomes, ({ kind }) => kind);
  const lines = Array.from(kinds, ([kind, each]) => {
    const counts = Map.groupBy(each, ({ outcome }) => outcome);
    const parts = Array.from(counts, ([outcome, { length }]) => `${length} ${outcome}`);
    return `${kind} (${each.length}): ${parts.toSorted((a, b) => parseInt(b) - parseInt(a) || (a < b ? -1 : 1)).join(', ')}`;
  });
  return `${lines.join('\n')}\n`;
}

function outcomeOf(ids: ReadonlySet<string> | undefined): string {
  return ids ? [...ids].toSorted().join(' + ') : 'text';
}

function placeLinks(content: string): void {
  const links = { 'out.md': '/etc/hosts', out: '/etc', 'loop.md': 'loop.md', round: '.', 'gone.md': 'nowhere' };
  for (const [name, target] of Object.entries(links)) symlinkSync(target, join(content, 'articles', name));
  symlinkSync('/etc/hosts', join(content, 'articles/pictures/out.png'));
}
