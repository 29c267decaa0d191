import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { sealFile } from '../core/search-files.ts';

/** A file of the search index. */
export interface SearchOutput {
  /** From the folder of the index. */
  path: string;
  /** Two builds with the same path and key have the same bytes. */
  key: string;
  /** Make its bytes, as the browser gets them. */
  read(): Promise<Uint8Array>;
}

const compress = promisify(gzip);

/** Make an output of bytes that are compressed when they are asked for. */
export function packedOutput(path: string, key: string, bytes: () => Uint8Array): SearchOutput {
  return { path, key, read: () => compress(bytes(), { level: 9 }) };
}

/** Make an output that bears a mark. */
export function sealedOutput(path: string, mark: string, bytes: () => Uint8Array, key = mark): SearchOutput {
  return packedOutput(path, key, () => sealFile(mark, bytes()));
}
