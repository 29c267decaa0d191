/** What the engine uses of gray-matter, which needs a `Buffer` that browsers lack. */
interface SplitText {
  matter: string;
  content: string;
}

/**
 * Split a text at its lines of three dashes as gray-matter does: the first line that begins with them ends the front
 * matter. A word after the opening dashes names the language.
 */
export default function splitMatter(text: string): SplitText {
  if (!text.startsWith('---') || text.startsWith('----')) return { matter: '', content: text };
  const [line = ''] = text.slice(3).split(/\r?\n/, 1);
  const rest = text.slice(3 + (line.trim() === '' ? 0 : line.length));
  const end = rest.indexOf('\n---');
  if (end === -1) return { matter: rest, content: '' };
  return { matter: rest.slice(0, end), content: rest.slice(end + 4).replace(/^\r?\n?/, '') };
}
