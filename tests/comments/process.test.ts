import { connect, type Socket } from 'node:net';
import { join } from 'node:path';
import { once } from 'node:events';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createTokens } from '../../src/comments/intake/token.ts';
import { backUp } from '../../src/comments/store/backups.ts';
import { openStore } from '../../src/comments/store/database.ts';
import { decide } from '../../src/comments/store/decide.ts';
import { insertComments } from '../../src/comments/store/insert.ts';
import { listComments, readTally, secretOf, unpublishedArticles } from '../../src/comments/store/queries.ts';
import { countRuns } from '../support/runs.ts';
import {
  type CommentFolders,
  makeCommentFolders,
  removeCommentFolders,
  sendJson,
  type ServiceProcess,
  startProcess,
  tokenOf,
  withStore,
} from '../support/comment-service.ts';

let folders: CommentFolders;
let running: ServiceProcess[];

beforeEach(() => {
  folders = makeCommentFolders();
  running = [];
});

afterEach(async () => {
  for (const { child, ended } of running) {
    child.kill('SIGKILL');
    await ended;
  }
  removeCommentFolders(folders);
});

async function start(...args: string[]): Promise<ServiceProcess> {
  const service = await startProcess(folders, args);
  running.push(service);
  return service;
}

/** Send comments from many readers until `isOver`, or the service is gone; collect the texts that were acknowledged. */
function load(
  address: string,
  round: string,
  isOver: () => boolean = () => false,
): { acknowledged: string[]; done: Promise<unknown> } {
  const acknowledged: string[] = [];
  const secret = withStore(folders, (store) => secretOf(store, 'token'));
  const tokens = createTokens(secret);
  const readers = Array.from({ length: 32 }, async (_, reader) => {
    for (let n = 0; !isOver(); n++) {
      const text = `نظر ${round} ${reader} ${n}`;
      const slug = reader % 2 === 0 ? 'metro' : 'شهر';
      try {
        const code = await sendJson(address, { slug, text, token: tokens.issue(slug, Date.now() - 10_000) });
        if (code === 'thanks') acknowledged.push(text);
        else if (code !== 'rate' && code !== 'busy') throw new TypeError(code);
        else return;
      } catch (error) {
        if ((error as Error).message !== 'fetch failed' && !/terminated|JSON/.test((error as Error).message))
          throw error;
        return;
      }
    }
  });
  return { acknowledged, done: Promise.all(readers) };
}

const stored = (): Set<string | undefined> =>
  withStore(folders, (store) => {
    const rows = store.prepare('SELECT text FROM comment').all();
    return new Set(rows.map((row) => String(row['text'])));
  });

const rounds = countRuns(2, 24);

it(`${rounds} × kill -9 under load: every acknowledged comment is there`, async () => {
  const acknowledged: string[] = [];
  for (let round = 0; round < rounds; round++) {
    const service = await start();
    const { acknowledged: some, done } = load(service.address, String(round));
    await expect.poll(() => some.length).toBeGreaterThan(20 + 3 * round);
    service.child.kill('SIGKILL');
    await Promise.all([service.ended, done]);
    acknowledged.push(...some);
    const there = stored();
    expect(acknowledged.filter((text) => !there.has(text))).toEqual([]);
    expect(withStore(folders, (store) => store.prepare('PRAGMA integrity_check').get())).toEqual({
      integrity_check: 'ok',
    });
  }
  expect(withStore(folders, (store) => readTally(store).held)).toBe(stored().size);
});

it('SIGTERM: what has begun is answered, nothing acknowledged is lost, and the log is emptied', async () => {
  const service = await start();
  const { acknowledged, done } = load(service.address, 'term');
  await expect.poll(() => acknowledged.length).toBeGreaterThan(20);
  service.child.kill('SIGTERM');
  expect(await service.ended).toBe(0);
  await done;
  const there = stored();
  expect(acknowledged.filter((text) => !there.has(text))).toEqual([]);
  expect(service.output()).toMatch(/thanks \d+/);
});

it('a second service for the same folder is refused; after a kill the next one starts', async () => {
  const service = await start();
  await expect(start()).rejects.toThrow(/^2: .*Another service takes comments into/s);
  service.child.kill('SIGKILL');
  await service.ended;
  await start();
});

