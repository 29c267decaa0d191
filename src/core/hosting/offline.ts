import { fingerprint } from '../text/hash.ts';

/** The service worker: its scope is the folder it lies in, so it lies at the root of the site. */
export const workerFile = 'sw.js';

/**
 * Write the service worker. Its bytes depend on the files that every page loads, not on articles: browsers reinstall a
 * worker whenever its bytes change (Service Workers, section 8.5).
 *
 * @param parts Names and checksums of scripts, styles and fonts, and what else the offline page depends on.
 */
export function writeWorker(code: string, parts: readonly string[]): string {
  return `const workerVersion=${JSON.stringify(fingerprint(parts.join('\n')))};\n${code}`;
}

/**
 * The worker of `offline: false`: it takes the place of the real one at the next visit, deletes what that one kept, and
 * unregisters itself. A missing file would not: browsers keep the worker they have.
 */
export const leavingWorker = `addEventListener('install', () => skipWaiting());
addEventListener('activate', (event) => {
  const ours = \`rooznegar \${new URL(registration.scope).pathname} \`;
  const leave = async () => {
    for (const name of await caches.keys()) if (name.startsWith(ours)) await caches.delete(name);
    await registration.unregister();
  };
  event.waitUntil(leave());
});
`;
