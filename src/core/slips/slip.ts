import type { SlipRule } from '../problems/slips.ts';
import type { Edit } from '../text/edits.ts';
import type { Range } from '../text/edits.ts';

/** Mistyped Markdown, which a page would show as raw characters. */
export interface Slip extends Range {
  rule: SlipRule;
  /** The text that the message suggests, if it differs from the edited range. */
  proposed?: string;
  /** The marker that the message quotes. */
  mark?: string;
  /** The fix as edits of the source, in order; empty if the writer has to decide. */
  edits: readonly Edit[];
  /** Whether the intended meaning is certain. */
  isSafe: boolean;
  /** Visible text that the fix hides: addresses and numbers that become markup. */
  hidden: string;
  /** Hidden text that the fix makes visible. */
  shown?: string;
}
