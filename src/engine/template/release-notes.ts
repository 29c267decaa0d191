/**
 * List the entries of the changelog that ask the newsroom for work, `- **by hand** …`, and that the older text lacks.
 *
 * @example handNotes('', '- **by hand** Rename `a`.\n- **automatic** Faster.\n') // ['Rename `a`.']
 */
export function handNotes(older: string, newer: string): string[] {
  const known = new Set(entriesOf(older));
  return entriesOf(newer).filter((entry) => !known.has(entry));
}

function entriesOf(changelog: string): string[] {
  const entries = changelog.matchAll(/^- \*\*by hand\*\*(.*(?:\n {2,}.*)*)/gm);
  return Array.from(entries, ([, entry]) => entry!.replace(/\s+/g, ' ').trim());
}
