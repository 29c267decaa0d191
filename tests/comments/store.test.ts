import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { backUpDaily } from '../../src/comments/store/backups.ts';
import { openStore, type Store } from '../../src/comments/store/database.ts';
import { decide, edit, reply } from '../../src/comments/store/decide.ts';
import {
  addEditor,
  addSession,
  checkPassword,
  endSession,
  findSession,
  listEditors,
  newSession,
  removeEditor,
} from '../../src/comments/store/editors.ts';
import { forget, retention } from '../../src/comments/store/forget.ts';
import { insertComments, type NewComment } from '../../src/comments/store/insert.ts';
import { findComment, listComments, publishedComments, readTally } from '../../src/comments/store/queries.ts';
import {
  type CommentFolders,
  makeCommentFolders,
  readEverything,
  removeCommentFolders,
} from '../support/comment-service.ts';

let folders: CommentFolders;
let store: Store;
const act = { by: 'مینا', now: 5 };
const day = 86_400_000;
let count = 0;

function add(values: Partial<NewComment> = {}): string {
  count += 1;
  const text = values.text ?? `متن ${count}`;
  insertComments(store, [
    {
      slug: 'metro',
      once: `once${count}`,
      sender: 'sender',
      at: count,
      name: '',
      mail: '',
      re: '',
      marks: [],
      folded: text,
      ...values,
      text,
    },
  ]);
  return String(store.prepare('SELECT id FROM comment ORDER BY n DESC LIMIT 1').get()!['id']);
}

beforeEach(() => {
  folders = makeCommentFolders();
  store = openStore(folders.data);
});

afterEach(() => {
  store.close();
  removeCommentFolders(folders);
});

describe('the database', () => {
  it('is durable, and overwrites what is deleted', () => {
    const read = (name: string): unknown => Object.values(store.prepare(`PRAGMA ${name}`).get()!)[0];
    expect(['journal_mode', 'synchronous', 'secure_delete'].map(read)).toEqual(['wal', 2, 1]);
  });

  it('of a newer version is refused', () => {
    store.exec('PRAGMA user_version = 99');
    expect(() => openStore(folders.data)).toThrow(/newer version \(99\)/);
  });
});

describe('comments', () => {
  it('have ids that file names and pages can have', () => {
    expect(new Set(Array.from({ length: 50 }, () => add())).size).toBe(50);
    expect(add()).toMatch(/^[a-z2-7]{10}$/);
  });

  it('are stored all or none', () => {
    const before = readTally(store);
    expect(() =>
      insertComments(store, [
        {
          slug: 'metro',
          once: 'a',
          sender: '',
          at: 1,
          name: '',
          text: 'الف',
          mail: '',
          re: '',
          marks: [],
          folded: 'الف',
        },
        {
          slug: undefined as never,
          once: 'b',
          sender: '',
          at: 1,
          name: '',
          text: 'ب',
          mail: '',
          re: '',
          marks: [],
          folded: 'ب',
        },
      ]),
    ).toThrow();
    expect(readTally(store)).toEqual(before);
  });

  it('form threads of one level, under approved comments of the same article only', () => {
    const top = add();
    expect(findComment(store, add({ re: top }))!.re).toBeUndefined();
    decide(store, top, 'approved', act);
    const answer = add({ re: top });
    decide(store, answer, 'approved', act);
    expect(findComment(store, answer)!.re).toBe(top);
    expect(findComment(store, add({ re: answer }))!.re).toBe(top);
    expect(findComment(store, add({ re: top, slug: 'شهر' }))!.re).toBeUndefined();
  });
});

describe('decisions', () => {
  it('publish, take back, and count', () => {
    const id = add({ name: 'نگار', at: Date.UTC(2026, 10, 29) });
    expect(publishedComments(store, 'metro')).toEqual([]);
    decide(store, id, 'approved', act);
    expect(publishedComments(store, 'metro')).toEqual([
      { id, at: '2026-11-29T03:30:00+03:30', name: 'نگار', text: expect.any(String) },
    ]);
    expect(readTally(store)).toMatchObject({ held: 0, approved: 1 });
    decide(store, id, 'spam', act);
    expect(publishedComments(store, 'metro')).toEqual([]);
    expect(readTally(store)).toMatchObject({ approved: 0, spam: 1 });
    expect(decide(store, 'aaaaaaaaaa', 'spam', act)).toBe(false);
  });

  it('of a removed comment leave its place, while replies to it stand', () => {
    const id = add({ text: 'راز', name: 'نام' });
    reply(store, id, 'پاسخ ما', act);
    expect(publishedComments(store, 'metro')).toMatchObject([{ id }, { re: id, text: 'پاسخ ما', by: 'مینا' }]);
    decide(store, id, 'removed', act);
    expect(publishedComments(store, 'metro')[0]).toEqual({ id, at: expect.any(String), text: '', removed: true });
    const [, ours] = publishedComments(store, 'metro');
    decide(store, ours!.id, 'removed', act);
    expect(publishedComments(store, 'metro')).toEqual([]);
    expect(decide(store, id, 'approved', act)).toBe(false);
  });

  it('may change a text, which is marked', () => {
    const id = add();
    expect(edit(store, id, 'متن تازه', act)).toBe(true);
    expect(findComment(store, id)).toMatchObject({ text: 'متن تازه', marks: ['edited'] });
  });

  it('are audited', () => {
    const id = add();
    decide(store, id, 'approved', act);
    expect(store.prepare('SELECT * FROM audit').all()).toEqual([
      { at: 5, by: 'مینا', action: 'approved', subject: id },
    ]);
  });
});

