import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readOptions } from '../src/engine/base/options.ts';
import { UsageError } from '../src/engine/base/errors.ts';
import { pingHub } from './ping/hub.ts';
import { changesFile, readChanges } from '../src/engine/output/changes.ts';
import { filesBelow } from '../src/engine/output/site-file.ts';
import { feedsAmong } from '../src/core/feeds/feed-list.ts';
import { createUrls } from '../src/core/urls.ts';
import { runCommand } from './command.ts';

await runCommand(
  {
    name: 'ping',
    usage: '[-- --all --out DIR --timeout SECONDS --config FILE]',
    summary: `Notifies the hubs in the settings (feeds.hubs, WebSub) of the feeds that the last build changed. Run it after deploying. (تغییر خوراک‌ها را به هاب‌ها خبر می‌دهد.)

Exits with 1 if a hub does not answer or refuses a feed; then run it again with --all.`,
    flags: {
      out: 'the folder of the finished site (dist)',
      timeout: 'how long to wait for each answer, in seconds (10)',
      config: 'the newspaper’s settings (src/config.ts)',
    },
    switches: { all: 'notify of all feeds, changed or not' },
  },
  async ({ flags, switches }) => {
    const timeout = readTimeout(flags['timeout']);
    const { out, config, configFile } = await readOptions(flags);
    const hubs = config.feeds?.hubs ?? [];
    if (hubs.length === 0) {
      throw new UsageError(`There is no hub to notify. Name one in ${configFile}:  feeds: { hubs: ['https://…'] }`);
    }
    const feeds = feedsAmong(switches['all'] ? filesBelow(out) : readWritten(out), createUrls(config.url));
    if (feeds.length === 0) {
      console.log('No feed has changed.');
      return 0;
    }
    const results = await Promise.all(hubs.map((hub) => pingHub(hub, feeds, timeout)));
    for (const { hub, notified, failures } of results) {
      console.log(`${hub}: notified of ${notified} ${notified === 1 ? 'feed' : 'feeds'}.`);
      for (const failure of failures) console.error(`${hub}: ${failure}.`);
    }
    return results.some(({ failures }) => failures.length > 0) ? 1 : 0;
  },
);

/** List the files that the last build wrote. */
function readWritten(out: string): readonly string[] {
  const changes = readChanges(out);
  if (changes) return changes.written;
  const path = join(out, changesFile);
  if (!existsSync(path)) throw new UsageError(`There is no file ${path}. Run «npm run build» first.`);
  throw new UsageError(`${path} is damaged. Run «npm run build» again, or notify of all feeds with --all.`);
}

function readTimeout(text = '10'): number {
  const seconds = Number(text);
  if (seconds > 0 && seconds <= 600) return seconds * 1000;
  throw new UsageError(`--timeout: expected seconds, at most 600, found «${text}».`);
}
