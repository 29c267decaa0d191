import type { LocalTree } from './tree.ts';

const addresses = new Map<string, string>();
const asked = new Set<string>();
let tree: LocalTree | undefined;

/** Use the working tree for pictures of previews. */
export function usePicturesOf(used: LocalTree): void {
  tree = used;
}

/**
 * Return the address of a picture of the working tree, for previews. The first time, it is read, and a function is called once
 * it is there.
 *
 * @param path From the project’s root.
 */
export function pictureAddress(path: string, onRead: () => void): string | undefined {
  const known = addresses.get(path);
  if (known !== undefined || asked.has(path) || !tree?.files.has(path)) return known;
  asked.add(path);
  void read(tree, path, onRead);
  return undefined;
}

async function read(from: LocalTree, path: string, onRead: () => void): Promise<void> {
  const file = await from.read(path).catch(() => undefined);
  if (!file) return;
  addresses.set(path, URL.createObjectURL(file));
  onRead();
}
