import { showRelativeTimes } from './relative-times.ts';
import { whenShown } from './when-shown.ts';

const nearby = new IntersectionObserver(
  (entries) => {
    for (const { isIntersecting, target } of entries) {
      if (!isIntersecting) continue;
      nearby.unobserve(target);
      // If the list can't be fetched, the link to it remains.
      showLatest(target as HTMLElement).catch(() => {});
    }
  },
  { rootMargin: '600px' },
);

whenShown(() => {
  for (const block of document.querySelectorAll<HTMLElement>('[data-fragment]')) nearby.observe(block);
});

/** Insert the list of latest articles into a block, above its link, without this one and those shown on its page. */
async function showLatest(block: HTMLElement): Promise<void> {
  const response = await fetch(block.dataset['fragment']!);
  if (!response.ok) return;
  const list = new DOMParser().parseFromString(await response.text(), 'text/html').querySelector('ol');
  if (!list) return;
  const shown = new Set([location.pathname]);
  // A ranking keeps its places, whatever else is on the page.
  if (block.dataset['part'] === 'latest') {
    for (const link of document.querySelectorAll<HTMLAnchorElement>('.related .headline a, .stories a'))
      shown.add(link.pathname);
  }
  for (const link of list.querySelectorAll('a')) if (shown.has(link.pathname)) link.closest('li')?.remove();
  // On the smallest sites, all are shown already.
  block.hidden = list.childElementCount === 0;
  showRelativeTimes(list, Date.now());
  block.querySelector('.more')?.before(list);
}
