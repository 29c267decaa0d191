// Milliseconds that a message stays visible.
const shown = 4000;

for (const bar of document.querySelectorAll<HTMLElement>('[data-share-bar]')) {
  const more = bar.querySelector('details')!;
  bar.addEventListener('click', ({ target }) => {
    const { share } = (target as Element).closest<HTMLElement>('[data-share]')?.dataset ?? {};
    const { address: url = '', title = '' } = bar.dataset;
    if (share === 'print') print();
    // The promise is rejected if the reader cancels.
    if (share === 'native') navigator.share({ url, title }).catch(() => {});
    if (share === 'copy') void copy(url).then((message) => say(bar, message));
  });
  addEventListener('keydown', ({ key }) => {
    if (key !== 'Escape' || !more.open) return;
    more.open = false;
    more.querySelector('summary')!.focus();
  });
  addEventListener('click', ({ target }) => {
    if (!more.querySelector('summary')!.contains(target as Node)) more.open = false;
  });
}

/** Copy a URL, and return a message with the result. */
async function copy(url: string): Promise<string> {
  try {
    await navigator.clipboard.writeText(url);
    return 'پیوند کپی شد';
  } catch {
    return 'مرورگر اجازه کپی نداد';
  }
}

function say(bar: HTMLElement, message: string): void {
  const status = bar.querySelector('[role=status]')!;
  status.textContent = message;
  setTimeout(() => (status.textContent = ''), shown);
}
