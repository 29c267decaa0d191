import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { fingerprint } from '../../core/text/hash.ts';
import { expiredParts } from '../../core/site/front-file.ts';
import { isOngoing } from '../../core/live/live.ts';
import { isFresh } from '../../core/site/fresh-articles.ts';
import { readCacheJson, writeCacheJson } from '../cache/cache-file.ts';
import { stampOf } from '../cache/file-stamp.ts';
import type { Content } from '../content/content.ts';
import type { Problem } from '../../core/problems/problem.ts';
import type { BuildSettings } from '../base/options.ts';
import { type PublishFolders } from '../output/folders.ts';
import { changesFile, formatChanges, readChanges } from '../output/changes.ts';
import type { PublishResult } from './publish-plan.ts';
import { filesBelow } from '../output/site-file.ts';
import { placeFile } from '../output/site-file.ts';

/** The result of a build, with the fingerprint of its sources. */
interface SavedBuild {
  source: string;
  /** `warnings` contains only those that involve more than one file. */
  result: PublishResult & { articles: number; warnings: readonly Problem[] };
}

/** Fingerprint of everything that a site is made from, so that a build of the same sources can skip even the model. */
export function sourceKey(
  content: Content,
  { publicFolder, config, now, plain, shard }: BuildSettings,
  bundle: { key: string },
): string {
  const files = [
    ...filesBelow(publicFolder).map((file) => join(publicFolder, file)),
    ...[...content.assets.values()].flatMap((assets) => assets.map(({ path }) => path)),
  ];
  const isPublished = ({ draft, date }: Content['articles'][number]): boolean => !draft && date.epoch <= now;
  const stateOf = (article: Content['articles'][number]): string =>
    isPublished(article) ? `published ${isFresh(article.date.epoch, now)} ${isOngoing(article, now)}` : 'hidden';
  return fingerprint(
    [
      bundle.key,
      JSON.stringify([
        config,
        plain,
        shard,
        content.pages,
        content.authors,
        content.termTexts,
        content.redirectLines,
        content.front,
        content.popular,
      ]),
      // Positions of links appear in messages, though no page depends on them.
      JSON.stringify(content.files.filter(({ kind, siteLinks }) => kind !== 'article' && siteLinks)),
      ...(content.editions
        ? content.editions.map((edition) => `${JSON.stringify(edition)} ${edition.day.epoch <= now}`)
        : []),
      // What expires on the front page does so at a moment.
      ...(content.front ? [expiredParts(content.front, now)] : []),
      ...content.articles.map((article) => `${article.file} ${article.contentKey} ${stateOf(article)}`),
      ...content.comments.map(({ slug, count, pages }) => `${slug} ${count} ${pages.join(' ')}`),
      ...files.map((path) => `${path} ${stampOf(path)}`),
    ].join('\n'),
  );
}

/**
 * Return the result of the last build, if its sources were the same and all its files are intact.
 *
 * @param damage Published files that were modified or removed since.
 */
export async function recallUnchanged(
  folders: PublishFolders,
  source: string,
  damage: Promise<readonly string[] | undefined>,
): Promise<SavedBuild['result'] | undefined> {
  const saved = readCacheJson<SavedBuild>(savedBuildPath(folders));
  if (saved?.source !== source || (await damage)?.length !== 0) {
    forgetPublished(folders);
    return undefined;
  }
  placeFile(folders.out, changesFile, formatChanges({ ...readChanges(folders.out), written: [], removed: [] }));
  return { ...saved.result, changed: 0, removed: 0 };
}

/** Discard the result of the last build, before something else is published. */
export function forgetPublished(folders: PublishFolders): void {
  rmSync(savedBuildPath(folders), { force: true });
}

/** Save the result of a build with the fingerprint of its sources. */
export function rememberPublished(folders: PublishFolders, source: string, result: SavedBuild['result']): void {
  writeCacheJson(savedBuildPath(folders), { source, result } satisfies SavedBuild);
}

function savedBuildPath({ cache }: PublishFolders): string {
  return join(cache, 'settled.json');
}
