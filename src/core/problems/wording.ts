/** Wording of a kind of problem. Names in braces are placeholders for the problem's values. */
export interface Wording {
  /** What is wrong, after the position. */
  message: string;
  /** How to fix it. */
  fix: string;
}
