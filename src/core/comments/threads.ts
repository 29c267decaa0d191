import { fingerprint } from '../text/hash.ts';
import { type Comment, compareComments } from './comment.ts';

/** A comment with the replies to it, oldest first. */
export interface Thread {
  top: Comment;
  replies: readonly Comment[];
}

/**
 * Arrange comments in threads of one level, oldest first. A reply to a reply belongs to its thread; a reply to what is not
 * there, or in a circle, begins a thread. Removed comments are left out, unless replies to them stand.
 *
 * @param comments In any order.
 */
export function threadsOf(comments: readonly Comment[]): Thread[] {
  const sorted = comments.toSorted(compareComments);
  // Most discussions have no reply, and need no look-up.
  if (sorted.every(({ re }) => re === undefined)) return threadsAt(sorted, new Map());
  const byId = new Map(comments.map((comment) => [comment.id, comment]));
  const tops: Comment[] = [];
  const replies = new Map<Comment, Comment[]>();
  for (const comment of sorted) {
    const top = comment.re === undefined ? comment : topOf(comment, byId);
    const own = replies.get(top);
    if (top === comment) tops.push(comment);
    else if (comment.removed) continue;
    else if (own) own.push(comment);
    else replies.set(top, [comment]);
  }
  return threadsAt(tops, replies);
}

function threadsAt(tops: readonly Comment[], replies: ReadonlyMap<Comment, readonly Comment[]>): Thread[] {
  return tops
    .filter((top) => !top.removed || replies.has(top))
    .map((top) => ({ top, replies: replies.get(top) ?? noReplies }));
}

const noReplies: readonly Comment[] = [];

/** Find the comment at the head of a thread; every comment of a circle is the head of its own. */
function topOf(comment: Comment, byId: ReadonlyMap<string, Comment>): Comment {
  let top = comment;
  for (let steps = 0; top.re !== undefined; steps++) {
    const parent = byId.get(top.re);
    if (!parent) return top;
    if (parent === comment || steps > mostSteps) return comment;
    top = parent;
  }
  return top;
}

/** Files written by the service have one level; deeper nesting comes from edits by hand. */
const mostSteps = 100;

/**
 * Cut threads into pages. The first is that of the article; the oldest come first, so a new comment never moves one from page
 * to page.
 *
 * @param size Threads on a page.
 */
export function pagesOf(threads: readonly Thread[], size: number): (readonly Thread[])[] {
  return Array.from({ length: Math.ceil(threads.length / size) }, (_, index) =>
    threads.slice(index * size, (index + 1) * size),
  );
}

/** Summary of an article’s comments, without their texts. */
export interface CommentSummary {
  /** Number of comments that readers see. */
  count: number;
  /** Fingerprint of each page of threads: equal ones show the same. */
  pages: readonly string[];
  /** The newest comment’s moment, in milliseconds since 1970-01-01T00:00Z; 0 if there is none. */
  newest: number;
}

/**
 * Summarize the threads of an article.
 *
 * @param whole A fingerprint of all of them that is cheaper to have, for articles with one page.
 */
export function summarize(threads: readonly Thread[], size: number, whole?: string): CommentSummary {
  const isHashed = whole === undefined || threads.length > size;
  let count = 0;
  let newest: Comment | undefined;
  const pages = pagesOf(threads, size).map((page) => {
    const shown: string[] = [];
    for (const { top, replies } of page) {
      for (const comment of [top, ...replies]) {
        const { id, at, name = '', text, by, removed } = comment;
        // The separator does not occur in any field.
        if (isHashed) shown.push(id, at, name, text, by === undefined ? '' : '1', comment === top ? '' : '2');
        if (removed) continue;
        count += 1;
        if (!newest || compareComments(newest, comment) < 0) newest = comment;
      }
    }
    return isHashed ? fingerprint(shown.join('\0')) : whole;
  });
  return { count, pages, newest: newest ? Date.parse(newest.at) : 0 };
}
