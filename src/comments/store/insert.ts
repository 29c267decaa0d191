import type { JudgedComment } from '../../core/comments/judge.ts';
import { inTransaction, prepareOnce, type Store } from './database.ts';
import { newId, nextChange } from './rows.ts';

/** A comment that a reader sent. */
export interface NewComment extends JudgedComment {
  slug: string;
  /** The unique part of the form's token. */
  once: string;
  /** A key of the sender’s network, which changes daily; no address can be found from it. */
  sender: string;
  /** In milliseconds since 1970-01-01T00:00Z. */
  at: number;
}

/**
 * What became of it. `same`: it was sent again, or has a twin from the same network, and is answered as the first. `twice`: its
 * token was used for another text.
 */
export type Inserted = 'stored' | 'same' | 'twice';

/** Store comments in one transaction: all of them, or none. */
export function insertComments(store: Store, comments: readonly NewComment[]): Inserted[] {
  const find = prepareOnce(store, 'SELECT text, slug FROM comment WHERE once = ?');
  const twin = prepareOnce(store, 'SELECT slug, sender, at FROM comment WHERE folded = ? AND at > ?');
  const parent = prepareOnce(store, `SELECT id, re FROM comment WHERE id = ? AND slug = ? AND state = 'approved'`);
  const insert = prepareOnce(
    store,
    `INSERT INTO comment (id, once, slug, re, at, name, text, mail, sender, folded, marks, state, change)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'held', ?)`,
  );
  return inTransaction(store, () => {
    const change = nextChange(store);
    return comments.map((comment): Inserted => {
      const { once, slug, text, folded, sender, at, name, mail } = comment;
      const first = find.get(once);
      if (first) return first['text'] === text && first['slug'] === slug ? 'same' : 'twice';
      const twins = twin.all(folded, at - day);
      if (twins.some((row) => row['slug'] === slug && row['sender'] === sender && Number(row['at']) > at - hour))
        return 'same';
      const marks = twins.length > 0 ? [...comment.marks, 'twin'] : comment.marks;
      const above = comment.re === '' ? undefined : parent.get(comment.re, slug);
      const re = above ? (above['re'] ?? above['id']!) : null;
      const values = [name || null, text, mail || null, sender, folded, marks.join(' '), change];
      insert.run(newId(), once, slug, re, at, ...values);
      return 'stored';
    });
  });
}

const hour = 3_600_000;
const day = 24 * hour;
