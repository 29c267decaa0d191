/** Create a button that CSS draws, with an accessible name. */
export function button(name: string, className: string, act: () => void): HTMLButtonElement {
  const made = document.createElement('button');
  made.type = 'button';
  made.ariaLabel = made.title = name;
  made.className = className;
  made.addEventListener('click', act);
  return made;
}

/**
 * Add two buttons to a frame that scroll the strip inside it horizontally. With a keyboard the strip can be focused and
 * scrolled like any scroll container.
 *
 * @returns The function that moves it: 1 forward, which is to the left, or -1 back.
 */
export function moveByButtons(frame: HTMLElement, strip: HTMLElement): (step: 1 | -1) => void {
  const move = (step: 1 | -1): void => strip.scrollBy({ left: -step * strip.clientWidth });
  const previous = button('تصویر قبلی', 'gallery-previous', () => move(-1));
  const next = button('تصویر بعدی', 'gallery-next', () => move(1));
  // Disabled, not hidden: hiding a button would lose its focus.
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
