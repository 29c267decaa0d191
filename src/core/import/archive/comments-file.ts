import { hashNumber } from '../../text/hash.ts';
import { compareText } from '../../text/persian.ts';
import type { ImportedComment } from '../record.ts';
import { cleanLine } from '../text.ts';

/**
 * Write the comments of an article, one per line, oldest first: `{"id","at","name","text","re","by"}`. An answer to an
 * answer belongs to its thread and begins with the name of the person answered.
 *
 * @param record Origin of the article: a comment of the same source always gets the same `id`.
 */
export function writeComments(comments: readonly ImportedComment[], record: string): string {
  const known = new Map(comments.map((comment) => [comment.id, comment]));
  const tops = findTops(known);
  const rows = Array.from(known.values(), (comment) => {
    const top = tops.get(comment.id);
    const thread = top === comment ? undefined : top;
    const answered = comment.parent === undefined ? undefined : known.get(comment.parent);
    const mention = answered && thread && answered.id !== thread.id ? `@${nameOf(answered)} ` : '';
    const text = cleanParagraphs(comment.text);
    return {
      id: commentId(record, comment.id),
      at: comment.date.iso,
      // A comment with no text, such as one with only a picture, leaves its place to the answers.
      ...(text === '' ? { removed: true } : { name: nameOf(comment), text: mention + text }),
      ...(thread && { re: commentId(record, thread.id) }),
      ...(comment.isStaff && { by: 'newsroom' }),
    };
  });
  const sorted = rows.toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at) || compareText(a.id, b.id));
  return sorted.map((row) => `${JSON.stringify(row)}\n`).join('');
}

/** Map each comment to the first of its thread. A comment whose parent is missing, or part of a cycle, starts a thread. */
function findTops(known: ReadonlyMap<string, ImportedComment>): Map<string, ImportedComment> {
  const tops = new Map<string, ImportedComment>();
  for (const comment of known.values()) {
    const way = new Set<ImportedComment>();
    let at = comment;
    while (!tops.has(at.id) && !way.has(at)) {
      way.add(at);
      at = known.get(at.parent ?? '') ?? at;
    }
    const top = tops.get(at.id);
    let isInCircle = false;
    for (const each of way) {
      isInCircle ||= each === at;
      tops.set(each.id, top ?? (isInCircle ? each : at));
    }
  }
  return tops;
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

/** A hash of the source: ten characters from an alphabet of 32. */
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
