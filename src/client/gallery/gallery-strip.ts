/** Make a button whose look comes from CSS and whose name is for screen readers. */
export function button(name: string, className: string, act: () => void): HTMLButtonElement {
  const made = document.createElement('button');
  made.type = 'button';
  made.ariaLabel = made.title = name;
  made.className = className;
  made.addEventListener('click', act);
  return made;
}

/**
 * Give a strip that scrolls sideways two buttons, in the frame around it. By keyboard it is reached and scrolled as all
 * that scrolls.
 *
 * @returns The function that moves it: 1 onward, which is to the left, or -1 back.
 */
export function moveByButtons(frame: HTMLElement, strip: HTMLElement): (step: 1 | -1) => void {
  const move = (step: 1 | -1): void => strip.scrollBy({ left: -step * strip.clientWidth });
  const previous = button('تصویر قبلی', 'gallery-previous', () => move(-1));
  const next = button('تصویر بعدی', 'gallery-next', () => move(1));
  // A button that vanished would take the focus with it.
  const showEnds = (): void => {
    const gone = Math.abs(strip.scrollLeft);
    previous.ariaDisabled = String(gone < 2);
    next.ariaDisabled = String(gone + strip.clientWidth > strip.scrollWidth - 2);
  };
  strip.tabIndex = 0;
  strip.addEventListener('scroll', showEnds, { passive: true });
  new ResizeObserver(showEnds).observe(strip);
  frame.append(previous, next);
  return move;
}
