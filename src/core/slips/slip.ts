import type { SlipRule } from '../problems/slips.ts';
import type { Edit } from '../text/edits.ts';
import type { Range } from '../text/edits.ts';

/** Markdown that was meant and is not: what a page would show as raw signs. */
export interface Slip extends Range {
  rule: SlipRule;
  /** What to write, if it is more, or less, than the edits of the range. */
  proposed?: string;
  /** The sign that the message names. */
  mark?: string;
  /** The fix, as edits of the source in order; empty if only a person can decide. */
  edits: readonly Edit[];
  /** Whether the meaning is sure. */
  isSafe: boolean;
  /** Words that readers no longer see after the fix: addresses and numbers that become markup. */
  hidden: string;
  /** Words that they see only after it. */
  shown?: string;
}
