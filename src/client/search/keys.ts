/** Targets of the search page's keyboard shortcuts. */
export interface SearchKeys {
  page: HTMLElement;
  field: HTMLInputElement;
  clear(): void;
}

/**
 * Handle keys while the focus is within the search (WCAG 2.1.4): arrows lead from the field to the hits and among them,
 * `/` leads back to the field, and Escape clears the search. Choices and buttons keep their own keys. Enter opens the
 * focused link natively.
 */
export function listenToKeys({ page, field, clear }: SearchKeys): void {
  page.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    const target = event.target as HTMLElement;
    const isLeading = target === field || target.closest('.hit') !== null;
    if (event.key === '/' && !target.matches('input, select, textarea, [contenteditable]')) focusField();
    else if (event.key === 'Escape' && isLeading) clear();
    else if (event.key === 'ArrowDown' && isLeading) move(1);
    else if (event.key === 'ArrowUp' && isLeading && target !== field) move(-1);
    else return;
    event.preventDefault();
  });

  function focusField(): void {
    field.focus();
    field.select();
  }

  function move(step: 1 | -1): void {
    const links = [...page.querySelectorAll<HTMLElement>('.hit h2 a')].filter((link) => link.offsetParent !== null);
    const item = document.activeElement?.closest('.hit');
    const next = (item ? links.findIndex((link) => item.contains(link)) : -1) + step;
    if (next < 0) field.focus();
    else links[next]?.focus();
  }
}
