/** Compare texts by UTF-16 code units, like `<` and browsers' lookups, rather than by locale. */
export function compareTexts(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
