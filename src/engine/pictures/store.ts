import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { readCacheFile, readCacheJson, writeCacheFile, writeCacheJson } from '../cache/cache-file.ts';

/** Facts from decoding a picture. */
export interface PictureFacts {
  /** Class of its placeholder colour; absent if the picture is transparent. */
  tone?: string | undefined;
  /** Set if it can't be decoded completely. */
  isDamaged?: true | undefined;
}

/** Read the facts about a picture from the cache. */
export function readPictureFacts(folder: string, id: string): PictureFacts | undefined {
  return readCacheJson<PictureFacts>(factsPath(folder, id));
}

/** Write the facts about a picture to the cache. */
export function writePictureFacts(folder: string, id: string, facts: PictureFacts): void {
  writeCacheJson(factsPath(folder, id), facts);
}

/** Read a variant of a picture from the cache, or make and cache it. */
export async function recallVariant(
  folder: string,
  id: string,
  name: string,
  make: () => Promise<Uint8Array>,
): Promise<Uint8Array> {
  const path = join(folder, id, name);
  const known = readCacheFile(path);
  if (known) return known;
  const made = await make();
  writeCacheFile(path, made);
  return made;
}

/** Remove the pictures that no content file shows any more. */
export function forgetPictures(folder: string, isShown: (id: string) => boolean): void {
  for (const id of existsSync(folder) ? readdirSync(folder) : [])
    if (!isShown(id)) rmSync(join(folder, id), { recursive: true, force: true });
}

function factsPath(folder: string, id: string): string {
  return join(folder, id, 'facts.json');
}
