import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import type { Site } from '../../core/site/site.ts';
import { picturesFolder, variantFormats, variantName } from '../../core/pictures/variants.ts';
import type { Content } from '../content/load-content.ts';
import type { FoundPicture } from './look-at-file.ts';
import { pictureId } from './encoding.ts';
import { forgetPictures, recallVariant, writePictureFacts } from './store.ts';
import { type OtherFile, shownFiles } from '../plan/site-files.ts';
import { takeTurns } from '../base/concurrently.ts';

/** So many pictures are worked on at a time: sharp works in threads of its own, each on one. */
export const picturesAtOnce = availableParallelism();

/** A variant of a picture; its bytes are remembered, or made when they are read. */
export interface PictureFile extends OtherFile {
  read(): Promise<Uint8Array>;
}

/** List the variants of the pictures that the published articles, pages and authors of a site show. */
export function pictureFiles(
  site: Pick<Site, 'articles' | 'pages' | 'terms'>,
  { pictures }: Pick<Content, 'pictures'>,
  folder: string,
): PictureFile[] {
  const shown = new Map<string, FoundPicture>();
  for (const file of shownFiles(site)) for (const picture of pictures.get(file) ?? []) shown.set(picture.id, picture);
  return [...shown.values()].flatMap((picture) => variantsOf(picture, folder));
}

/** Look at the pixels of pictures, and remember what they tell. */
export async function inspectPictures(pictures: readonly FoundPicture[], folder: string): Promise<void> {
  const { inspectPicture } = await import('./encode.ts');
  const unseen = new Map(pictures.map((picture) => [picture.id, picture]));
  await takeTurns([...unseen.values()], picturesAtOnce, async ({ path }) => {
    const original = readFileSync(path);
    writePictureFacts(folder, pictureId(original), await inspectPicture(original));
  });
}

/** Forget what is remembered of pictures that no file of the content shows any more, published or not. */
export function forgetOldPictures({ pictures }: Pick<Content, 'pictures'>, folder: string): void {
  const shown = new Set([...pictures.values()].flatMap((each) => each.map(({ id }) => id)));
  forgetPictures(folder, (id) => shown.has(id));
}

function variantsOf({ path, id, widths }: FoundPicture, folder: string): PictureFile[] {
  return widths.flatMap((width) =>
    variantFormats.map((format): PictureFile => {
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
