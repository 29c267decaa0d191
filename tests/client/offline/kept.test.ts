import { afterEach, beforeEach, expect, it, vi } from 'vitest';

const scope = 'https://khabar.example/';
const url = `${scope}news/pol/`;
const html = '<meta property="og:type" content="article"><meta property="og:title" content="پل">';

/** Whether the device had a copy of the article after each change of a cache. */
let history: boolean[] = [];

/** A cache in memory. As in browsers, a file that is put again goes to the end. */
function createCache(): Pick<Cache, 'put' | 'match' | 'delete' | 'keys'> {
  const files = new Map<string, Response>();
  const note = (): number => history.push(files.has(url));
  return {
    put: async (key, response) => {
      files.delete(String(key));
      files.set(String(key), response);
      note();
    },
    match: async (key) => files.get(String(key))?.clone(),
    delete: async (key) => {
      const isKnown = files.delete(String(key));
      note();
      return isKnown;
    },
    keys: async () => Array.from(files.keys(), (key) => new Request(key)),
  };
}

beforeEach(() => {
  const opened = new Map<string, ReturnType<typeof createCache>>();
  const open = async (name: string): Promise<ReturnType<typeof createCache>> => {
    if (!opened.has(name)) opened.set(name, createCache());
    return opened.get(name)!;
  };
  vi.stubGlobal('registration', { scope });
  vi.stubGlobal('workerVersion', '1');
  vi.stubGlobal('caches', { open, keys: async () => [...opened.keys()] });
  vi.stubGlobal('fetch', async (asked: string) => {
    const response = new Response(html);
    return Object.defineProperties(response, { url: { value: asked }, type: { value: 'basic' } });
  });
  history = [];
});
afterEach(() => vi.unstubAllGlobals());

it('a kept article has a copy at every moment, also while it is replaced', async () => {
  const { checkKept, findArticle, keepPage } = await import('../../../src/client/offline/kept.ts');
  await keepPage('read', url, []);
  await keepPage('read', url, []);
  await checkKept();
  expect(history).toEqual([true, true, true]);
  vi.stubGlobal('fetch', async () => new Response('', { status: 503 }));
  await checkKept();
  expect(history).toEqual([true, true, true, true]);
  expect(await (await findArticle(`${url}?utm_source=x`))?.text()).toBe(html);
});
