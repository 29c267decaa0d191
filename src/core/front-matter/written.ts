import type { Problem } from '../problems/problem.ts';
import type { Range } from '../text/edits.ts';

/** Front matter as written, in any format: texts, lists and groups, with their positions. */
export interface WrittenFields {
  /** Every scalar is a text. */
  data: Readonly<Record<string, unknown>>;
  /** Find a field, or an item of a list. */
  find(path: readonly PropertyKey[]): WrittenNode | undefined;
}

/** A value and its name. Offsets are in UTF-16 code units from the start of the front matter. */
export interface WrittenNode {
  /** Its name; absent for items of lists. */
  key?: Range | undefined;
  /** Its value, including quotation marks; absent if there is none. */
  value?: Range | undefined;
  /**
   * Length of the opening quotation mark, which is also that of the closing one; 0 if unquoted, absent for lists and
   * groups.
   */
  quotes?: number | undefined;
  /** Whether the value is a block of lines, in which a line break is part of the text. */
  isBlock?: boolean | undefined;
}

/** Why front matter can't be read, and at which offset in it; without an offset, the start of the file is meant. */
export type WrittenFault = Pick<Problem, 'id' | 'values'> & { offset?: number | undefined };

/** Fields of a group as an object. */
export type Fields = Readonly<Record<string, unknown>>;
