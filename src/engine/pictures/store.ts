import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { readCacheFile, readCacheJson, writeCacheFile, writeCacheJson } from '../cache/cache-file.ts';

/** What the pixels of a picture tell. */
export interface PictureFacts {
  /** The class of the colour that stands in for it; absent if it is transparent. */
  tone?: string | undefined;
  /** It can't be decoded to its end. */
  isDamaged?: true | undefined;
}

/** Recall what the pixels of a picture tell. */
export function readPictureFacts(folder: string, id: string): PictureFacts | undefined {
  return readCacheJson<PictureFacts>(factsPath(folder, id));
}

/** Remember what the pixels of a picture tell. */
export function writePictureFacts(folder: string, id: string, facts: PictureFacts): void {
  writeCacheJson(factsPath(folder, id), facts);
}

/** Recall a variant of a picture, or make and remember it. */
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

/** Forget the pictures that no file of the content shows any more. */
export function forgetPictures(folder: string, isShown: (id: string) => boolean): void {
  for (const id of existsSync(folder) ? readdirSync(folder) : [])
    if (!isShown(id)) rmSync(join(folder, id), { recursive: true, force: true });
}

function factsPath(folder: string, id: string): string {
  return join(folder, id, 'facts.json');
}
