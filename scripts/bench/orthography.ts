import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Virastar from 'virastar';
import { findMarkdownFiles } from '../../src/engine/content/find-files.ts';
import { projectFolder } from '../../src/engine/base/options.ts';
import { UsageError } from '../../src/engine/base/errors.ts';
import { readLexicon } from '../../src/engine/proofread/dictionary.ts';
import { sampleFolder } from '../../src/engine/template/sample.ts';
import { parseFrontMatter } from '../../src/core/content/front-matter.ts';
import { addScores, type HalfSpaceScore, precisionOf, recallOf, scoreHalfSpaces } from './orthography/score.ts';
import { countWarnings, countWords, factualRules } from './orthography/warnings.ts';
import { createHalfSpaceFinder, type HalfSpaceFinder, restoreHalfSpaces } from '../../src/core/half-spaces/finder.ts';
import { removeHalfSpaces } from '../../src/core/half-spaces/joining.ts';
import { halfSpace, normalizeText } from '../../src/core/text/persian.ts';
import { runCommand } from '../command.ts';

interface Method {
  name: string;
  /** Create an instance without any caches. */
  create: () => (line: string) => string;
}

const timedRuns = 4;

await runCommand(
  {
    name: 'bench:orthography',
    usage: '[-- FILE …]',
    summary: `Removes the half-spaces from edited texts and measures how many are restored; then proofreads the texts as they are,
and counts the warnings of each rule. (بازگرداندن نیم‌فاصله‌ها و هشدارهای نابجا را می‌سنجد.)

Each FILE has edited sentences, one per line. For a file without half-spaces the proposals are printed instead. Without
a FILE it uses ../shared/data/zwnj-gold-dev.txt if that exists, or else the texts of content/.`,
    flags: {},
    takesWords: true,
  },
  async ({ words }) => {
    const texts = words.length > 0 ? words.map(readFile) : [await readDefault()];
    const start = performance.now();
    const lexicon = readLexicon();
    console.log(`Dictionary loaded in ${Math.round(performance.now() - start)} ms.`);
    for (const { name, lines } of texts) {
      console.log(`\n${name}`);
      if (lines.some((line) => line.includes(halfSpace))) {
        printScores(lines, () => createHalfSpaceFinder(lexicon));
        printWarnings(lines, createHalfSpaceFinder(lexicon));
      } else printProposals(lines, createHalfSpaceFinder(lexicon));
    }
  },
);

function readFile(name: string): { name: string; lines: string[] } {
  if (!existsSync(name)) throw new UsageError(`${name}: no such file.`);
  return { name, lines: splitLines(readFileSync(name, 'utf8')) };
}

async function readDefault(): Promise<{ name: string; lines: string[] }> {
  const gold = join(projectFolder, '../shared/data/zwnj-gold-dev.txt');
  if (existsSync(gold)) return { ...readFile(gold), name: '../shared/data/zwnj-gold-dev.txt' };
  const content = join(projectFolder, sampleFolder, 'content');
  const { files } = await findMarkdownFiles(content, content);
  const bodies = files.map(({ path }) => {
    const parsed = parseFrontMatter(readFileSync(path, 'utf8'));
    return 'frontMatter' in parsed ? parsed.frontMatter.body : '';
  });
  return { name: 'content/', lines: splitLines(bodies.join('\n')) };
}

function splitLines(text: string): string[] {
  return text
    .split(/\r?\n/)
    .map((line) => normalizeText(line))
    .filter((line) => line.trim() !== '');
}

function printScores(lines: readonly string[], createFinder: () => HalfSpaceFinder): void {
  const virastar = new Virastar();
  const methods: Method[] = [
    {
      name: 'rooznegar',
      create: () => {
        const find = createFinder();
        return (line) => restoreHalfSpaces(line, find);
      },
    },
    {
      name: 'rooznegar, certain only',
      create: () => {
        const find = createFinder();
        return (line) => restoreHalfSpaces(line, (text) => find(text).filter(({ isCertain }) => isCertain));
      },
    },
    { name: 'virastar', create: () => (line) => virastar.cleanup(line) },
  ];
  const ways = [
    { name: 'deleted', damage: removeHalfSpaces },
    { name: 'spaced', damage: (line: string) => line.replaceAll(halfSpace, ' ') },
  ];
  console.log(row(['half-spaces', 'restored by', 'precision', 'recall', 'right', 'wrong', 'missed', 'MB/s']));
  for (const { name: way, damage } of ways) {
    const damaged = lines.map(damage);
    for (const { name, create } of methods) {
      const { score, speed } = measure(lines, damaged, create);
      const shares = [precisionOf(score), recallOf(score)].map((share) => share.toFixed(4));
      console.log(row([way, name, ...shares, score.right, score.wrong, score.missed, speed.toFixed(2)]));
    }
  }
}

/** Score a method, then take the fastest of several runs over the same lines, each without caches. */
function measure(
  lines: readonly string[],
  damaged: readonly string[],
  create: Method['create'],
): { score: HalfSpaceScore; speed: number } {
  const restored = damaged.map(create());
  const score = addScores(lines.map((line, index) => scoreHalfSpaces(line, damaged[index]!, restored[index]!)));
  const seconds = Array.from({ length: timedRuns }, () => {
    const restore = create();
    const start = performance.now();
    for (const line of damaged) restore(line);
    return (performance.now() - start) / 1000;
  });
  const bytes = damaged.reduce((sum, line) => sum + Buffer.byteLength(line), 0);
  return { score, speed: bytes / 1e6 / Math.min(...seconds) };
}

/** Print the warnings of each rule in edited texts. All except those of factual rules count as false. */
function printWarnings(lines: readonly string[], findHalfSpaces: HalfSpaceFinder): void {
  const words = countWords(lines);
  const perThousand = (count: number): string => ((count * 1000) / words).toFixed(3);
  const rules = countWarnings(lines, { off: [], findHalfSpaces });
  console.log(`\nWarnings in ${words} words as they are`);
  console.log(row(['rule', '', 'warnings', 'safe', 'per 1,000']));
  for (const { rule, warnings, safe, changes } of rules) {
    const kind = factualRules.has(rule) ? 'of fact' : '';
    console.log(row([rule, kind, warnings, safe, perThousand(warnings)]));
    if (kind === '')
      for (const [change, times] of changes) console.log(`    ${times > 1 ? `${times} × ` : ''}${change}`);
  }
  const judged = rules.filter(({ rule }) => !factualRules.has(rule));
  const total = judged.reduce((sum, { warnings }) => sum + warnings, 0);
  const safe = judged.reduce((sum, each) => sum + each.safe, 0);
  console.log(row(['all but of fact', '', total, safe, perThousand(total)]));
}

function printProposals(lines: readonly string[], find: HalfSpaceFinder): void {
  const counts = new Map<string, number>();
  for (const line of lines) {
    for (const { start, end, proposed } of find(line)) {
      const change = `${line.slice(start, end)} → ${proposed}`;
      counts.set(change, (counts.get(change) ?? 0) + 1);
    }
  }
  const rows = [...counts].toSorted((a, b) => b[1] - a[1]);
  console.log(`No half-spaces to measure against; ${rows.length} spellings would change:`);
  for (const [change, count] of rows) console.log(`  ${String(count).padStart(4)}  ${change}`);
}

function row(cells: readonly (string | number)[]): string {
  const widths = [20, 24, 10, 8, 9, 7, 7, 7];
  return cells.map((cell, index) => String(cell)[index < 2 ? 'padEnd' : 'padStart'](widths[index]!)).join(' ');
}
