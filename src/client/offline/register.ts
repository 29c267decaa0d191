import { whenShown } from '../when-shown.ts';
import { askWorker } from './messages.ts';
import { whatIsRead } from './what-is-read.ts';

const manifest = document.querySelector<HTMLLinkElement>('[rel=manifest]');

if (navigator.serviceWorker && manifest) {
  whenShown(() => {
    const begin = async (): Promise<void> => {
      // The scope is the site's folder, where the worker is.
      await navigator.serviceWorker.register(new URL('sw.js', manifest.href));
      const { active } = await navigator.serviceWorker.ready;
      if (!active) return;
      // The offline page may be shown at any address.
      if (!document.querySelector('[data-shelf]')) await askWorker(active, { ask: 'read', ...whatIsRead(false) });
      addEventListener('online', () => void askWorker(active, { ask: 'check' }));
    };
    // If registration fails, the site works as without a worker.
    const start = (): void => void begin().catch(() => {});
    // After load, so that the page's own files come first.
    if (document.readyState === 'complete') start();
    else addEventListener('load', start, { once: true });
  });
}
