/** How long a pointer rests on a link before its page is fetched ahead, in milliseconds: who only passes is faster. */
const rest = 65;
const known = new Set([location.pathname]);
let waiting: ReturnType<typeof setTimeout>;

if (mayFetchAhead()) {
  document.addEventListener('pointerover', ({ target, pointerType }) => {
    clearTimeout(waiting);
    if (pointerType === 'mouse') waiting = setTimeout(() => fetchAhead(target), rest);
  });
  document.addEventListener('touchstart', ({ target }) => fetchAhead(target), { passive: true });
  document.addEventListener('focusin', ({ target }) => {
    clearTimeout(waiting);
    waiting = setTimeout(() => fetchAhead(target), rest);
  });
}

/** Readers who pay for each byte, or wait for it, get only what they ask for. */
function mayFetchAhead(): boolean {
  const { connection } = navigator as Navigator & { connection?: { saveData: boolean; effectiveType: string } };
  return !connection?.saveData && !connection?.effectiveType.includes('2g');
}

/** Let the browser fetch the article that a link of our own leads to, each once. */
function fetchAhead(target: EventTarget | null): void {
  const link = (target as Element | null)?.closest?.('a');
  if (!link || link.origin !== location.origin || !/\/news\/[^/]+\/$/.test(link.pathname)) return;
  if (known.has(link.pathname)) return;
  known.add(link.pathname);
  const hint = document.createElement('link');
  hint.rel = 'prefetch';
  hint.href = link.pathname;
  document.head.append(hint);
}
