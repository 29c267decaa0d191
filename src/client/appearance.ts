/** A reader's choice in «نمایش», as applied by `boot.js`; `''` is the default. */
interface Appearance {
  theme: string;
  textSize: string;
}

const menu = document.querySelector<HTMLDetailsElement>('[data-appearance]');
if (menu) serveMenu(menu);

/** Synchronize the menu with the page's appearance, and close it on Esc or a click elsewhere. */
function serveMenu(menu: HTMLDetailsElement): void {
  const { dataset } = document.documentElement;
  const choose = (): void => {
    const valueOf = (name: keyof Appearance): string =>
      menu.querySelector<HTMLInputElement>(`[name=${name}]:checked`)?.value ?? '';
    const detail: Appearance = { theme: valueOf('theme'), textSize: valueOf('textSize') };
    dispatchEvent(new CustomEvent('appearance', { detail }));
    try {
      localStorage.setItem('appearance', JSON.stringify(detail));
    } catch {
      // Without storage, the choice holds for this page.
    }
  };
  const showChoice = (): void => {
    for (const radio of menu.querySelectorAll('input')) radio.checked = radio.value === (dataset[radio.name] ?? '');
  };
  menu.addEventListener('change', choose);
  menu.addEventListener('toggle', showChoice);
  menu.addEventListener('keydown', ({ key }) => {
    if (key !== 'Escape' || !menu.open) return;
    menu.open = false;
    menu.querySelector('summary')!.focus();
  });
  document.addEventListener('click', ({ target }) => {
    if (!menu.contains(target as Node)) menu.open = false;
  });
  menu.addEventListener('focusout', ({ relatedTarget }) => {
    if (relatedTarget && !menu.contains(relatedTarget as Node)) menu.open = false;
  });
}
