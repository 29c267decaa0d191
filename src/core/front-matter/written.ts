import type { Problem } from '../problems/problem.ts';
import type { Range } from '../text/edits.ts';

/** Front matter as it is written, whatever its form: texts, lists and groups, and where each is. */
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
  /** Its value with quotation marks; absent if there is none. */
  value?: Range | undefined;
  /** Length of its opening and of its closing quotation mark, 0 without any; absent if it is no text. */
  quotes?: number | undefined;
  /** Whether the text lies on its lines as it is, so that a new line end is one in the text. */
  isBlock?: boolean | undefined;
}

/** Why front matter can't be read, and where: an offset in it, or the beginning of the file. */
export type WrittenFault = Pick<Problem, 'id' | 'values'> & { offset?: number | undefined };

/** Fields of a group as an object. */
export type Fields = Readonly<Record<string, unknown>>;
