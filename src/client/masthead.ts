// The masthead of phones leaves while the reader scrolls down, and returns as soon as they scroll up.
const masthead = document.querySelector<HTMLElement>('[data-masthead]');
// In pixels: less is no intention.
const leastMove = 8;
let last = scrollY;
addEventListener(
  'scroll',
  () => {
    const moved = scrollY - last;
    if (Math.abs(moved) < leastMove && scrollY > leastMove) return;
    masthead?.toggleAttribute('data-away', moved > 0 && scrollY > masthead.offsetHeight);
    last = scrollY;
  },
  { passive: true },
);

// The sheet closes where one expects it: at Escape, and at a touch elsewhere.
const sheet = document.querySelector<HTMLDetailsElement>('[data-sheet]');
addEventListener('keydown', ({ key }) => {
  if (key !== 'Escape' || !sheet?.open) return;
  sheet.open = false;
  sheet.querySelector('summary')!.focus();
});
addEventListener('click', ({ target }) => {
  if (sheet?.open && !sheet.contains(target as Node)) sheet.open = false;
});

// A menu wider than the screen is scrolled to the current section, and its cut edges fade.
const reach = 1.5;
for (const row of document.querySelectorAll<HTMLElement>('.menu ul')) {
  const current = row.querySelector<HTMLElement>('[aria-current]');
  if (current) row.scrollLeft = current.offsetLeft + current.offsetWidth / 2 - row.clientWidth / 2;
  // In right-to-left scrollers, `scrollLeft` is zero or negative.
  const fade = (): void => {
    row.toggleAttribute('data-before', -row.scrollLeft > reach);
    row.toggleAttribute('data-after', row.scrollWidth - row.clientWidth + row.scrollLeft > reach);
  };
  row.addEventListener('scroll', fade, { passive: true });
  new ResizeObserver(fade).observe(row);
}
