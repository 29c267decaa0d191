import { inTransaction, prepareOnce, type Store } from './database.ts';
import { newId, nextChange, splitMarks, staffPrefix } from './rows.ts';

/** What an editor decides about a comment. */
export type Decision = 'approved' | 'rejected' | 'spam' | 'removed';

/** Who acts, and when. */
export interface Act {
  by: string;
  /** In milliseconds since 1970-01-01T00:00Z. */
  now: number;
}

/**
 * Decide about a comment. Its e-mail address is forgotten with the decision; of a removed one nothing is kept but its place.
 *
 * @returns Whether there is such a comment.
 */
export function decide(store: Store, id: string, state: Decision, { by, now }: Act): boolean {
  return inTransaction(store, () => {
    const row = store.prepare('SELECT slug, state, text FROM comment WHERE id = ?').get(id);
    if (!row || row['state'] === 'removed' || (state === 'approved' && row['text'] === null)) return false;
    if (row['state'] === state) return true;
    const change = nextChange(store);
    const forget = state === 'removed' ? ", name = NULL, text = NULL, folded = ''" : '';
    store
      .prepare(`UPDATE comment SET state = ?, decided = ?, by = CASE WHEN once LIKE '${staffPrefix}%' THEN by ELSE ? END,
                mail = NULL, change = ?${forget} WHERE id = ?`)
      .run(state, now, by, change, id);
    if (state === 'approved' || row['state'] === 'approved') markUnpublished(store, String(row['slug']), change);
    record(store, state, id, { by, now });
    return true;
  });
}

/**
 * Add a reply of the newsroom to a comment, which is approved with it.
 *
 * @returns Whether there is such a comment.
 */
export function reply(store: Store, id: string, text: string, act: Act): boolean {
  const row = store.prepare('SELECT slug, re FROM comment WHERE id = ? AND text IS NOT NULL').get(id);
  if (!row || !decide(store, id, 'approved', act)) return false;
  return inTransaction(store, () => {
    const [own, change, slug] = [newId(), nextChange(store), String(row['slug'])];
    store
      .prepare(
        `INSERT INTO comment (id, once, slug, re, at, text, folded, marks, state, decided, by, change)
         VALUES (?, ?, ?, ?, ?, ?, '', '', 'approved', ?, ?, ?)`,
      )
      .run(own, staffPrefix + own, slug, row['re'] ?? id, act.now, text, act.now, act.by, change);
    markUnpublished(store, slug, change);
    record(store, 'reply', own, act);
    return true;
  });
}

/** Change the text of a comment, and mark it as changed. */
export function edit(store: Store, id: string, text: string, act: Act): boolean {
  return inTransaction(store, () => {
    const row = store.prepare('SELECT slug, state, marks, text FROM comment WHERE id = ?').get(id);
    if (!row || row['text'] === null) return false;
    const change = nextChange(store);
    const marks = [...new Set([...splitMarks(String(row['marks'])), 'edited'])].join(' ');
    store.prepare('UPDATE comment SET text = ?, marks = ?, change = ? WHERE id = ?').run(text, marks, change, id);
    if (row['state'] === 'approved') markUnpublished(store, String(row['slug']), change);
    record(store, 'edit', id, act);
    return true;
  });
}

/** Stop taking comments on an article at once, before its page says so; or take them again. */
export function closeArticle(store: Store, slug: string, isClosed: boolean, act: Act): boolean {
  return inTransaction(store, () => {
    if (isClosed) store.prepare('INSERT OR IGNORE INTO closed VALUES (?)').run(slug);
    else store.prepare('DELETE FROM closed WHERE slug = ?').run(slug);
    record(store, isClosed ? 'close' : 'open', slug, act);
    return true;
  });
}

/** Note that the file of an article has to be written. */
export function markUnpublished(store: Store, slug: string, change: number): void {
  const sql = 'INSERT INTO unpublished VALUES (?, ?) ON CONFLICT (slug) DO UPDATE SET change = excluded.change';
  prepareOnce(store, sql).run(slug, change);
}

/**
 * Note that files are written, in the state of these changes, and that a build is due.
 *
 * @param written Slugs with the numbers of their changes; newer ones stay due.
 */
export function markWritten(store: Store, written: readonly (readonly [slug: string, change: number])[]): boolean {
  return inTransaction(store, () => {
    const remove = store.prepare('DELETE FROM unpublished WHERE slug = ? AND change = ?');
    for (const [slug, change] of written) remove.run(slug, change);
    store.exec(`UPDATE tally SET value = value + 1 WHERE name = 'unbuilt'`);
    return true;
  });
}

/** Record that a build has published the written files. @param count From {@link markWritten}, at the start of the build. */
export function markBuilt(store: Store, count: number): boolean {
  return inTransaction(store, () => {
    store.prepare(`UPDATE tally SET value = value - ? WHERE name = 'unbuilt'`).run(count);
    return true;
  });
}

/** Write a line of the audit. */
export function record(store: Store, action: string, subject: string, { by, now }: Act): void {
  store.prepare('INSERT INTO audit VALUES (?, ?, ?, ?)').run(now, by, action, subject);
}
