import { type PageInput } from './handoff.ts';
import type { PageBundle } from './page-bundle.ts';
import { openRenderer } from './page-renderer.ts';
import { hashBytes, type PageFile, placeFile } from './site-files.ts';

/** A page to make. */
export interface PageTask extends PageFile {
  /** Of the bytes that are published; a page that comes to the same is not written. */
  before?: string | undefined;
}

/** A file of the site as it was made. */
export interface MadeFile {
  file: string;
  key: string;
  hash: string;
  /** Whether its bytes differ from those that are published. */
  isNew: boolean;
}

/** Make the function that renders pages and writes those that are new below a folder. */
export function createPageMaker(
  bundle: PageBundle,
  input: PageInput,
  folder: string,
): (tasks: readonly PageTask[]) => Promise<MadeFile[]> {
  const opened = openRenderer(bundle, input);
  return async (tasks) => {
    const { render } = await opened;
    const made: MadeFile[] = [];
    for (const { component, path, file, key, before } of tasks) {
      made.push(keepFile(folder, { file, key, before }, await render(component, path)));
    }
    return made;
  };
}

/** Write a file below a folder, unless its bytes are published already. */
export function keepFile(
  folder: string,
  { file, key, before }: Pick<PageTask, 'file' | 'key' | 'before'>,
  bytes: Uint8Array,
): MadeFile {
  const hash = hashBytes(bytes);
  const isNew = hash !== before;
  if (isNew) placeFile(folder, file, bytes);
  return { file, key, hash, isNew };
}
