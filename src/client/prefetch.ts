// Milliseconds that a pointer rests on a link before its page is prefetched: a pointer that only passes is faster.
const rest = 65;
const known = new Set([location.pathname]);
// The site may be published below a path; other paths of the host are not ours.
const site = document.querySelector<HTMLLinkElement>('[rel=manifest]')?.href.replace(/[^/]*$/, '') ?? '';
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

// Readers on metered or slow connections load only what they ask for.
function mayFetchAhead(): boolean {
  if (matchMedia('(prefers-reduced-data: reduce)').matches) return false;
  const { connection } = navigator as Navigator & { connection?: { saveData: boolean; effectiveType: string } };
  return !connection?.saveData && !connection?.effectiveType.includes('2g');
}

/** Prefetch the page that an internal link leads to, once: articles, sections and lists, but no files and no searches. */
function fetchAhead(target: EventTarget | null): void {
  const link = (target as Element | null)?.closest?.('a');
  if (!site || !link?.href.startsWith(site) || link.search || !link.pathname.endsWith('/')) return;
  if (known.has(link.pathname) || hasRules()) return;
  known.add(link.pathname);
  const hint = document.createElement('link');
  hint.rel = 'prefetch';
  hint.href = link.pathname;
  document.head.append(hint);
}

// A browser that supports speculation rules has requested the file named by the header before this script ran.
function hasRules(): boolean {
  return performance.getEntriesByType('resource').some(({ name }) => name.endsWith('.speculationrules'));
}
