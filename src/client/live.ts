// Offers new entries of live coverage, and corrected ones. It imports nothing: the few bytes would become a file of their own.
const [soon, late] = [30_000, 600_000];
const news = document.querySelector<HTMLElement>('[data-live]')!;
const button = document.createElement('button');
let wait = soon;
let isDue = false;
/** Shows what is offered. */
let show: () => void;
button.addEventListener('click', () => show());
news.append(button);
schedule();
document.addEventListener('visibilitychange', askIfDue);

/** Ask again after about so long, that readers do not ask all at once; nobody asks while the page is not seen. */
function schedule(): void {
  setTimeout(
    () => {
      isDue = true;
      askIfDue();
    },
    wait * (0.8 + Math.random() * 0.4),
  );
}

function askIfDue(): void {
  if (isDue && !document.hidden) void ask();
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

/** Offer what the fragment has and the page lacks. The page stays unchanged until the reader asks for it. */
function offer(html: string): void {
  const list = new DOMParser().parseFromString(html, 'text/html').querySelector('.live-entries');
  if (!list) return;
  const shown = document.querySelector('.live-entries')!;
  // Entries that are the same keep their players and pictures.
  const entries = ([...list.children] as HTMLElement[]).map((entry) => {
    const known = document.getElementById(entry.id);
    return known?.dataset['key'] === entry.dataset['key'] ? known! : entry;
  });
  const changed = entries.filter((entry) => !shown.contains(entry));
  const fresh = changed.filter(({ id }) => !document.getElementById(id));
  show = () => {
    shown.replaceChildren(...entries);
    relabel('');
    const link = (fresh[0] ?? changed[0] ?? shown).querySelector('a');
    link?.scrollIntoView({ block: 'center' });
    link?.focus({ preventScroll: true });
  };
  if (fresh[0]) relabel(`${fresh.length.toLocaleString('fa')} خبر تازه`);
  // A withdrawn entry leaves nothing to show.
  else relabel((changed[0] ?? shown.children[entries.length]) ? 'نمایش متن اصلاح\u200Cشده' : '');
}

/** Label the button, which is not shown without a label. Equal labels are not read out again. */
function relabel(label: string): void {
  if (button.textContent !== label) button.textContent = label;
}
