/** What a request is, as far as the worker needs to know. */
export interface Asked {
  method: string;
  url: string;
  /** Of the Fetch Standard, section 5.4: `navigate` where a reader opens a page. */
  mode: string;
  destination: string;
  /** Whether a part of a file is requested, as players of video and audio do. */
  isPart: boolean;
}

/**
 * How a request is answered: `page` by the network, or else by the copy; `question` by the network, or else by the article's
 * copy or the offline page; `lasting` by the copy, or else by the network; `picture` by the network, or else by the copy. `undefined`: the worker
 * stays out of it.
 */
export type Way = 'page' | 'question' | 'lasting' | 'picture' | undefined;

/**
 * Decide how a request is answered.
 *
 * @param scope Address of the site, with a final slash.
 */
export function wayOf({ method, url, mode, destination, isPart }: Asked, scope: string): Way {
  if (method !== 'GET' || isPart || !url.startsWith(scope)) return undefined;
  const { pathname, search } = new URL(url);
  const path = pathname.slice(new URL(scope).pathname.length - 1);
  if (mode === 'navigate') {
    if (!/(?:\/|\.html?)$/.test(path) || path.startsWith('/fragments/')) return undefined;
    return search === '' ? 'page' : 'question';
  }
  if (search !== '' || /^(?:audio|video|track)$/.test(destination)) return undefined;
  // Hashed addresses never change their content, and fonts are cached per worker version.
  if (/^\/(?:_astro|_pictures|fonts)\//.test(path)) return 'lasting';
  return destination === 'image' ? 'picture' : undefined;
}

/** The properties of a response that decide whether it is cached. */
export interface Answer {
  status: number;
  type: string;
  url: string;
}

/** Return whether a response may be cached: complete, same-origin, and for the requested address. */
export function mayKeep({ status, type, url }: Answer, scope: string): boolean {
  return status === 200 && type === 'basic' && url.startsWith(scope);
}

/** Return whether a response says that the page is gone. */
export function isWithdrawn({ status }: Pick<Answer, 'status'>): boolean {
  return status === 404 || status === 410;
}

const characters: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' };

/** Return the headline of an article's page, by its Open Graph properties; `''` for other pages. */
export function titleOf(html: string): string {
  if (!html.includes('<meta property="og:type" content="article"')) return '';
  const title = /<meta property="og:title" content="([^"]*)"/.exec(html)?.[1] ?? '';
  return title.replace(/&(?:#(\d{1,6}|x[\da-f]{1,5})|(\w+));/gi, (whole, code: string | undefined, name: string) =>
    code ? String.fromCodePoint(Number(code.replace(/^x/i, '0x'))) : (characters[name] ?? whole),
  );
}

/** List the addresses of styles, scripts and fonts that the text of a page names. */
export function partsOf(html: string, page: string): string[] {
  const found = html.matchAll(/(?:href|src)="([^"?#]*\/(?:_astro|fonts)\/[^"?#]+)"/g);
  return [...new Set([...found].map(([, address]) => new URL(address!, page).href))];
}

/** List the addresses of the scripts that a script imports. */
export function importsOf(code: string, script: string): string[] {
  const found = code.matchAll(/["'`](\.\/[\w.-]+\.js)["'`]/g);
  return [...new Set([...found].map(([, address]) => new URL(address!, script).href))];
}
