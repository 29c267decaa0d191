import { applyEdits, type Edit } from '../text/edits.ts';
import type { Finding } from './proofread.ts';

// Limit on parses per file while looking for edits to skip; only contrived texts need more than a few.
const maxTrials = 64;

/** Select, by bisection, the candidates that are sound together. */
export function bisect<Candidate>(
  candidates: readonly Candidate[],
  isSound: (some: readonly Candidate[]) => boolean,
): Candidate[] {
  let trials = 0;
  const accept = (accepted: readonly Candidate[], more: readonly Candidate[]): readonly Candidate[] => {
    if (more.length === 0 || (trials += 1) > maxTrials) return accepted;
    if (isSound([...accepted, ...more])) return [...accepted, ...more];
    if (more.length === 1) return accepted;
    const half = Math.ceil(more.length / 2);
    return accept(accept(accepted, more.slice(0, half)), more.slice(half));
  };
  return [...accept([], candidates)];
}

/** Apply the edits of findings to a text. The edits must not overlap. */
export function write(text: string, findings: readonly Finding[]): string {
  return applyEdits(text, inOrder(findings.flatMap(({ edits }) => edits)));
}

/** Sort edits by position. */
export function inOrder(edits: readonly Edit[]): Edit[] {
  return edits.toSorted((a, b) => a.start - b.start || a.end - b.end);
}
