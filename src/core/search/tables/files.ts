/** The first file of the index that the browser reads. */
export interface SearchManifest {
  /** Version of the format of all files of the index. */
  version: typeof searchVersion;
  /** The mark of the file: see {@link sealFile}. */
  spellings: string;
  /** Oldest first. */
  periods: readonly { name: string; table: string; words: string }[];
}

/** Format version; raised with each change that an older search page could not read. */
export const searchVersion = 4;

/** Folder of the index on the site. */
export const searchFolder = 'search/index';

/** Paths of the files of the index, relative to its folder. All but the manifest are compressed with gzip. */
export const searchPaths = {
  manifest: 'manifest.json',
  spellings: 'spellings.bin',
  table: (period: string): string => `${period}/table.bin`,
  chunk: (period: string, number: number): string => `${period}/words-${number}.bin`,
  /** @param day A Jalali day: 14040724. */
  article: (day: number, place: number): string =>
    `articles/${Math.floor(day / 10_000)}/${String(day % 10_000).padStart(4, '0')}-${place}.bin`,
};

const markLength = 8;

/**
 * Prefix a file with its mark, a fingerprint of 8 characters. A browser with an old manifest can thus detect, while a
 * new site is published, that a file belongs to another index. The words of a period are marked with a fingerprint of
 * its articles and chunks, which their numbers refer to, so that editing an article changes only the chunks with its
 * words.
 */
export function sealFile(mark: string, bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const sealed = new Uint8Array(markLength + bytes.length);
  sealed.set(new TextEncoder().encode(mark));
  sealed.set(bytes, markLength);
  return sealed;
}

/**
 * Remove the mark.
 *
 * @returns `undefined` if the file has another mark.
 */
export function unsealFile(mark: string, sealed: Uint8Array): Uint8Array | undefined {
  const found = new TextDecoder().decode(sealed.subarray(0, markLength));
  return found === mark ? sealed.subarray(markLength) : undefined;
}
