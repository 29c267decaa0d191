import type { LocalImageService } from 'astro';
import { refusedName } from './page-app-contract.ts';

/**
 * The image service of Astro's `<Image>`, `<Picture>`, `getImage` and pictures in `.md` pages: it refuses all of them, since
 * Astro would make their files after the last page, and here pages are made apart from Astro.
 */
const service: Pick<LocalImageService, 'validateOptions' | 'getURL'> = { validateOptions: refuse, getURL: refuse };

export default service;

/** The page knows the class by its name only: it is bundled apart from the engine. */
class RefusedImage extends Error {
  override name = refusedName;
}

function refuse(): never {
  throw new RefusedImage(
    '<Image>, <Picture>, getImage and pictures of .md pages can’t be used. Put the picture into public/ and write <img src="/x.jpg" width="800" height="600" alt="…">, or import it and write <img src={picture.src} …>.',
  );
}
