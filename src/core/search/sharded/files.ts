/** What the browser reads first of the index. */
export interface SearchManifest {
  /** Of the format of all files of the index. */
  version: typeof searchVersion;
  /** The marks of files: see {@link sealFile}. */
  spellings: string;
  /** Oldest first. */
  periods: readonly { name: string; table: string; words: string }[];
}

/** Grows with each change that an older search page could not read. */
export const searchVersion = 2;

/** The folder of the index in a site. */
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
 * Put a mark before the bytes of a file. A browser that holds an old manifest while a new site is published then sees that
 * a file belongs to another index. The words of a period are marked by what their numbers stand for, its articles and its
 * chunks, so that an article that is edited changes the chunks of its words alone.
 */
export function sealFile(mark: string, bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const sealed = new Uint8Array(markLength + bytes.length);
  sealed.set(new TextEncoder().encode(mark));
  sealed.set(bytes, markLength);
  return sealed;
}

/**
 * Take the mark off.
 *
 * @returns undefined if the file has another mark.
 */
export function unsealFile(mark: string, sealed: Uint8Array): Uint8Array | undefined {
  const found = new TextDecoder().decode(sealed.subarray(0, markLength));
  return found === mark ? sealed.subarray(markLength) : undefined;
}
