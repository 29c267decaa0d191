import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readOptions } from '../src/engine/base/options.ts';
import { UsageError } from '../src/engine/base/errors.ts';
import { pingHub } from './ping/hub.ts';
import { readSeconds } from './ping/seconds.ts';
import { changesFile, readChanges } from '../src/engine/output/changes.ts';
import { filesBelow } from '../src/engine/output/site-file.ts';
import { findNotices } from '../src/engine/announce/notices.ts';
import { withAnnounced } from '../src/engine/announce/state-file.ts';
import { runCommand } from './command.ts';

await runCommand(
  {
    name: 'ping',
    usage: '[-- --all --out DIR --timeout SECONDS --config FILE]',
    summary: `Notifies the hubs in the settings (feeds.hubs, WebSub) of the feeds that the last build changed. Run it after deploying. (تغییر خوراک‌ها را به هاب‌ها خبر می‌دهد.)

A hub is told once of what a feed holds. Exits with 1 if a hub does not answer or refuses a feed; then run it again.`,
    flags: {
      out: 'the folder of the finished site (dist)',
      timeout: 'how long to wait for each answer, in seconds (10)',
      config: 'the newspaper’s settings (src/config.ts)',
    },
    switches: { all: 'notify of all feeds, changed or not, known or not' },
  },
  async ({ flags, switches }) => {
    const timeout = readSeconds('timeout', flags['timeout'], 10) * 1000;
    const options = await readOptions(flags);
    const { out, config, configFile } = options;
    const hubs = config.feeds?.hubs ?? [];
    if (hubs.length === 0) {
      throw new UsageError(`There is no hub to notify. Name one in ${configFile}:  feeds: { hubs: ['https://…'] }`);
    }
    const isAll = switches['all'] === true;
    const files = isAll ? filesBelow(out) : readWritten(out);
    const results = await withAnnounced(options, async (record) => {
      const pinged = hubs.map(async (hub) => {
        const told = (record.state.pings[hub] ??= {});
        const notices = findNotices({ out, url: config.url }, files, isAll ? {} : told);
        // Owed until the hub has taken them, should this process be killed.
        for (const feed of notices.keys()) told[feed] = '';
        record.save();
        const result = await pingHub(hub, [...notices.keys()], timeout);
        for (const feed of result.notified) told[feed] = notices.get(feed)!;
        record.save();
        return result;
      });
      return Promise.all(pinged);
    });
    if (results.every(({ notified, failures }) => notified.length + failures.length === 0)) {
      console.log('No feed has changed.');
      return 0;
    }
    for (const { hub, notified, failures } of results) {
      console.log(`${hub}: notified of ${notified.length} ${notified.length === 1 ? 'feed' : 'feeds'}.`);
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
