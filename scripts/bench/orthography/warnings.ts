import { findFlaws, type OrthographyContext } from '../../../src/core/proofreading/rules.ts';
import { type OrthographyRule, orthographyRules } from '../../../src/core/problems/orthography.ts';
import { applyEdits } from '../../../src/core/text/edits.ts';

/** Warnings of a rule in edited texts. */
export interface RuleWarnings {
  rule: OrthographyRule;
  /** Number of warnings; `safe` counts those that `--fix` mends without asking. */
  warnings: number;
  safe: number;
  /** Each change with its number of occurrences, most frequent first. */
  changes: readonly (readonly [change: string, times: number])[];
}

/**
 * Rules about facts of characters: edited texts do contain Latin digits or straight quotation marks, so their warnings
 * are never false.
 */
export const factualRules: ReadonlySet<OrthographyRule> = new Set<OrthographyRule>([
  'letters',
  'invisible-marks',
  'straight-quotes',
  'latin-punctuation',
  'digits',
  'title-full-stop',
]);

/** Proofread edited texts, and count what each rule warns of; rules without warnings are left out. */
export function countWarnings(lines: readonly string[], context: OrthographyContext): RuleWarnings[] {
  const found = lines.flatMap((line) =>
    findFlaws(line, context).map((flaw) => {
      const [start, end] = [Math.max(0, flaw.start - margin), Math.min(line.length, flaw.end + margin)];
      const edits = flaw.edits.map((edit) => ({ ...edit, start: edit.start - start, end: edit.end - start }));
      const around = line.slice(start, end);
      const change = flaw.edits.length > 0 ? `${around} → ${applyEdits(around, edits)}` : around;
      return { rule: flaw.rule, isSafe: flaw.isSafe, change: change.replaceAll('\n', ' ') };
    }),
  );
  return orthographyRules.flatMap((rule) => {
    const own = found.filter((each) => each.rule === rule);
    if (own.length === 0) return [];
    const changes = [...Map.groupBy(own, ({ change }) => change)]
      .map(([change, { length }]) => [change, length] as const)
      .toSorted((a, b) => b[1] - a[1]);
    return [{ rule, warnings: own.length, safe: own.filter(({ isSafe }) => isSafe).length, changes }];
  });
}

/** Length of the context shown around a change, in UTF-16 code units. */
const margin = 12;

/** Count the words of texts. */
export function countWords(lines: readonly string[]): number {
  return lines.reduce((sum, line) => sum + (line.match(/\S+/g)?.length ?? 0), 0);
}
