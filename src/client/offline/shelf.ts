import { askWorker, type Kept } from './messages.ts';

const shelf = document.querySelector<HTMLElement>('[data-shelf]');
if (shelf && navigator.serviceWorker) void fill(shelf);

async function fill(place: HTMLElement): Promise<void> {
  const { active } = await navigator.serviceWorker.ready;
  if (!active) return;
  await show(place, active);
  if (!navigator.onLine) return;
  // Drop withdrawn articles before they are listed.
  await askWorker(active, { ask: 'check' });
  await show(place, active);
}

async function show(place: HTMLElement, worker: ServiceWorker): Promise<void> {
  const kept = (await askWorker<Kept[] | undefined>(worker, { ask: 'list' })) ?? [];
  for (const part of place.querySelectorAll<HTMLElement>('[data-kept]')) {
    const own = kept.filter(({ isSaved }) => isSaved === (part.dataset['kept'] === 'saved'));
    part.hidden = own.length === 0;
    part.querySelector('ul')!.replaceChildren(...own.map(({ url, title }) => itemOf(url, title)));
  }
  place.querySelector<HTMLElement>('[data-none]')!.hidden = kept.length > 0;
}

function itemOf(url: string, title: string): HTMLElement {
  const link = Object.assign(document.createElement('a'), { href: url, textContent: title });
  const item = document.createElement('li');
  item.append(link);
  return item;
}
