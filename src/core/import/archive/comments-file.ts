import { hashNumber } from '../../text/hash.ts';
import { compareText } from '../../text/persian.ts';
import type { ImportedComment } from '../record.ts';
import { cleanLine } from '../text.ts';

/**
 * Write the comments of an article, one a line, oldest first: `{"id","at","name","text","re","by"}`. An answer to an
 * answer belongs to its thread and names whom it answers. No e-mail, address or network is among them.
 *
 * @param record Origin of the article: a comment of the same source always gets the same `id`.
 */
export function writeComments(comments: readonly ImportedComment[], record: string): string {
  const known = new Map(comments.map((comment) => [comment.id, comment]));
  const rows = comments.map((comment) => {
    const thread = threadOf(comment, known);
    const answered = comment.parent === undefined ? undefined : known.get(comment.parent);
    const mention = answered && thread && answered.id !== thread.id ? `@${nameOf(answered)} ` : '';
    return {
      id: commentId(record, comment.id),
      at: comment.date.iso,
      name: nameOf(comment),
      text: mention + cleanParagraphs(comment.text),
      ...(thread && { re: commentId(record, thread.id) }),
      ...(comment.isStaff && { by: 'newsroom' }),
    };
  });
  const sorted = rows.toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at) || compareText(a.id, b.id));
  return sorted.map((row) => `${JSON.stringify(row)}\n`).join('');
}

/** The comment that began a thread; `undefined` for one that begins a thread itself, or answers a comment that is not here. */
function threadOf(comment: ImportedComment, known: ReadonlyMap<string, ImportedComment>): ImportedComment | undefined {
  const seen = new Set([comment.id]);
  let top = comment;
  while (top.parent !== undefined) {
    const next = known.get(top.parent);
    if (!next || seen.has(next.id)) break;
    seen.add(next.id);
    top = next;
  }
  return top === comment ? undefined : top;
}

function nameOf({ name }: ImportedComment): string {
  const clean = cleanLine(name).slice(0, 60);
  return clean === '' || clean.includes('@') ? 'خواننده' : clean;
}

function cleanParagraphs(text: string): string {
  const paragraphs = text
    .split(/\r?\n\s*\r?\n/)
    .map((paragraph) => paragraph.split(/\r?\n/).map(cleanLine).join('\n').trim());
  return paragraphs.filter((paragraph) => paragraph !== '').join('\n\n');
}

/** Ten of 32 letters, from a hash of the source. */
function commentId(record: string, id: string): string {
  let digits = '';
  for (let part = 0; digits.length < 10; part += 1) {
    let number = hashNumber(`${part}|${record}|${id}`);
    for (let at = 0; at < 6; at += 1) {
      digits += alphabet[number & 31]!;
      number >>>= 5;
    }
  }
  return digits.slice(0, 10);
}

const alphabet = 'abcdefghijkmnpqrstuvwxyz23456789';
