import { execFile, spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** The result of Python's feedparser for a feed. */
export interface ParsedByPython {
  /** Why it considers the feed ill-formed; null if it does not. */
  bozo: string | null;
  title: string;
  links: Record<string, string>[];
  entries: {
    title: string;
    link: string;
    summary: string;
    published: string;
    updated: string | null;
    tags: string[];
    content: string;
    enclosures: Record<string, string>[];
    media: Record<string, string>[];
  }[];
}

/** Find a Python with feedparser (Debian: python3-feedparser). */
export function findPython(): string | undefined {
  return ['python3', '/usr/bin/python3'].find((name) => works(name, ['-c', 'import feedparser']));
}

/** Find the feed reader newsboat (Debian: newsboat). */
export function findNewsboat(): string | undefined {
  return works('newsboat', ['--version']) ? 'newsboat' : undefined;
}

/** Read a feed from a URL with Python's feedparser. */
export async function readWithPython(python: string, url: string): Promise<ParsedByPython> {
  const { stdout } = await run(python, ['-c', script, url], { maxBuffer: 2 ** 26 });
  return JSON.parse(stdout) as ParsedByPython;
}

/**
 * Subscribe to feeds with newsboat, fetch them, and read its database.
 *
 * @param opml A file with subscriptions, besides `urls`.
 * @returns The subscriptions, the number of unread articles, and newsboat's error messages.
 */
export async function readWithNewsboat(
  newsboat: string,
  { urls = [], opml }: { urls?: readonly string[]; opml?: string },
): Promise<{ subscriptions: string[]; unread: number; complaints: string[] }> {
  const home = await mkdtemp(join(tmpdir(), 'rooznegar-newsboat-'));
  const [list, log] = [join(home, 'urls'), join(home, 'errors')];
  try {
    await writeFile(list, urls.map((url) => `${url}\n`).join(''));
    await writeFile(join(home, 'config'), `error-log ${log}\n`);
    await writeFile(log, '');
    const options = ['-u', list, '-c', join(home, 'cache.db'), '-C', join(home, 'config')];
    const env = { ...process.env, HOME: home, LC_ALL: 'C.UTF-8' };
    if (opml !== undefined) await run(newsboat, [...options, '-i', opml], { env });
    const subscriptions = (await readFile(list, 'utf8')).split('\n').filter((line) => line !== '');
    if (urls.length > 0) await run(newsboat, [...options, '-x', 'reload'], { env });
    const unread = urls.length > 0 ? (await run(newsboat, [...options, '-x', 'print-unread'], { env })).stdout : '0';
    const complaints = (await readFile(log, 'utf8')).split('\n').filter((line) => line !== '');
    return { subscriptions, unread: Number.parseInt(unread, 10), complaints };
  } finally {
    await rm(home, { recursive: true, force: true });
  }
}

const run = promisify(execFile);

function works(command: string, args: readonly string[]): boolean {
  return spawnSync(command, args, { stdio: 'ignore' }).status === 0;
}

const script = `
import feedparser, json, sys
feed = feedparser.parse(sys.argv[1])
json.dump({
    'bozo': str(feed.get('bozo_exception')) if feed.bozo else None,
    'title': feed.feed.title,
    'links': [dict(link) for link in feed.feed.links],
    'entries': [{
        'title': entry.title,
        'link': entry.link,
        'summary': entry.summary,
        'published': entry.published,
        'updated': entry.get('updated') if 'updated' in entry.keys() else None,
        'tags': [tag.term for tag in entry.get('tags', [])],
        'content': entry.content[0].value,
        'enclosures': [dict(link) for link in entry.enclosures],
        'media': [dict(media) for media in entry.get('media_content', [])],
    } for entry in feed.entries],
}, sys.stdout)
`;
