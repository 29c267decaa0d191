import { close, createIndex } from 'pagefind';
import { beforeAll, expect, it } from 'vitest';
import { useSiteBrowser } from './browser.ts';

const { open, origin } = useSiteBrowser();
const host = '/pagefind-tools/';
let files: ReadonlyMap<string, Uint8Array>;

// Pagefind writes its interfaces with every index.
beforeAll(async () => {
  const { index } = await createIndex();
  await index!.addCustomRecord({ url: '/', content: 'a', language: 'en' });
  files = new Map((await index!.getFiles()).files.map(({ path, content }) => [path, content]));
  await close();
});

it('opens in the interface of Pagefind itself: records of all periods, with labels and filters', async () => {
  const { page, troubles, close: leave } = await open('/');
  await page.route(`**${host}*`, (route) => {
    const file = files.get(route.request().url().split('/').at(-1)!);
    const body = `<!doctype html><html lang="fa"><div id="search"></div><script src="pagefind-ui.js"></script>`;
    return file
      ? route.fulfill({ body: Buffer.from(file), contentType: 'text/javascript' })
      : route.fulfill({ body, contentType: 'text/html; charset=utf-8' });
  });
  await page.goto(origin() + host);
  await page.evaluate("new PagefindUI({ element: '#search', bundlePath: '/pagefind/', showImages: false })");
  await page.locator('#search input').first().fill('بلوط');
  const links = page.locator('.pagefind-ui__result-link');
  await links.first().waitFor();
  const paths = await links.evaluateAll((all) =>
    all.map((link) => decodeURIComponent((link as HTMLAnchorElement).pathname)),
  );
  expect(paths).toContain('/news/dna-baloot/');
  expect(await page.locator('.pagefind-ui__result-excerpt').first().innerText()).toMatch(/دانش و فناوری/);
  expect(await page.locator('.pagefind-ui__filter-name').allInnerTexts()).toEqual(['Section', 'Source', 'Tag', 'Year']);

  // Articles of an older period, whose index is merged.
  await page.locator('#search input').first().fill('نوروز');
  await expect.poll(() => links.evaluateAll((all) => all.length)).toBeGreaterThan(0);
  for (const path of await links.evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).pathname)))
    expect((await page.request.get(origin() + path)).status()).toBe(200);
  expect(troubles).toEqual([]);
  await leave();
});
