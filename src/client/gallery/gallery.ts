import { button, moveByButtons } from './gallery-strip.ts';
import { openLightbox } from './lightbox.ts';

for (const gallery of document.querySelectorAll<HTMLElement>('.gallery')) serveGallery(gallery);

/** Turn a gallery into a strip in which each picture opens full-screen, unless it is a link. */
function serveGallery(gallery: HTMLElement): void {
  const strip = gallery.querySelector('ul')!;
  [...strip.children].forEach((item, index) => {
    const image = item.querySelector('img')!;
    if (image.closest('a')) return;
    const opener = button(`بزرگ کردن تصویر: ${image.alt}`, 'gallery-open', () => openLightbox(strip, index));
    const picture = image.closest('picture') ?? image;
    picture.replaceWith(opener);
    opener.append(picture);
  });
  moveByButtons(gallery, strip);
}
