/**
 * List the entries of a changelog that ask the newsroom for work: items that begin with `**By hand:**`, in those lines
 * that the newer text has and the older one lacks.
 *
 * @example handNotes('', '- **By hand:** rename `a`.\n- **Automatic:** faster.\n') // ['rename `a`.']
 */
export function handNotes(older: string, newer: string): string[] {
  const known = new Set(entriesOf(older));
  return entriesOf(newer).filter((entry) => !known.has(entry));
}

function entriesOf(changelog: string): string[] {
  return Array.from(changelog.matchAll(/^- \*\*By hand:\*\*((?:.*\n?)(?: {2,}.*\n?)*)/gm), ([, entry]) =>
    entry!.replace(/\s+/g, ' ').trim(),
  );
}
