import { button, moveByButtons } from './gallery-strip.ts';

/**
 * Show the pictures of a strip full-screen, starting from one of them. Esc, a click beside the picture, or the button
 * closes the dialog, which returns the focus to where it was.
 */
export function openLightbox(strip: HTMLElement, start: number): void {
  const dialog = document.createElement('dialog');
  dialog.className = 'lightbox';
  dialog.ariaLabel = 'تصویرهای گالری';
  const large = strip.cloneNode(true) as HTMLElement;
  for (const opener of large.querySelectorAll('.gallery-open')) opener.replaceWith(...opener.childNodes);
  for (const source of large.querySelectorAll<HTMLImageElement>('img, source')) source.sizes = '100vw';
  const count = document.createElement('p');
  count.className = 'lightbox-count';
  count.role = 'status';
  dialog.append(count, large);
  dialog.append(button('بستن', 'lightbox-close', () => dialog.close()));
  const move = moveByButtons(dialog, large);
  const tell = (): void => {
    const place = Math.round(Math.abs(large.scrollLeft) / large.clientWidth) + 1;
    const text = `${place.toLocaleString('fa')} از ${large.children.length.toLocaleString('fa')}`;
    if (count.textContent !== text) count.textContent = text;
  };
  large.addEventListener('scroll', tell, { passive: true });
  dialog.addEventListener('keydown', (event) => {
    const step = event.key === 'ArrowLeft' ? 1 : event.key === 'ArrowRight' ? -1 : undefined;
    if (step === undefined) return;
    event.preventDefault();
    move(step);
  });
  dialog.addEventListener('click', ({ target }) => {
    if ((target as Element).matches('dialog, ul, li, figure')) dialog.close();
  });
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
  large.children[start]!.scrollIntoView({ behavior: 'instant', block: 'nearest', inline: 'start' });
  tell();
}
