import { compareTexts } from '../text/compare.ts';

/** An approved comment of a reader, or a reply of the newsroom: one line of a file of `content/comments`. */
export interface Comment {
  /** Ten small letters and digits; unique in the file, and for ever. */
  id: string;
  /** When it was sent, in ISO 8601 with an offset. */
  at: string;
  /** The name that the reader gave. */
  name?: string | undefined;
  /** Plain text: paragraphs separated by an empty line. Empty only if it was removed. */
  text: string;
  /** The comment that it answers. */
  re?: string | undefined;
  /** For replies of the newsroom: who wrote it, which readers do not see. */
  by?: string | undefined;
  /** Set where only the place of a removed comment is left, because its replies stand. */
  removed?: true | undefined;
}

/** Limits of forms and files. Lengths are in code points. */
export const commentLimits = {
  /** Of a name. */
  name: 60,
  /** Of a text that a reader sends. */
  text: 2000,
  /** Of a text in a file: comments of other systems had other limits. */
  storedText: 20_000,
  /** Bytes of a file. */
  fileBytes: 5_000_000,
  /** Lines of a file. */
  fileLines: 10_000,
} as const;

/** The name shown for a reader who gave none. */
export const namelessReader = 'خواننده';

/** Placeholder in `/comments/shell/` that the service replaces by its content. */
export const serviceMark = '<!--comments-->';

/** Matches the id of a comment. */
export const commentId = /^[0-9a-z]{10}$/;

/** Folder below the content folder with a file for each article that has comments. */
export const commentsFolder = 'comments';

/** Extension of these files, after the article’s slug. */
export const commentFileEnding = '.jsonl';

/** Length of `2026-11-29T18:03:00`. */
const dayAndTime = 19;

/** Compare two comments of a file: by moment, and by id where two were sent in the same one. A total order. */
export function compareComments(a: Comment, b: Comment): number {
  const isOneOffset = a.at.length === b.at.length && a.at.endsWith(b.at.slice(dayAndTime));
  // With one offset, which is nearly always so, texts sort as moments do; parsing takes much longer.
  const order = isOneOffset ? compareTexts(a.at, b.at) : Date.parse(a.at) - Date.parse(b.at);
  return order || compareTexts(a.id, b.id);
}

/** Name of the file with an article’s comments. @example commentFileName('metro') // 'metro.jsonl' */
export function commentFileName(slug: string): string {
  return slug + commentFileEnding;
}
