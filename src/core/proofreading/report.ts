import {
  formatProblem,
  type MessageLanguage,
  type Problem,
  printable,
  sortProblems,
  wordProblem,
} from '../problems/problem.ts';
import { toPersianDigits } from '../text/persian.ts';
import { isOrthographyRule, orthographyRules } from '../problems/orthography.ts';
import type { Finding } from './proofread.ts';

/** The result of a check: problems, which prevent a build, and warnings, which do not. */
export interface CheckResult {
  problems: readonly Problem[];
  /** Findings of the proofreader, and what rendering removed from texts. */
  warnings: readonly (Finding | Problem)[];
  /** Informational messages, which neither prevent a build nor count as warnings. */
  notes?: readonly Problem[] | undefined;
  /** The findings that were fixed in the files. */
  mended: readonly Finding[];
  /** Whether fixes include the texts of front matter. */
  mendsFrontMatter: boolean;
}

/** The output formats of a report. */
export const reportFormats = ['text', 'json', 'github'] as const;

/** One of {@link reportFormats}. */
export type ReportFormat = (typeof reportFormats)[number];

/** Format the result of a check; an empty text if there is nothing to report. */
export function formatReport(result: CheckResult, format: ReportFormat, language: MessageLanguage): string {
  if (format === 'json') return `${JSON.stringify(jsonOf(result, language), undefined, 2)}\n`;
  const all = sortProblems([...result.problems, ...result.warnings]);
  const notes = sortProblems(result.notes ?? []);
  const warnings = new Set<Problem>(result.warnings);
  if (format === 'github') {
    const lines = all.map((each) => annotate(each, warnings.has(each) ? 'warning' : 'error', language));
    return [...lines, ...notes.map((each) => annotate(each, 'notice', language))].map((line) => `${line}\n`).join('');
  }
  const lines = all.map((each) => `${formatProblem(each, language)}\n`).join('');
  const known = notes.map((each) => `${formatProblem(each, language)}\n`).join('');
  const counts = countsOf(result, language);
  return [lines, known, counts].filter((part) => part !== '').join('\n');
}

function jsonOf({ problems, warnings, notes = [], mended }: CheckResult, language: MessageLanguage): unknown {
  const common = (each: Problem) => {
    const { file, line, column, field = null } = each;
    return { file, line, column, field, ...wordProblem(each, language) };
  };
  const warning = (each: Finding | Problem) => ({
    rule: each.id,
    ...common(each),
    found: each.values['found'] ?? null,
    proposed: each.values['proposed'] ?? null,
    isSafe: 'isSafe' in each && each.isSafe,
    isFixable: editsOf(each).length > 0,
  });
  return {
    problems: sortProblems(problems).map((each) => ({ id: each.id, ...common(each) })),
    warnings: sortProblems(warnings).map((each) => warning(each)),
    notes: sortProblems(notes).map((each) => ({ id: each.id, ...common(each) })),
    mended: sortProblems(mended).map((each) => warning(each)),
  };
}

/** Write an annotation as a GitHub workflow command. */
function annotate(problem: Problem, command: 'error' | 'warning' | 'notice', language: MessageLanguage): string {
  const { message, fix } = wordProblem(problem, language);
  const { id, file, line, column, field } = problem;
  const properties = Object.entries({
    file: printable(file),
    line,
    col: column,
    title: field === undefined ? id : `${id} (${printable(field)})`,
  });
  const written = properties.map(([name, value]) => `${name}=${escapeData(`${value}`).replace(/[:,]/g, percent)}`);
  return `::${command} ${written.join(',')}::${escapeData(`${message}\n${fix}`)}`;
}

function escapeData(text: string): string {
  return text.replace(/[%\r\n]/g, percent);
}

function percent(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;
}

const headings = {
  en: ['rule', 'warnings', '--fix', '--fix=all', 'mended'],
  fa: ['قاعده', 'هشدار', '--fix', '--fix=all', 'درست‌شده'],
} as const;

function editsOf(warning: Finding | Problem): readonly unknown[] {
  return 'edits' in warning ? warning.edits : [];
}

/** Table of the rules with findings: how many, how many are fixable, and how many were fixed. */
function countsOf({ warnings, mended, mendsFrontMatter }: CheckResult, language: MessageLanguage): string {
  if (warnings.length + mended.length === 0) return '';
  const present = new Set([...warnings, ...mended].map(({ id }) => id));
  const others = [...present].filter((id) => !isOrthographyRule(id)).toSorted();
  const rules = [...orthographyRules, ...others];
  const rows = rules.map((rule) => {
    const found = warnings.filter(({ id }) => id === rule);
    const fixable = found.filter((each) => editsOf(each).length > 0 && (each.field === undefined || mendsFrontMatter));
    const proposed = fixable.length + (rule === 'image-alt-missing' ? found.length : 0);
    const fixed = mended.filter(({ id }) => id === rule).length;
    return {
      rule,
      counts: [found.length, fixable.filter((each) => 'isSafe' in each && each.isSafe).length, proposed, fixed],
    };
  });
  const count = (value: string | number): string => (language === 'fa' ? toPersianDigits(`${value}`) : `${value}`);
  const write = (cells: readonly (string | number)[]): string =>
    `  ${cells.map((cell, index) => (index === 0 ? `${cell}`.padEnd(20) : count(cell).padStart(11))).join('')}\n`;
  const shown = rows.filter(({ counts }) => counts.some((count) => count > 0));
  const total = [0, 1, 2, 3].map((column) => rows.reduce((sum, { counts }) => sum + counts[column]!, 0));
  return [headings[language], ...shown.map(({ rule, counts }) => [rule, ...counts]), ['', ...total]]
    .map(write)
    .join('');
}
