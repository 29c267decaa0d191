/** A reader's choices in «نمایش», as applied by `boot.js`; `''` is the default. Settings that were never chosen are absent. */
type Appearance = Partial<Record<'theme' | 'textSize' | 'font', string>>;

const menu = document.querySelector<HTMLDetailsElement>('[data-appearance]');
if (menu) serveMenu(menu);

/** Synchronize the menu with the page's appearance, and close it on Esc or a click elsewhere. */
function serveMenu(menu: HTMLDetailsElement): void {
  const { dataset } = document.documentElement;
  let chosen: Appearance = {};
  const choose = ({ target }: Event): void => {
    const { name, value } = target as HTMLInputElement;
    try {
      chosen = { ...chosen, ...(JSON.parse(localStorage.getItem('appearance') ?? '{}') as Appearance) };
    } catch {
      // If storage is unavailable or holds something else, use the choices made on this page.
    }
    chosen = { ...chosen, [name]: value };
    dispatchEvent(new CustomEvent('appearance', { detail: chosen }));
    try {
      localStorage.setItem('appearance', JSON.stringify(chosen));
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
