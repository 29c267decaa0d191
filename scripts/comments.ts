import { flushCompileCache } from 'node:module';
import { join, resolve } from 'node:path';
import { isIP } from 'node:net';
import { userInfo } from 'node:os';
import { UsageError } from '../src/engine/base/errors.ts';
import { projectFolder, readOptions } from '../src/engine/base/options.ts';
import { CommentsError } from '../src/comments/store/errors.ts';
import { type CommandInput, runCommand } from './command.ts';

// The service and the commands are imported where they run: neither takes up the memory of the other.

/** Exit code after the writer thread has died, so that systemd or Docker restarts the service (`EX_SOFTWARE`, sysexits.h). */
const exitDead = 70;

await runCommand(
  {
    name: 'comments',
    usage: '-- [COMMAND …] [--data DIR --site DIR --content DIR --port N --run COMMAND --hook URL]',
    summary: `Takes readers’ comments (تبادل نظر): without a COMMAND, the service runs until it is stopped. See docs/comments-service.md.

  list [--state held|approved|rejected|spam] [--slug SLUG] [--mark link|word|latin|twin]
  approve ID…   reject ID…   spam ID…   remove ID…   reply ID TEXT   edit ID TEXT   close SLUG   open SLUG
  editor add NAME   editor remove NAME   editor list
  export   pull URL   import FILE…   backup FILE   verify   publish`,
    flags: {
      data: 'the folder of the database and its backups (data)',
      site: 'the built site (dist)',
      content: 'the content folder (content)',
      config: 'the newspaper’s settings (src/config.ts)',
      host: 'the address to listen on (127.0.0.1)',
      port: 'the port to listen on (8090)',
      run: 'a command that builds the site after a decision, such as "npm run build"',
      hook: 'the address of a build hook, which gets a POST after a decision',
      'max-size': 'the most megabytes of the database (1024)',
      by: 'who decides, for the audit (the name of the system’s user)',
      state: 'which comments «list» shows (held)',
      slug: 'of which article',
      mark: 'with which mark',
    },
    lists: { behind: 'the address of a proxy whose X-Real-IP is believed, besides this machine' },
    takesWords: true,
  },
  async (input) => {
    try {
      return await (input.words.length === 0 ? serve(input) : command(input));
    } catch (error) {
      throw error instanceof CommentsError ? new UsageError(error.message) : error;
    }
  },
);

async function serve({ flags, lists }: CommandInput): Promise<number> {
  const { config, content } = await readOptions({ content: flags['content'], config: flags['config'] });
  const behind = lists['behind'] ?? [];
  const stranger = behind.find((address) => isIP(address) === 0);
  if (stranger !== undefined) throw new UsageError(`--behind: expected an IP address, found «${stranger}».`);
  const { startService } = await import('../src/comments/service.ts');
  const service = await startService({
    config,
    content,
    data: dataFolder(flags),
    site: resolve(flags['site'] ?? join(projectFolder, 'dist')),
    host: flags['host'] ?? '127.0.0.1',
    port: readNumber('port', flags['port'] ?? '8090', 65_535),
    behind,
    run: flags['run'],
    hook: flags['hook'],
    exportKey: readKey(),
    largest: readNumber('max-size', flags['max-size'] ?? '1024', 1_000_000) * 1_048_576,
    log: (line) => console.log(`${new Date().toISOString()} ${line}`),
    onDeath: (error) => {
      console.error('The thread that writes has ended, so nothing can be stored:', error);
      process.exit(exitDead);
    },
  });
  // A process that is killed would not write it, and compiling takes a fifth of the memory at the next start.
  flushCompileCache();
  console.log(`Takes comments at ${service.address}`);
  await new Promise<void>((stop) => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => stop());
  });
  await service.close();
  return 0;
}

async function command({ flags, words }: CommandInput): Promise<number> {
  const content = resolve(flags['content'] ?? join(projectFolder, 'content'));
  if (words[0] === 'pull') return pull(words[1], content);
  const act = { by: flags['by'] ?? userInfo().username, now: Date.now() };
  const filter = { state: flags['state'], slug: flags['slug'], mark: flags['mark'] };
  const { runCommentsCommand } = await import('../src/comments/commands.ts');
  return runCommentsCommand(words, { data: dataFolder(flags), content, act, filter, print: console.log });
}

async function pull(address: string | undefined, content: string): Promise<number> {
  const key = readKey();
  if (address === undefined || !URL.canParse(address) || !address.endsWith('/')) {
    throw new UsageError('pull: expected the address of a service, such as https://comments.example.ir/');
  }
  if (key === undefined) throw new UsageError('pull: set COMMENTS_KEY to the key of the service.');
  const { pullComments } = await import('../src/comments/publish/pull.ts');
  const written = await pullComments({
    address,
    key,
    content,
    memory: join(projectFolder, '.cache/comments-pulled.json'),
  });
  console.log(`${written.length} files are written.`);
  return 0;
}

/** Fewer users can see environment variables than command-line arguments. */
function readKey(): string | undefined {
  const { COMMENTS_KEY: key } = process.env;
  if (key !== undefined && key.length < 20) throw new UsageError('COMMENTS_KEY: expected at least 20 characters.');
  return key;
}

function dataFolder(flags: CommandInput['flags']): string {
  return resolve(flags['data'] ?? join(projectFolder, 'data'));
}

function readNumber(name: string, text: string, most: number): number {
  const number = Number(text);
  if (/^\d+$/.test(text) && number <= most) return number;
  throw new UsageError(`--${name}: expected a whole number up to ${most}, found «${text}».`);
}
