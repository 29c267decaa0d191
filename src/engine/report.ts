import { formatFontGap } from '../core/content/font-characters.ts';
import {
  ContentError,
  formatProblem,
  type MessageLanguage,
  type Problem,
  sortProblems,
} from '../core/problems/problem.ts';
import { describeSystemError, MachineError, UsageError } from './base/errors.ts';
import { formatPhases, type PhaseFigures } from './base/progress.ts';
import type { BuildResult } from './build.ts';
import { formatHeldBack } from './held-back.ts';
import type { PublishResult } from './publish/publish-plan.ts';

/** Summarize a build: phases, counts of files, warnings, and articles that are held back. */
export function formatResult(
  result: PublishResult & Partial<BuildResult>,
  out: string,
  phases: readonly PhaseFigures[],
  language: MessageLanguage,
): { summary: string; warnings: string[]; heldBack: string } {
  const { articles, pages, files, changed, removed, fontGap, warnings = [], heldBack = [] } = result;
  const counted = articles === undefined ? '' : `${articles} articles, `;
  return {
    summary: `\n${formatPhases(phases)}\n\n${counted}${pages} pages, ${files} files in ${out}: ${changed} changed, ${removed} removed`,
    warnings: [
      ...(warnings.length > 0 ? [formatWarnings(warnings, language)] : []),
      ...(fontGap ? [formatFontGap(fontGap, language)] : []),
    ],
    heldBack: formatHeldBack(heldBack, language),
  };
}

/** List problems of the content, and count them. */
export function formatProblems(problems: readonly Problem[], language: MessageLanguage): string {
  const lines = problems.map((problem) => formatProblem(problem, language));
  return [...lines, '', countProblems(problems, language)].join('\n');
}

/** Say how many problems there are, and in how many files. */
export function countProblems(problems: readonly Problem[], language: MessageLanguage): string {
  const files = new Set(problems.map(({ file }) => file)).size;
  return language === 'fa'
    ? `${problems.length.toLocaleString('fa-IR')} اشکال در ${files.toLocaleString('fa-IR')} پرونده.`
    : `${problems.length} ${problems.length === 1 ? 'problem' : 'problems'} in ${files} ${files === 1 ? 'file' : 'files'}.`;
}

/** Describe an error to the user of a command; `undefined` for bugs of the program. */
export function explainError(error: unknown, language: MessageLanguage): string | undefined {
  if (error instanceof ContentError) return formatProblems(error.problems, language);
  if (error instanceof UsageError) return (language === 'fa' && error.persian) || error.message;
  return error instanceof MachineError ? error.words(language) : describeSystemError(error, language);
}

/** Run a hook of Astro. Explained errors lose their stack, which Astro would print. */
export async function explainToAstro<Result>(language: MessageLanguage, run: () => Promise<Result>): Promise<Result> {
  try {
    return await run();
  } catch (error) {
    const message = explainError(error, language);
    if (message === undefined) throw error;
    const plain = new Error(message);
    delete plain.stack;
    throw plain;
  }
}

/** List the warnings of a published site. */
function formatWarnings(warnings: readonly Problem[], language: MessageLanguage): string {
  const heading = { en: 'Published with these warnings:', fa: 'با این هشدارها منتشر شد:' }[language];
  return ['', heading, ...sortProblems(warnings).map((each) => formatProblem(each, language))].join('\n');
}
