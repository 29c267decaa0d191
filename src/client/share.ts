// Milliseconds that a message stays visible.
const shown = 4000;

const shareBar = document.querySelector<HTMLElement>('[data-part=share]');
shareBar?.addEventListener('click', ({ target }) => {
  const { share } = (target as Element).closest<HTMLElement>('[data-share]')?.dataset ?? {};
  const { address: url = '', title = '' } = shareBar.dataset;
  if (share === 'print') print();
  // The promise is rejected if the reader cancels.
  if (share === 'native') navigator.share({ url, title }).catch(() => {});
  if (share === 'copy') void copy(url).then(say);
});

/** Copy a URL, and return a message with the result. */
async function copy(url: string): Promise<string> {
  try {
    await navigator.clipboard.writeText(url);
    return 'پیوند کپی شد';
  } catch {
    return 'مرورگر اجازه کپی نداد';
  }
}

function say(message: string): void {
  const status = shareBar!.querySelector('[role=status]')!;
  status.textContent = message;
  setTimeout(() => (status.textContent = ''), shown);
}
