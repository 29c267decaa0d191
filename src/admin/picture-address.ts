import { openDraft } from './draft.ts';
import { pictureAddress } from './local/pictures.ts';

/** Finds a picture that the editor has read, or is about to upload. */
export type GetAsset = (path: string) => { url?: string } | undefined;

let known: GetAsset | undefined;

/** Keep the way to pictures that the editor lends previews. */
export function keepAssets(getAsset: GetAsset): void {
  known = getAsset;
}

/**
 * Return the address under which this page has a picture of the open entry; `undefined` until it has been read.
 *
 * @param src As in the file.
 * @param onRead Called once it has been read.
 */
export function addressOfPicture(src: string, onRead: () => void): string | undefined {
  if (/^(?:blob:|https:)/.test(src)) return src;
  return known?.(src)?.url ?? pictureAddress(pathOf(src), onRead);
}

/** The path of a picture from the project’s root: beside the open entry, or in `public/`. */
function pathOf(src: string): string {
  if (src.startsWith('/')) return `public${src}`;
  const draft = openDraft();
  const entry = draft?.originalEntry?.locales[draft.defaultLocale]?.path ?? '';
  return `${entry.replace(/[^/]*$/, '')}${src}`;
}
