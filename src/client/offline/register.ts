import { whenShown } from '../when-shown.ts';
import { askWorker } from './messages.ts';
import { whatIsRead } from './what-is-read.ts';

const manifest = document.querySelector<HTMLLinkElement>('[rel=manifest]');

if (navigator.serviceWorker && manifest) {
  whenShown(() => {
    const begin = async (): Promise<void> => {
      // The worker reads the site's folder only, and lies in it.
      await navigator.serviceWorker.register(new URL('sw.js', manifest.href));
      const { active } = await navigator.serviceWorker.ready;
      if (!active) return;
      // The page for readers without a network may stand at any address.
      if (!document.querySelector('[data-shelf]')) await askWorker(active, { ask: 'read', ...whatIsRead(false) });
      addEventListener('online', () => void askWorker(active, { ask: 'check' }));
    };
    // Where the browser refuses, the site is as it was.
    const start = (): void => void begin().catch(() => {});
    // After the page: its own files come first.
    if (document.readyState === 'complete') start();
    else addEventListener('load', start, { once: true });
  });
}
