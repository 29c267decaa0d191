import { importsOf, isWithdrawn, mayKeep, partsOf, titleOf } from './decide.ts';
import type { Kept } from './messages.ts';

declare const registration: ServiceWorkerRegistration;
declare const workerVersion: string;

/** Address of the site. Several sites may share an origin, and so its caches. */
export const { scope } = registration;
const ours = `rooznegar ${new URL(scope).pathname} `;
const names = { lasting: `${ours}lasting ${workerVersion}`, read: `${ours}read`, saved: `${ours}saved` };
const pictures = { read: `${ours}pictures`, saved: `${ours}saved pictures` };
const clock = `${ours}clock`;

/** The page shown offline in place of one that is not cached. */
export const offlinePage = `${scope}offline/`;

// Maximum numbers of pages and pictures. The browser may evict everything when storage runs low.
const most = { read: 60, saved: 100 };
const picturesPerPage = 4;
/** Maximum number of copies revalidated per check and shelf. */
const perCheck = 20;
// Minimum milliseconds between automatic checks.
const pause = 3_600_000;

type Shelf = 'read' | 'saved';
const shelves: readonly Shelf[] = ['saved', 'read'];
const titleHeader = 'x-rooznegar-title';
const timeHeader = 'x-rooznegar-time';

/**
 * Find the copy of an article without the query of its address, such as the mark of a campaign. Other pages may answer a
 * query, so their copies do not count.
 */
export async function findArticle(url: string): Promise<Response | undefined> {
  const found = await findKept(url.split('?', 1)[0]!);
  return found?.headers.get(titleHeader) ? found : undefined;
}

/** Find the copy of any file or page. */
export async function findKept(url: string): Promise<Response | undefined> {
  const own = [names.saved, names.read, names.lasting, ...Object.values(pictures)];
  for (const name of own) {
    const found = await (await caches.open(name)).match(url, { ignoreVary: true });
    if (found) return found;
  }
  return undefined;
}

/** Keep a file whose address contains a hash, or that is kept per version. */
export async function keepLasting(response: Response): Promise<void> {
  if (mayKeep(response, scope)) await put(names.lasting, response.url, response);
}

/** Keep the offline page and what it needs. */
export async function prepare(): Promise<void> {
  const response = await fetch(offlinePage, { cache: 'no-cache' });
  // The worker is useless without this page, so its failure aborts the installation.
  if (!mayKeep(response, scope)) throw new Error(`${response.status}`);
  const html = await response.clone().text();
  await (await caches.open(names.lasting)).put(offlinePage, response);
  await keepParts(html, offlinePage);
}

/** Remove the caches of earlier workers, except files that cached pages still need. */
export async function removeOld(): Promise<void> {
  const current = new Set([...Object.values(names), ...Object.values(pictures), clock]);
  const old = (await caches.keys()).filter((name) => name.startsWith(ours) && !current.has(name));
  if (old.length > 0) {
    for (const shelf of shelves) {
      const cache = await caches.open(names[shelf]);
      for (const { url } of await cache.keys()) {
        const html = await (await cache.match(url, { ignoreVary: true }))?.text();
        const parts = new Set(partsOf(html ?? '', url));
        for (const part of parts) {
          const found = part.startsWith(`${scope}_astro/`) && (await caches.match(part, { ignoreVary: true }));
          if (!found) continue;
          if (part.endsWith('.js')) for (const other of importsOf(await found.clone().text(), part)) parts.add(other);
          await put(names.lasting, part, found);
        }
      }
    }
  }
  for (const name of old) await caches.delete(name);
}

/** Keep a page on a shelf, with its pictures. */
export async function keepPage(shelf: Shelf, url: string, shown: readonly string[]): Promise<boolean> {
  const response = await fetch(url);
  if (isWithdrawn(response)) await forget(url);
  if (!mayKeep(response, scope)) return false;
  const html = await response.text();
  // A redirect was followed: the page is kept at its own address.
  const isKept = await put(names[shelf], response.url, pageOf(html, Date.now()));
  await keepParts(html, response.url);
  for (const picture of shown) await keepPicture(pictures[shelf], picture);
  const old = (await entriesOf(shelf)).slice(most[shelf]);
  for (const { url: address } of old) await (await caches.open(names[shelf])).delete(address, { ignoreVary: true });
  await trim(pictures[shelf], most[shelf] * picturesPerPage);
  return isKept;
}

/** Remove a page, with all pictures that it shows. */
export async function forget(url: string): Promise<void> {
  for (const shelf of shelves) {
    const cache = await caches.open(names[shelf]);
    const html = await (await cache.match(url, { ignoreVary: true }))?.text();
    await cache.delete(url, { ignoreVary: true });
    if (html === undefined) continue;
    const shown = await caches.open(pictures[shelf]);
    for (const picture of await shown.keys()) {
      if (html.includes(new URL(picture.url).pathname)) await shown.delete(picture);
    }
  }
}

