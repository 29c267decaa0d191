import { accessSync, constants, existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Site } from '../../core/site/site.ts';
import { UsageError } from '../base/errors.ts';
import { nearFolder } from '../output/folders.ts';
import { kindOf } from './moves.ts';
import { foldersOf, type PublishSteps } from './order.ts';
import { readChanges } from '../output/changes.ts';

/**
 * Refuse to replace a folder that was not made by a build, or a newspaper by an empty one.
 *
 * @throws UsageError that says why.
 */
export function checkReplaceable(target: string, site: Pick<Site, 'articles'>): void {
  if (!existsSync(target)) return;
  const names = readdirSync(target).filter((name) => join(target, name) !== nearFolder(target));
  if (names.length > 0 && !names.some((name) => name === 'sitemap-index.xml' || name === '.shard.json')) {
    throw new UsageError(
      `--out: ${target} contains files that were not made by a build. Empty it, choose another folder, or remove them with --force.`,
    );
  }
  if (site.articles.length === 0 && names.includes('news')) {
    throw new UsageError(
      `There is no article to publish, but ${target} contains some. To empty the site, remove it first, or use --force.`,
    );
  }
}

/**
 * Refuse to continue if something foreign is in the top-level folder of the site. Names that begin with a dot, such as
 * `.git`, are allowed.
 *
 * @throws UsageError that names it.
 */
export function checkStrangers(out: string): void {
  const { names } = readChanges(out) ?? {};
  if (!names) return;
  const strangers = readdirSync(out).filter((name) => !name.startsWith('.') && !names.includes(name));
  if (strangers.length === 0) return;
  throw new UsageError(
    `--out: ${out} contains files that were not made by a build: ${strangers.join(', ')}. Files of your own belong in public/, from where they are published. Move them there, or remove them with --force.`,
  );
}

/**
 * Check in advance, as far as possible, that all files can be moved into place.
 *
 * @throws UsageError naming what is in the way; the system’s error if a folder is not writable.
 */
export function checkMoves(out: string, { blockers, written, removed }: PublishSteps): void {
  const going = new Set([...blockers, ...removed].flatMap(foldersOf));
  const folders = new Set([...written, ...blockers, ...removed].flatMap((file) => foldersOf(file)));
  for (const folder of folders) {
    const kind = kindOf(join(out, folder));
    if (kind === 'folder') accessSync(join(out, folder), constants.W_OK | constants.X_OK);
    else if (kind === 'file' && !blockers.includes(folder)) refuse(join(out, folder), 'file', 'folder');
  }
  accessSync(out, constants.W_OK | constants.X_OK);
  for (const file of written) {
    if (kindOf(join(out, file)) === 'folder' && !going.has(file)) refuse(join(out, file), 'folder', 'file');
  }
}

function refuse(path: string, found: string, wanted: string): never {
  throw new UsageError(
    `${path} is a ${found} that was not made by a build. Remove it: the site has a ${wanted} of this name.`,
  );
}
