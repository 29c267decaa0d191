// Offers new entries of live coverage. It imports nothing: the few bytes would become a file of their own.
const [soon, late] = [30_000, 600_000];
const news = document.querySelector<HTMLElement>('[data-live]')!;
let wait = soon;
let isDue = false;
/** The newest answer. */
let list: Element;
let fresh: Element[];

schedule();
document.addEventListener('visibilitychange', () => {
  if (isDue && !document.hidden) void ask();
});

/** Ask again after about so long, that readers do not ask all at once; nobody asks while the page is not seen. */
function schedule(): void {
  setTimeout(
    () => {
      isDue = true;
      if (!document.hidden) void ask();
    },
    wait * (0.8 + Math.random() * 0.4),
  );
}

async function ask(): Promise<void> {
  isDue = false;
  try {
    const response = await fetch(news.dataset['live']!, { cache: 'no-cache' });
    // The coverage has ended.
    if (response.status === 404) return;
    wait = response.ok ? soon : Math.min(wait * 2, late);
    if (response.ok) offer(await response.text());
  } catch {
    wait = Math.min(wait * 2, late);
  }
  schedule();
}

/** Offer the entries of a fragment that the page does not have. The page stays as it is until its reader wants them. */
function offer(html: string): void {
  const found = new DOMParser().parseFromString(html, 'text/html').querySelector('.live-entries');
  if (!found) return;
  list = found;
  fresh = [...list.children].filter(({ id }) => !document.getElementById(id));
  const label = fresh.length > 0 ? `${fresh.length.toLocaleString('fa')} خبر تازه` : '';
  if (news.textContent === label) return;
  const button = document.createElement('button');
  button.textContent = label;
  button.addEventListener('click', () => {
    const entries = document.querySelector('.live-entries')!;
    // Entries that are the same keep their players and pictures.
    entries.replaceChildren(
      ...[...list.children].map((entry) => {
        const known = document.getElementById(entry.id);
        return known?.dataset['key'] === (entry as HTMLElement).dataset['key'] ? known! : entry;
      }),
    );
    news.replaceChildren();
    const link = fresh[0]!.querySelector('a')!;
    link.scrollIntoView({ block: 'center' });
    link.focus({ preventScroll: true });
  });
  news.replaceChildren(...(label ? [button] : []));
}
