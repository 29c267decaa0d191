import { emptyLog, inTransaction, type Store } from './database.ts';

const day = 86_400_000;

/** Retention periods of personal data, in milliseconds. */
export const retention = { mail: 30 * day, sender: 7 * day, refusedText: 30 * day, session: day / 2 } as const;

/**
 * Forget what is no longer needed: e-mail addresses after the decision or a month, keys of senders after a week, refused texts
 * after a month. Counts stay. What is forgotten is overwritten in the database and in its log.
 *
 * @param now In milliseconds since 1970-01-01T00:00Z.
 */
export function forget(store: Store, now: number): boolean {
  inTransaction(store, () => {
    const run = (sql: string, age: number): void => void store.prepare(sql).run(now - age);
    run('UPDATE comment SET mail = NULL WHERE mail IS NOT NULL AND at < ?', retention.mail);
    run('UPDATE comment SET sender = NULL WHERE sender IS NOT NULL AND at < ?', retention.sender);
    run(
      `UPDATE comment SET name = NULL, text = NULL, folded = ''
       WHERE state IN ('rejected', 'spam') AND text IS NOT NULL AND decided < ?`,
      retention.refusedText,
    );
    run('DELETE FROM session WHERE at < ?', retention.session);
  });
  emptyLog(store);
  return true;
}
