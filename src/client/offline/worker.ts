import { isWithdrawn, wayOf } from './decide.ts';
import {
  checkKept,
  checkSometimes,
  findArticle,
  findKept,
  forget,
  isSaved,
  keepLasting,
  keepPage,
  listKept,
  offlinePage,
  prepare,
  removeOld,
  scope,
  unsave,
} from './kept.ts';
import type { Message } from './messages.ts';

// TypeScript's worker types conflict with the DOM types, so the few that are needed are declared here.
interface Work extends Event {
  waitUntil(work: Promise<unknown>): void;
}
interface Fetching extends Work {
  request: Request;
  preloadResponse: Promise<Response | undefined>;
  respondWith(response: Promise<Response>): void;
}
declare const registration: ServiceWorkerRegistration;
declare const clients: { claim(): Promise<void> };
declare function skipWaiting(): Promise<void>;

// Milliseconds to wait for the network before a cached copy is used.
const patience = 4000;

addEventListener('install', (event) => {
  (event as Work).waitUntil(prepare().then(skipWaiting));
});

addEventListener('activate', (event) => {
  const begin = async (): Promise<void> => {
    // Request pages while the worker starts (navigation preload).
    await registration.navigationPreload?.enable();
    await removeOld();
    await clients.claim();
  };
  (event as Work).waitUntil(begin());
});

addEventListener('fetch', (event) => {
  const fetching = event as Fetching;
  const { request } = fetching;
  const { method, mode, destination, headers } = request;
  const url = request.url.split('#', 1)[0]!;
  const way = wayOf({ method, url, mode, destination, isPart: headers.has('range') }, scope);
  if (way === 'page') fetching.respondWith(answerPage(fetching, url));
  if (way === 'question') {
    fetching.respondWith(askFor(fetching).catch(async () => (await findArticle(url)) ?? answerOffline()));
  }
  if (way === 'lasting') fetching.respondWith(answerLasting(fetching, url));
  if (way === 'picture') {
    fetching.respondWith(fetch(request).catch(async () => (await findKept(url)) ?? Response.error()));
  }
});

addEventListener('message', (event) => {
  const { data, ports } = event as MessageEvent<Message>;
  const answer = async (): Promise<void> => ports[0]?.postMessage(await answerMessage(data).catch(() => undefined));
  (event as Event as Work).waitUntil(answer());
});

async function askFor({ request, preloadResponse }: Fetching): Promise<Response> {
  return (await preloadResponse) ?? fetch(request);
}

async function answerPage(event: Fetching, url: string): Promise<Response> {
  const asked = askFor(event).then(async (response) => {
    if (isWithdrawn(response)) await forget(url);
    // The article has moved: move the copy to its new address, on the same shelf.
    if (response.type === 'opaqueredirect') event.waitUntil(checkKept(url));
    return response;
  });
  // The response may arrive after the copy was served.
  event.waitUntil(asked.catch(() => undefined));
  const slow = new Promise<undefined>((resolve) => setTimeout(resolve, patience));
  const first = await Promise.race([asked.catch(() => undefined), slow]);
  // Prefer a copy to a server error.
  if (first && first.status < 500) return first;
  const kept = await findKept(url);
  return kept ?? asked.catch(() => answerOffline());
}

async function answerOffline(): Promise<Response> {
  return (await findKept(offlinePage)) ?? Response.error();
}

async function answerLasting(event: Fetching, url: string): Promise<Response> {
  const kept = await findKept(url);
  if (kept) return kept;
  const response = await fetch(event.request);
  // Pictures are kept with the page that shows them.
  if (!url.startsWith(`${scope}_pictures/`)) event.waitUntil(keepLasting(response.clone()));
  return response;
}

async function answerMessage(message: Message): Promise<unknown> {
  switch (message.ask) {
    case 'read':
      await keepPage('read', message.url, message.pictures);
      return checkSometimes();
    case 'save':
      return keepPage('saved', message.url, message.pictures);
    case 'forget':
      return unsave(message.url);
    case 'isSaved':
      return isSaved(message.url);
    case 'check':
      return checkKept();
    case 'list':
      return listKept();
  }
}
