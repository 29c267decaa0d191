/** Targets of the search page's keyboard shortcuts. */
export interface SearchKeys {
  page: HTMLElement;
  field: HTMLInputElement;
  clear(): void;
}

/**
 * Handle keys: `/` focuses the field, arrows move between hits, and Escape clears the search. Enter opens the focused
 * link natively.
 */
export function listenToKeys({ page, field, clear }: SearchKeys): void {
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    const target = event.target as Element | null;
    const isTyping =
      target instanceof HTMLElement && (target.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/.test(target.tagName));
    const isInside = target !== null && page.contains(target);
    if (event.key === '/' && !isTyping) focusField();
    else if (event.key === 'Escape' && isInside) clear();
    else if (event.key === 'ArrowDown' && isInside) move(1);
    else if (event.key === 'ArrowUp' && isInside && target !== field) move(-1);
    else return;
    event.preventDefault();
  });

  function focusField(): void {
    field.focus();
    field.select();
  }

  function move(step: 1 | -1): void {
    const links = [...page.querySelectorAll<HTMLElement>('.hit h2 a')];
    const item = document.activeElement?.closest('.hit');
    const next = (item ? links.findIndex((link) => item.contains(link)) : -1) + step;
    if (next < 0) field.focus();
    else links[next]?.focus();
  }
}
