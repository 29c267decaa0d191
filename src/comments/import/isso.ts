import { DatabaseSync } from 'node:sqlite';
import { decodeReferences } from '../../core/front-matter/foreign-texts.ts';
import { plainText, type Receive, slugOfAddress } from './source.ts';

/** Read the database of Isso without changing it: approved comments (mode 1) and pending ones (mode 2). */
export function readIsso(path: string, receive: Receive): void {
  const isso = new DatabaseSync(path, { readOnly: true });
  try {
    const rows = isso
      .prepare(
        `SELECT comments.id, comments.parent, comments.created, comments.author, comments.text, comments.mode, threads.uri
         FROM comments JOIN threads ON threads.id = comments.tid WHERE comments.mode IN (1, 2) ORDER BY comments.id`,
      )
      .iterate();
    for (const { id, parent, created, author, text, mode, uri } of rows) {
      receive({
        key: `isso ${Number(id)}`,
        parent: parent === null ? undefined : `isso ${Number(parent)}`,
        slug: slugOfAddress(String(uri)) ?? '',
        at: Math.round(Number(created) * 1000),
        name: author === null ? '' : String(author),
        text: plainText(String(text), decodeReferences),
        state: mode === 1 ? 'approved' : 'held',
      });
    }
  } finally {
    isso.close();
  }
}
