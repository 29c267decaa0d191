import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { commentsOf } from '../../src/core/config/comments.ts';
import type { SiteConfig } from '../../src/core/config/site-config.ts';
import { config } from '../../src/config.ts';
import { createTokens } from '../../src/comments/intake/token.ts';
import { type Service, type ServiceSettings, startService } from '../../src/comments/service.ts';
import { openStore, type Store } from '../../src/comments/store/database.ts';
import { secretOf } from '../../src/comments/store/queries.ts';
import { node, plainEnvironment } from './command.ts';
import { repository } from './folders.ts';

/** Folders of a site that takes comments on «metro» and «شهر». */
export interface CommentFolders {
  root: string;
  data: string;
  content: string;
  site: string;
}

/** The configuration of that site. */
export const commentConfig: SiteConfig = {
  ...config,
  url: 'https://example.org',
  comments: { ...commentsOf({ comments: {} }), words: ['شرط‌بندی'] },
};

/** Make the folders; tests remove `root`. */
export function makeCommentFolders(): CommentFolders {
  const root = mkdtempSync(join(tmpdir(), 'rooznegar-comments-'));
  const folders = { root, data: join(root, 'data'), content: join(root, 'content'), site: join(root, 'site') };
  for (const folder of [join(folders.content, 'articles'), join(folders.site, 'comments/shell')]) {
    mkdirSync(folder, { recursive: true });
  }
  writeFileSync(join(folders.site, 'comments/open.txt'), 'metro\nشهر\n');
  return folders;
}

/** Start a service in this process. */
export async function startHere(
  folders: CommentFolders,
  settings: Partial<ServiceSettings> = {},
): Promise<Service & { lines: string[] }> {
  const lines: string[] = [];
  const service = await startService({
    ...folders,
    config: commentConfig,
    host: '127.0.0.1',
    port: 0,
    behind: [],
    log: (line) => lines.push(line),
    onDeath: (error) => {
      throw error;
    },
    ...settings,
  });
  return { ...service, lines };
}

/** A service in a process of its own. */
export interface ServiceProcess {
  child: ChildProcess;
  address: string;
  /** What it has printed. */
  output(): string;
  /** Resolves with the exit code or the name of the signal. */
  ended: Promise<number | string>;
}

/** Start `npm run comments` as a process; rejects with its output if it ends before it takes comments. */
export async function startProcess(folders: CommentFolders, args: readonly string[] = []): Promise<ServiceProcess> {
  const file = join(folders.root, 'config.ts');
  const own = pathToFileURL(join(repository, 'src/config.ts')).href;
  const { url, comments } = commentConfig;
  writeFileSync(
    file,
    `import { config as own } from '${own}';\nexport const config = { ...own, ...${JSON.stringify({ url, comments })} };\n`,
  );
  const { data, content, site } = folders;
  const flags = ['--config', file, '--data', data, '--content', content, '--site', site, '--port', '0', ...args];
  const child = spawn(node, [join(repository, 'scripts/comments.ts'), ...flags], {
    cwd: repository,
    env: plainEnvironment(),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const ended = new Promise<number | string>((resolve) =>
    child.on('close', (code, signal) => resolve(code ?? signal!)),
  );
  const address = await new Promise<string>((resolve, reject) => {
    const read = (text: string): void => {
      output += text;
      const [, found] = /Takes comments at (\S+)/.exec(output) ?? [];
      if (found !== undefined) resolve(found);
    };
    child.stdout.setEncoding('utf8').on('data', read);
    child.stderr.setEncoding('utf8').on('data', read);
    void ended.then((code) => reject(new Error(`${code}: ${output}`)));
  });
  return { child, address, output: () => output, ended };
}

/** A comment as a script of a page sends it. */
export interface Sent {
  slug?: string;
  name?: string;
  mail?: string;
  text?: string;
  re?: string;
  website?: string;
  token?: string;
}

let senders = 0;

/** Return an address that has sent nothing yet. */
export function newSender(): string {
  senders += 1;
  return `10.${(senders >> 16) & 255}.${(senders >> 8) & 255}.${senders & 255}`;
}

/** Send a form, from an address that has sent nothing yet unless `headers` name one. */
export async function send(
  address: string,
  fields: Sent | string,
  headers: Record<string, string> = {},
): Promise<Response> {
  const body =
    typeof fields === 'string' ? fields : new URLSearchParams({ slug: 'metro', text: 'سلام', ...fields }).toString();
  return fetch(address, {
    method: 'POST',
    redirect: 'manual',
    headers: { 'content-type': 'application/x-www-form-urlencoded', 'x-real-ip': newSender(), ...headers },
    body,
  });
}

/** Send a form as a script does, and return the code of the answer. */
export async function sendJson(address: string, fields: Sent, headers: Record<string, string> = {}): Promise<string> {
  const answer = await send(address, fields, { accept: 'application/json', ...headers });
  return ((await answer.json()) as { code: string }).code;
}

/** Make a token of some age, in milliseconds, with the secret of a service. */
export function tokenOf(folders: CommentFolders, { slug = 'metro', age = 10_000, now = Date.now() } = {}): string {
  return withStore(folders, (store) => createTokens(secretOf(store, 'token')).issue(slug, now - age));
}

/** Use the database of a service. */
export function withStore<Result>({ data }: CommentFolders, use: (store: Store) => Result): Result {
  const store = openStore(data);
  try {
    return use(store);
  } finally {
    store.close();
  }
}

/** All bytes of all files in a folder, one character each. */
export function readEverything(folder: string): string {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => readFileSync(join(parentPath, name), 'latin1'))
    .join('\n');
}

/** Remove the folders. */
export function removeCommentFolders({ root }: CommentFolders): void {
  rmSync(root, { recursive: true, force: true });
}
