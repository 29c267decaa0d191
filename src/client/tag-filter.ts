import { foldKey } from '../core/text/persian.ts';

/** Narrow the index of tags to those that contain what is typed, in whatever spelling. Style sheets hide groups without any. */
const index = document.querySelector<HTMLElement>('[data-tag-index]')!;
const field = index.querySelector('input')!;
const status = index.querySelector('[role=status]')!;
const items = [...index.querySelectorAll<HTMLElement>('.letter-group li')].map(
  (item) => [item, foldKey(item.querySelector('a')!.textContent)] as const,
);

field.addEventListener('input', () => {
  const key = foldKey(field.value);
  let count = 0;
  for (const [item, name] of items) if (!(item.hidden = !name.includes(key))) count++;
  index.toggleAttribute('data-narrowed', key !== '');
  for (const rare of index.querySelectorAll('details')) rare.open = key !== '';
  status.textContent = key && `${count.toLocaleString('fa')} برچسب`;
});
