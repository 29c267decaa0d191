import { slugify } from '../core/text/slug.ts';
import { type KnownEntry, knownEntries, openDraft } from './draft.ts';
import { settings } from './settings.ts';

/** Find an entry of the open entry’s kind that has an address, in whatever folder; the name of its file is the address. */
export function entryAt(address: string): KnownEntry | undefined {
  const draft = openDraft();
  const folder = settings.editor.collections.find(({ name }) => name === draft?.collectionName)?.folder;
  const wanted = slugify(address);
  if (folder === undefined || wanted === '') return undefined;
  return knownEntries().find(({ locales }) =>
    Object.values(locales).some(({ path }) => path.startsWith(`${folder}/`) && addressOf(path) === wanted),
  );
}

/**
 * Make an address that no other entry has.
 *
 * @example freeAddress('metro') // 'metro-2', if there is a metro
 */
export function freeAddress(address: string): string {
  let free = address;
  for (let number = 2; entryAt(free); number += 1) free = `${address}-${number}`;
  return free;
}

/**
 * Find the entry that has the address of a new one, which would be written over it. A patch of the editor calls the hook
 * when it has asked the host for what others saved.
 */
export function followAddresses(): void {
  Object.assign(globalThis, {
    rooznegarTaken: () => {
      const draft = openDraft();
      const address = draft?.currentValues[draft.defaultLocale]?.['address'];
      return draft?.isNew && typeof address === 'string' ? entryAt(address) : undefined;
    },
  });
}

function addressOf(path: string): string {
  const name = path.replace(/(?:\/index)?\.(?:md|markdown)$/i, '').replace(/^.*\//, '');
  return slugify(name);
}
