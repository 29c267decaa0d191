import type { PageInput } from './handoff.ts';
import type { PageBundle } from './bundle.ts';
import { openRenderer } from './renderer.ts';
import { keepFile, type MadeFile } from '../output/make-file.ts';
import type { PageFile } from '../output/site-file.ts';

/** A page to make. */
export interface PageTask extends PageFile {
  /** Of the bytes that are published; a page that comes to the same is not written. */
  before?: string | undefined;
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
    for (const { component, path, pattern, file, key, before } of tasks) {
      made.push(keepFile(folder, { file, key, before }, await render(component, path, pattern)));
    }
    return made;
  };
}
