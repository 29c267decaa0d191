import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { formatWidths, picturesFolder, variantFormats, variantName } from '../../core/pictures/variants.ts';
import type { FoundPicture } from './look-at-file.ts';
import { pictureId } from './encoding.ts';
import { forgetPictures, recallVariant, writePictureFacts } from './store.ts';
import type { OtherFile } from '../output/site-file.ts';
import { mapConcurrently } from '../base/concurrently.ts';
import { isMemoryShort } from '../base/memory.ts';

/** Number of pictures processed concurrently: sharp uses one of its own threads per picture, and some 100 MB. */
export const picturesAtOnce: number = isMemoryShort ? 1 : availableParallelism();

/** A variant of a picture; its bytes are cached, or made when they are read. */
export interface PictureFile extends OtherFile {
  read(): Promise<Uint8Array>;
}

/** List the variants of pictures, each picture once. */
export function pictureFiles(shown: readonly FoundPicture[], folder: string): PictureFile[] {
  const unique = new Map(shown.map((picture) => [picture.id, picture]));
  return [...unique.values()].flatMap((picture) => variantsOf(picture, folder));
}

/** Decode pictures, and cache the facts about them. */
export async function inspectPictures(pictures: readonly FoundPicture[], folder: string): Promise<void> {
  const { inspectPicture } = await import('./encode.ts');
  const unseen = new Map(pictures.map((picture) => [picture.id, picture]));
  await mapConcurrently([...unseen.values()], picturesAtOnce, async ({ path }) => {
    const original = readFileSync(path);
    writePictureFacts(folder, pictureId(original), await inspectPicture(original));
  });
}

/** Remove the cached variants of all pictures except those that the content still uses, published or not. */
export function forgetOldPictures(used: Iterable<readonly FoundPicture[]>, folder: string): void {
  const ids = new Set([...used].flatMap((pictures) => pictures.map(({ id }) => id)));
  forgetPictures(folder, (id) => ids.has(id));
}

function variantsOf({ path, id, widths }: FoundPicture, folder: string): PictureFile[] {
  return variantFormats.flatMap((format) =>
    formatWidths(format, widths).map((width): PictureFile => {
      const name = variantName(width, format);
      const make = async (): Promise<Uint8Array> => {
        const original = readFileSync(path);
        if (pictureId(original) !== id) throw new Error(`${path} was changed while the site was built. Build again.`);
        const { encodeVariant } = await import('./encode.ts');
        return encodeVariant(original, { src: path, width, format });
      };
      return { file: `${picturesFolder}/${id}/${name}`, key: id, read: () => recallVariant(folder, id, name, make) };
    }),
  );
}
