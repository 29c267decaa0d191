import { gzipSync } from 'node:zlib';
import { sealFile } from '../../core/search/sharded/files.ts';

/** A file of the search index. */
export interface SearchOutput {
  /** From the folder of the index. */
  path: string;
  /** Two builds with the same path and key have the same bytes. */
  key: string;
  /** Make its bytes, as the browser gets them. */
  read(): Uint8Array;
}

/** Make an output of bytes that are compressed when they are asked for. */
export function packedOutput(path: string, key: string, bytes: () => Uint8Array): SearchOutput {
  return { path, key, read: () => compress(bytes()) };
}

/** Make an output that bears a mark. */
export function sealedOutput(path: string, mark: string, bytes: () => Uint8Array, key = mark): SearchOutput {
  return packedOutput(path, key, () => sealFile(mark, bytes()));
}

/** Most files are short, and a window that reaches back no farther than they are long takes less time to set up. */
function compress(bytes: Uint8Array): Uint8Array {
  return gzipSync(bytes, { level: 9, windowBits: bytes.length <= 2 ** 13 ? 13 : 15 });
}
