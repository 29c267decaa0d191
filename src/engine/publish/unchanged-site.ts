import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { fingerprint } from '../../core/text/hash.ts';
import { isFresh } from '../../core/site/fresh-articles.ts';
import { readCacheJson, writeCacheJson } from '../cache/cache-file.ts';
import { codeKey, pageCode } from '../cache/code-key.ts';
import { stampOf } from '../cache/file-stamp.ts';
import type { Content } from '../content/content.ts';
import type { BuildSettings } from '../base/options.ts';
import { type PublishFolders } from '../output/folders.ts';
import { changesFile, formatChanges, readChanges } from '../output/changes.ts';
import type { PublishResult } from './publish-plan.ts';
import { filesBelow } from '../output/site-file.ts';
import { placeFile } from '../output/site-file.ts';

/** What a build made, and of what. */
interface Settled {
  source: string;
  result: PublishResult & { articles: number };
}

/** Stand for everything that a site is made of, so that a build of the same need not even make the model. */
export function sourceKey(content: Content, { publicFolder, config, now, plain, shard }: BuildSettings): string {
  const files = [
    ...filesBelow(publicFolder).map((file) => join(publicFolder, file)),
    ...[...content.assets.values()].flatMap((assets) => assets.map(({ path }) => path)),
  ];
  const isPublished = ({ draft, date }: Content['articles'][number]): boolean => !draft && date.epoch <= now;
  const stateOf = (article: Content['articles'][number]): string =>
    isPublished(article) ? `published ${isFresh(article.date.epoch, now)}` : 'hidden';
  return fingerprint(
    [
      codeKey(pageCode),
      JSON.stringify([config, plain, shard, content.pages, content.authors]),
      ...content.articles.map((article) => `${article.file} ${article.contentKey} ${stateOf(article)}`),
      ...files.map((path) => `${path} ${stampOf(path)}`),
    ].join('\n'),
  );
}

/**
 * Tell what the last build made, if it was made of the same and all of it is still there.
 *
 * @param damage Finds published files that are no longer there.
 */
export async function recallUnchanged(
  folders: PublishFolders,
  source: string,
  damage: Promise<readonly string[] | undefined>,
): Promise<Settled['result'] | undefined> {
  const settled = readCacheJson<Settled>(settledPath(folders));
  if (settled?.source !== source || (await damage)?.length !== 0) {
    forgetPublished(folders);
    return undefined;
  }
  placeFile(folders.out, changesFile, formatChanges({ ...readChanges(folders.out), written: [], removed: [] }));
  return { ...settled.result, changed: 0, removed: 0 };
}

/** Forget what the last build made, before something else is published. */
export function forgetPublished(folders: PublishFolders): void {
  rmSync(settledPath(folders), { force: true });
}

/** Remember what a build made, and of what. */
export function rememberPublished(folders: PublishFolders, source: string, result: Settled['result']): void {
  writeCacheJson(settledPath(folders), { source, result } satisfies Settled);
}

function settledPath({ cache }: PublishFolders): string {
  return join(cache, 'settled.json');
}
