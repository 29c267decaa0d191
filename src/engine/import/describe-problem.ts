import { type Problem, wordProblem } from '../../core/problems/problem.ts';

/** Describe a problem of a file that has not been written, in one line. */
export function describeProblem(problem: Problem): string {
  const { message, fix } = wordProblem(problem, 'en');
  return `${problem.field === undefined ? '' : `${problem.field}: `}${message} ${fix}`.replace(/\s+/g, ' ');
}