describe('what is forgotten', () => {
  const planted = {
    mail: 'planted-mail@example.org',
    text: 'planted-text',
    name: 'planted-name',
    sender: 'planted-sender',
  };
  const traces = (): string[] => {
    const everything = readEverything(folders.root);
    return Object.values(planted).filter((value) => everything.includes(value));
  };

  it('is in no byte of any file after its time', () => {
    const id = add({ ...planted, folded: planted.text });
    expect(traces()).toEqual(Object.values(planted));
    decide(store, id, 'rejected', { by: 'a', now: 10 });
    forget(store, 11);
    expect(traces()).toEqual([planted.text, planted.name, planted.sender]);
    forget(store, retention.sender + day);
    expect(traces()).toEqual([planted.text, planted.name]);
    forget(store, retention.refusedText + day);
    expect(traces()).toEqual([]);
    expect(readTally(store).rejected).toBe(1);
  });

  it('includes e-mail addresses that nobody has decided about for a month', () => {
    add(planted);
    forget(store, retention.mail);
    expect(traces()).toContain(planted.mail);
    forget(store, retention.mail + day);
    expect(traces()).not.toContain(planted.mail);
  });

  it('includes all of a removed comment', () => {
    const id = add({ ...planted, folded: planted.text });
    decide(store, id, 'approved', act);
    decide(store, id, 'removed', act);
    forget(store, day * 8);
    expect(traces()).toEqual([]);
  });

  it('is not what waits or is published', () => {
    const id = add(planted);
    decide(store, add({ text: 'دیگری' }), 'approved', act);
    forget(store, 1000 * day);
    expect(findComment(store, id)!.text).toBe(planted.text);
    expect(listComments(store, { state: 'approved' })).toMatchObject([{ text: 'دیگری' }]);
  });
});

it('the queue has pages of fifty, the oldest first, and filters', () => {
  for (let n = 0; n < 60; n++) add({ slug: n % 2 ? 'metro' : 'شهر', ...(n === 7 && { marks: ['link', 'word'] }) });
  const pages = [0, 1].map((page) => listComments(store, { state: 'held', page }));
  expect(pages.map(({ length }) => length)).toEqual([50, 10]);
  expect(pages.flat().map(({ at }) => at)).toEqual(
    pages
      .flat()
      .map(({ at }) => at)
      .toSorted((a, b) => a - b),
  );
  expect(listComments(store, { state: 'held', slug: 'metro' })).toHaveLength(30);
  expect(listComments(store, { state: 'held', mark: 'word' })).toHaveLength(1);
});

it('fourteen nightly backups are kept, one a day', async () => {
  mkdirSync(join(folders.data, 'backups'), { recursive: true });
  for (let n = 0; n < 16; n++) {
    expect(await backUpDaily(store, folders.data, n * day)).toBeDefined();
    expect(await backUpDaily(store, folders.data, n * day + 5)).toBeUndefined();
  }
  const names = readdirSync(join(folders.data, 'backups')).toSorted();
  expect([names.length, names[0]]).toEqual([14, 'comments-1970-01-03.sqlite']);
});

describe('editors', () => {
  it('have a password that is shown once, and sessions that end', async () => {
    const password = await addEditor(store, 'مینا', act);
    expect(readEverything(folders.root)).not.toContain(password);
    expect(await checkPassword(store, 'مینا', password)).toBe(true);
    expect(await checkPassword(store, 'مینا', `${password}x`)).toBe(false);
    expect(await checkPassword(store, 'رضا', password)).toBe(false);
    const { cookie, session } = newSession('مینا', 1000);
    addSession(store, session);
    expect(readEverything(folders.root)).not.toContain(cookie);
    expect(findSession(store, cookie, 2000)).toMatchObject({ editor: 'مینا' });
    expect(findSession(store, cookie, 1001 + retention.session)).toBeUndefined();
    endSession(store, cookie);
    expect(findSession(store, cookie, 2000)).toBeUndefined();
    addSession(store, session);
    expect(removeEditor(store, 'مینا', act)).toBe(true);
    expect([listEditors(store), findSession(store, cookie, 2000)]).toEqual([[], undefined]);
  });
});
