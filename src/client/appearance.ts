/** What a reader chooses in «نمایش», as `boot.js` puts it on the page; `''` stands for what is usual. */
interface Appearance {
  theme: string;
  textSize: string;
}

const menu = document.querySelector<HTMLDetailsElement>('[data-appearance]');
if (menu) serveMenu(menu);

/** Let the menu say and change how pages look, and close it as menus are closed: by Esc, or by a click elsewhere. */
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
      // Where nothing may be stored, the choice holds for this page.
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