it('no room: readers are told, nothing acknowledged is lost, and with room it goes on', async () => {
  const long = 'الف ب پ ت '.repeat(190);
  withStore(folders, (store) => {
    for (let n = 0; Number(store.prepare('PRAGMA page_count').get()!['page_count']) < 220; n++) {
      const text = `${n} ${long}`;
      const blank = { sender: '', at: n, name: '', mail: '', re: '', marks: [] };
      insertComments(store, [{ ...blank, slug: 'metro', once: `filler${n}`, text, folded: String(n) }]);
    }
  });
  const small = await start('--max-size', '1');
  const acknowledged: string[] = [];
  const sendLong = async (n: number): Promise<string> => {
    const text = `${n} یک ${long}`.trim();
    const code = await sendJson(small.address, { text, token: tokenOf(folders) });
    if (code === 'thanks') acknowledged.push(text);
    return code;
  };
  let code = 'thanks';
  for (let n = 0; code === 'thanks'; n++) code = await sendLong(n);
  expect([code, acknowledged.length > 0]).toEqual(['busy', true]);
  small.child.kill('SIGTERM');
  expect(await small.ended).toBe(0);
  const there = stored();
  expect(acknowledged.filter((each) => !there.has(each))).toEqual([]);
  const roomy = await start('--max-size', '50');
  expect(await sendJson(roomy.address, { text: `آخر ${long}`, token: tokenOf(folders) })).toBe('thanks');
});

it('a backup under load is whole, of one moment, and can be restored', async () => {
  const service = await start();
  const { acknowledged, done } = load(service.address, 'backup');
  await expect.poll(() => acknowledged.length).toBeGreaterThan(20);
  const before = [...acknowledged];
  const other = makeCommentFolders();
  const store = openStore(folders.data);
  await backUp(store, join(other.root, 'copy.sqlite'));
  store.close();
  service.child.kill('SIGKILL');
  await Promise.all([service.ended, done]);
  const copy = new DatabaseSync(join(other.root, 'copy.sqlite'));
  expect(copy.prepare('PRAGMA integrity_check').get()).toEqual({ integrity_check: 'ok' });
  const texts = new Set(
    copy
      .prepare('SELECT text FROM comment')
      .all()
      .map(({ text }) => text),
  );
  expect(before.filter((text) => !texts.has(text))).toEqual([]);
  copy.close();
  removeCommentFolders(other);
});

it('decisions of the command line beside a service under load are published, and one build serves several', async () => {
  const service = await start('--run', 'echo BUILT');
  let isOver = false;
  const { acknowledged, done } = load(service.address, 'beside', () => isOver);
  await expect.poll(() => acknowledged.length).toBeGreaterThan(40);
  isOver = true;
  await done;
  withStore(folders, (store) => {
    for (const { id } of listComments(store, { state: 'held' }))
      decide(store, id, 'approved', { by: 'a', now: Date.now() });
  });
  // Published in one build or two: the service may look between two decisions, and then the rest waits for its next look.
  const due = (): number => withStore(folders, (store) => unpublishedArticles(store).length + readTally(store).unbuilt);
  await expect.poll(due, { timeout: 60_000 }).toBe(0);
  service.child.kill('SIGTERM');
  await service.ended;
  expect([1, 2]).toContain(service.output().match(/BUILT/g)?.length);
});

describe('slow readers', () => {
  const slow = countRuns(150, 1500);

  it(`${slow} sockets that never finish are closed, while others are served`, async () => {
    const service = await start();
    const { hostname, port } = new URL(service.address);
    const beginnings = [
      '',
      'POST /comments/ HTTP/1.1\r\nHost: a\r\n',
      'POST /comments/ HTTP/1.1\r\nHost: a\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 100\r\n\r\nslug=metro',
    ];
    const sockets: Socket[] = [];
    const closed: Promise<unknown>[] = [];
    for (let n = 0; n < slow; n++) {
      const socket = connect(Number(port), hostname);
      socket.on('error', () => {});
      closed.push(once(socket, 'close'));
      socket.resume();
      socket.write(beginnings[n % 3]!.replace('Host', `X-Real-IP: 10.9.${n >> 8}.${n & 255}\r\nHost`));
      sockets.push(socket);
    }
    expect(await sendJson(service.address, { token: tokenOf(folders) })).toBe('thanks');
    await Promise.all(closed);
    expect(await sendJson(service.address, { text: 'بعد', token: tokenOf(folders) })).toBe('thanks');
    expect(service.output()).not.toMatch(/at .*node_modules|Error:/);
  });
});

it('a writer that dies ends the process with 70, for systemd to start it again', async () => {
  const service = await start();
  const token = tokenOf(folders);
  withStore(folders, (store) => store.exec('DROP TABLE comment'));
  await sendJson(service.address, { token }).catch(() => {});
  expect(await service.ended).toBe(70);
});
