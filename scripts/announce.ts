import { parseDate } from '../src/core/dates/news-date.ts';
import { announce, type AnnounceResult, rehearse, type ShownMessage } from '../src/engine/announce/announce.ts';
import { UsageError } from '../src/engine/base/errors.ts';
import { readOptions } from '../src/engine/base/options.ts';
import { runCommand } from './command.ts';
import { readSeconds } from './ping/seconds.ts';

await runCommand(
  {
    name: 'announce',
    usage:
      '[-- --dry-run --since DATE --again --out DIR --timeout SECONDS --patience SECONDS --now DATE --config FILE]',
    summary: `Posts new articles to the channels in the settings (announce: Telegram, Bale, Eitaa, Mastodon, Bluesky). Run it after deploying. (خبرهای تازه را به کانال‌ها می‌فرستد.)

The first run sends nothing: what is published by then counts as announced. Each article is announced once; a message
changes with its article’s «updated». Secrets come from environment variables only.
Exits with 1 if a channel did not take everything; then run it again.`,
    flags: {
      since: 'announce what was published from this moment on, at most 30 days back',
      content: 'the content folder (content)',
      public: 'the folder of files that are published as they are (public)',
      out: 'the folder of the finished site (dist)',
      timeout: 'how long to wait for each answer, in seconds (10)',
      patience: 'how long to wait in all for a service that asks for it, in seconds (120)',
      now: 'the moment of the run (now)',
      config: 'the newspaper’s settings (src/config.ts)',
    },
    switches: {
      'dry-run': 'show the messages, and send nothing',
      again: 'send again what may have been sent: after a run that was killed, or an unclear answer',
    },
  },
  async ({ flags, switches }) => {
    const timeout = readSeconds('timeout', flags['timeout'], 10) * 1000;
    const patience = readSeconds('patience', flags['patience'], 120);
    const since = readMoment(flags['since']);
    const options = await readOptions(flags);
    const { announce: settings } = options.config;
    if (!settings || settings.channels.length === 0) {
      throw new UsageError(
        `There is no channel. Name one in ${options.configFile}:  announce: { channels: [{ service: 'telegram', chat: '@…' }] }`,
        `کانالی نیست. در ${options.configFile} یکی را نام ببرید:  announce: { channels: [{ service: 'telegram', chat: '@…' }] }`,
      );
    }
    const input = { options, settings, since, again: switches['again'] === true };
    if (switches['dry-run']) {
      for (const message of await rehearse(input)) console.log(formatMessage(message));
      return 0;
    }
    return report(await announce({ ...input, env: process.env, timeout, patience }));
  },
);

/** Print what a run did. @returns The exit code. */
function report({ channels, isFirst, unsure, late, missed, gone }: AnnounceResult): number {
  for (const { name, sent, edited, failures } of channels) {
    if (sent + edited + failures.length > 0) console.log(`${name}: ${sent} sent, ${edited} changed.`);
    for (const failure of failures) console.error(`${name}: ${failure}.`);
  }
  for (const { channel, path } of unsure) {
    console.error(
      `${channel}: an earlier run was killed while it sent ${path}. Look there; if it is missing, run with --again.`,
    );
  }
  for (const { channel, path } of missed) console.error(`${channel}: ${path} was never sent, and is too old now.`);
  for (const { channel, path, post } of gone) {
    console.error(
      `${channel}: ${path} is not on the site any more. Its message is still there: ${post.url ?? post.id ?? '?'}.`,
    );
  }
  for (const { url } of late.slice(0, 10)) console.error(`${url} is too old to be announced; --since announces it.`);
  if (late.length > 10) console.error(`So are ${late.length - 10} more.`);
  const count = channels.reduce((sum, { sent, edited, failures }) => sum + sent + edited + failures.length, 0);
  if (isFirst && count === 0) console.log('This is the first run: what is published by now counts as announced.');
  else if (count === 0) console.log('There is nothing new to announce.');
  return channels.some(({ failures }) => failures.length > 0) || unsure.length > 0 || missed.length > 0 ? 1 : 0;
}

function formatMessage({ channel, path, isEdit, hasPicture, text }: ShownMessage): string {
  const how = [isEdit ? 'change' : 'new', ...(hasPicture ? ['with a picture'] : [])].join(', ');
  return `── ${channel} · ${path} (${how})\n${text}\n`;
}

function readMoment(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const date = parseDate(text);
  if (typeof date !== 'string') return date.epoch;
  throw new UsageError(
    `--since: expected a date such as «1405/09/08 10:00», found «${text}».`,
    `‎--since: تاریخی مانند «1405/09/08 10:00» لازم است، نه «${text}».`,
  );
}
