import { wordProblem, type MessageLanguage, type ProblemId } from '../../src/core/problems/problem.ts';
import type { Wording } from '../../src/core/problems/wording.ts';

/** List faults in the wording of a problem, one line each: the name of the text and its fault. */
export function findWordingFaults({ en, fa }: Readonly<Record<MessageLanguage, Wording>>): string[] {
  const texts = { 'en.message': en.message, 'en.fix': en.fix, 'fa.message': fa.message, 'fa.fix': fa.fix };
  const faults = Object.entries(texts).flatMap(([name, text]) => {
    const rules: [isBroken: boolean, fault: string][] = [
      [text.trim() === '' || text !== text.trim(), 'is empty, or has space around it'],
      [/[{}]/.test(text.replace(/\{\w+\}/g, '')), 'has a brace that opens no placeholder'],
      [name.startsWith('fa') && !/[آ-ی]/.test(text), 'is not Persian'],
      [name.startsWith('fa') && /[يكى]/.test(text), 'has Arabic letters'],
      [name.startsWith('fa') && /(?<![آ-ی])ن?می (?=[آ-ی])/.test(text), 'lacks a half-space'],
    ];
    return rules.flatMap(([isBroken, fault]) => (isBroken ? [`${name} ${fault}: ${text}`] : []));
  });
  const [values, persianValues] = [placeholdersIn(en), placeholdersIn(fa)];
  if (values !== persianValues) faults.push(`en tells ${values}, and fa tells ${persianValues}`);
  return faults;
}

/** Return the sentences that writers read: the message, then the fix. */
export function sayProblem(
  id: ProblemId,
  values: Readonly<Record<string, string>>,
  language: MessageLanguage,
): string[] {
  const { message, fix } = wordProblem({ id, file: 'x.md', line: 1, column: 1, values }, language);
  return [message, fix];
}

function placeholdersIn({ message, fix }: Wording): string {
  const names = Array.from(`${message} ${fix}`.matchAll(/\{(\w+)\}/g), ([, name]) => name!);
  return [...new Set(names)].toSorted().join(' ');
}