/** Undo what a reader saved; a page that was read stays among those. */
export async function unsave(url: string): Promise<void> {
  await (await caches.open(names.saved)).delete(url, { ignoreVary: true });
}

/** Return whether a reader saved a page. */
export async function isSaved(url: string): Promise<boolean> {
  return (await (await caches.open(names.saved)).match(url, { ignoreVary: true })) !== undefined;
}

/** List the articles available offline: saved ones, then read ones, each newest first. */
export async function listKept(): Promise<Kept[]> {
  const found = new Map<string, Kept>();
  for (const shelf of shelves) {
    for (const { url, title } of await entriesOf(shelf)) {
      if (title !== '' && !found.has(url)) found.set(url, { url, title, isSaved: shelf === 'saved' });
    }
  }
  return [...found.values()];
}

interface Entry {
  url: string;
  title: string;
  /** Milliseconds since 1970 at which it was read or saved. */
  time: number;
}

/** List the pages of a shelf, the newest first. */
async function entriesOf(shelf: Shelf): Promise<Entry[]> {
  const cache = await caches.open(names[shelf]);
  const all = (await cache.keys()).map(async ({ url }): Promise<Entry> => {
    const headers = (await cache.match(url, { ignoreVary: true }))?.headers;
    const title = decodeURIComponent(headers?.get(titleHeader) ?? '');
    return { url, title, time: Number(headers?.get(timeHeader) ?? 0) };
  });
  return (await Promise.all(all)).toSorted((a, b) => b.time - a.time);
}

/**
 * Compare the copies that were compared longest ago with the network: what was withdrawn goes, what was corrected is
 * replaced. Each is put at the end of its cache, so all have their turn.
 *
 * @param only The address of the one page to compare.
 */
export async function checkKept(only?: string): Promise<void> {
  for (const shelf of shelves) {
    const cache = await caches.open(names[shelf]);
    const kept = (await cache.keys()).filter(({ url }) => only === undefined || url === only);
    for (const { url } of kept.slice(0, perCheck)) await checkPage(shelf, cache, url);
  }
}

async function checkPage(shelf: Shelf, cache: Cache, url: string): Promise<void> {
  const response = await fetch(url, { cache: 'no-cache' }).catch(() => undefined);
  const html = response && mayKeep(response, scope) ? await response.text() : undefined;
  const copy = await cache.match(url, { ignoreVary: true });
  // The reader may have removed it meanwhile.
  if (!copy) return;
  if (response && (isWithdrawn(response) || response.redirected)) await forget(url);
  if (response && html !== undefined) {
    await put(names[shelf], response.url, pageOf(html, Number(copy.headers.get(timeHeader))));
    await keepParts(html, response.url);
  } else if (!response || response.status >= 500) {
    // Possibly a network failure: requeue it behind the others.
    await put(names[shelf], url, copy);
  }
}

/** Run {@link checkKept}, at most once an hour. The time is stored, because the worker's memory does not outlive a visit. */
export async function checkSometimes(): Promise<void> {
  const last = await (await caches.open(clock)).match(scope);
  if (last && Date.now() - Number(await last.text()) < pause) return;
  await put(clock, scope, new Response(String(Date.now())));
  await checkKept();
}

function pageOf(html: string, time: number): Response {
  return new Response(html, {
    headers: {
      'content-type': 'text/html; charset=utf-8',
      [titleHeader]: encodeURIComponent(titleOf(html)),
      [timeHeader]: String(time),
    },
  });
}

/** Keep the files that a page loads, and those that they import. */
async function keepParts(html: string, page: string): Promise<void> {
  const cache = await caches.open(names.lasting);
  const parts = new Set(partsOf(html, page));
  for (const part of parts) {
    const kept = await cache.match(part, { ignoreVary: true });
    const response = kept ?? (await fetch(part).catch(() => undefined));
    if (!response) continue;
    if (part.endsWith('.js')) for (const other of importsOf(await response.clone().text(), part)) parts.add(other);
    if (!kept) await keepLasting(response);
  }
}

async function keepPicture(name: string, url: string): Promise<void> {
  if (!url.startsWith(scope) || (await (await caches.open(name)).match(url, { ignoreVary: true }))) return;
  const response = await fetch(url).catch(() => undefined);
  if (response && mayKeep(response, scope)) await put(name, url, response);
}

/** Put a file at the end of a cache; the one before stays until it is there. @returns `false` if the device is out of storage. */
async function put(name: string, url: string, response: Response): Promise<boolean> {
  try {
    await (await caches.open(name)).put(url, response);
    return true;
  } catch {
    return false;
  }
}

async function trim(name: string, count: number): Promise<void> {
  const cache = await caches.open(name);
  const all = await cache.keys();
  for (const { url } of all.slice(0, Math.max(0, all.length - count))) await cache.delete(url, { ignoreVary: true });
}
