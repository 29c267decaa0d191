/** How a kind of problem is worded. Names in braces are filled from the problem's values. */
export interface Wording {
  /** What is wrong, after the place. */
  message: string;
  /** What to do about it. */
  fix: string;
}
