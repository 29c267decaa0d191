import axe from 'axe-core';
import { join } from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SiteConfig } from '../../src/core/config/site-config.ts';
import { writeComments } from '../../src/core/comments/comment-file.ts';
import { answers } from '../../src/comments/intake/answers.ts';
import type { Service } from '../../src/comments/service.ts';
import { openStore } from '../../src/comments/store/database.ts';
import { decide, reply } from '../../src/comments/store/decide.ts';
import { addEditor } from '../../src/comments/store/editors.ts';
import { insertComments } from '../../src/comments/store/insert.ts';
import { listComments } from '../../src/comments/store/queries.ts';
import { makeComment } from '../core/comments/made-comments.ts';
import { config } from '../fixtures/sample/config.ts';
import { newSender, startHere, withStore } from '../support/comment-service.ts';
import { freePort } from '../support/free-port.ts';
import { type JoinedServer, joinServers } from '../support/joined-server.ts';
import { articleFile, createMiniSite } from '../support/mini-site.ts';
import { serveFolder, type StaticServer } from '../support/serve.ts';
import { connectBrowser, newProfile, screens, watch } from './browser.ts';
import { walkByKeyboard } from './focus-path.ts';
import { outside } from './kinds.ts';

/** What turns a text around, whole or in part, if it is let out of its place. */
const turners = [
  '\u202Eabc',
  '\u202Babc (x',
  '\u2067abc!',
  '\u2066\u2066x',
  '\u2068\u2068سلام',
  '\u2069\u2069abc',
  '\u202C\u202Cabc\u202D',
  '\u200Eabc\u200F!',
  'abc (',
  ') ] abc',
  'שלום (1)',
  '12 ١٢',
];
const editor = 'Mina \u202E(';

let browser: Browser;
let folders: { data: string; content: string; site: string };
let service: Service;
let files: StaticServer;
let joined: JoinedServer;
let origin: string;
let password: string;
/** Added to the clock of the service. */
let later = 0;

beforeAll(async () => {
  const port = await freePort();
  origin = `http://localhost:${port}`;
  const own: Partial<SiteConfig> = { url: origin, comments: { mail: true } };
  const site = await createMiniSite(
    {
      'articles/metro.md': articleFile({ title: 'خط تازهٔ مترو باز شد', date: '1405/08/20' }),
      'articles/bridge.md': articleFile({ date: '1405/08/19' }),
      'comments/metro.jsonl': writeComments(
        turners.map((text, index) => makeComment(`t${index}`, { name: text, text: `${text}\n\n${text}` })),
      ),
    },
    own,
  );
  const { code, output } = await site.build();
  if (code !== 0) throw new Error(output);
  folders = { data: join(site.folder, 'data'), content: site.content, site: site.out };
  service = await startHere(
    { ...folders, root: site.folder },
    {
      config: { ...config, ...own },
      now: () => Date.now() + later,
    },
  );
  files = await serveFolder(site.out);
  joined = await joinServers(
    port,
    { site: files.origin, service: service.address },
    (method, path) => method === 'POST' || /^\/comments\/(?:token|desk\/)/.test(path),
  );
  const store = openStore(folders.data);
  password = await addEditor(store, editor, { by: 'a', now: 1 });
  store.close();
  browser = await connectBrowser();
});

afterAll(async () => {
  await browser?.close();
  await joined?.close();
  await files?.close();
  await service?.close();
});

async function open(path: string, options: BrowserContextOptions = {}): Promise<{ page: Page; troubles: string[] }> {
  const profile = await newProfile(browser, {
    locale: 'fa-IR',
    viewport: screens.phone,
    reducedMotion: 'reduce',
    extraHTTPHeaders: { 'x-real-ip': newSender() },
    ...options,
  });
  const page = await profile.newPage();
  const troubles = watch(page, origin);
  await page.goto(origin + path);
  return { page, troubles };
}

async function findBarriers(page: Page): Promise<unknown[]> {
  const found: unknown[] = [];
  await page.evaluate(() => document.fonts.ready);
  await page.evaluate(axe.source);
  for (const viewport of Object.values(screens)) {
    await page.setViewportSize(viewport);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      const { violations } = await page.evaluate(() => (window as unknown as { axe: typeof axe }).axe.run());
      found.push(...violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]));
      found.push(...(await page.evaluate(outside)));
    }
  }
  return found;
}

/** Find what stands on the wrong side of its neighbour, in lines that run from right to left. Runs in the page. */
function findTurned(): string[] {
  const boxOf = (node: Node): DOMRect => {
    const range = document.createRange();
    range.selectNodeContents(node);
    return node instanceof Element ? node.getBoundingClientRect() : range.getBoundingClientRect();
  };
  const lines = [...document.querySelectorAll('.facts, .acts, .comment-head, header form')];
  // A paragraph of a reader has the direction of its own text.
  const parents = [...document.querySelectorAll('bdi')]
    .map((each) => each.parentElement!)
    .filter((each) => !each.matches('p[dir=auto]'));
  return [...new Set([...lines, ...parents])].flatMap((parent) => {
    const nodes = [...parent.childNodes].filter((node) => node.textContent!.trim() !== '' && boxOf(node).width > 0);
    return nodes.slice(1).flatMap((node, index) => {
      const [before, after] = [boxOf(nodes[index]!), boxOf(node)];
      const isOneLine = after.top < before.bottom && after.bottom > before.top;
      const isRight = getComputedStyle(parent).direction === 'rtl' && (!isOneLine || after.right <= before.left + 1);
      return isRight ? [] : [parent.outerHTML];
    });
  });
}

/** Find texts of readers that are in no place of their own. Runs in the page. */
function findLoose(): string[] {
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const loose: string[] = [];
  while (texts.nextNode()) {
    const { textContent: text, parentElement: parent } = texts.currentNode;
    if (!/abc|שלום|Mina/.test(text!) || parent!.closest('bdi, p[dir=auto], textarea[dir=auto]')) continue;
    loose.push(parent!.outerHTML);
  }
  return loose;
}

const held = () =>
  withStore({ ...folders, root: '' }, (store) =>
    listComments(store, { state: 'held' }).map(({ text, name }) => [name, text]),
  );

describe('a comment', () => {
  it('is previewed in the frame of the site, mended, sent and thanked for, without scripts', async () => {
    const { page, troubles } = await open('/news/metro/', { javaScriptEnabled: false });
    await page.getByLabel('نظر شما').fill('a.com b.com c.com');
    await page.getByLabel('نام').fill('رضا');
    await page.getByRole('button', { name: 'فرستادن نظر' }).click();
    await page.getByRole('alert').waitFor();
    expect(await page.getByRole('alert').textContent()).toContain('بیش از دو نشانی');
    expect(await page.locator('header').first().isVisible()).toBe(true);
    await page.getByLabel('نظر شما').fill('خوب بود.\n\nسپاس');
    await page.getByRole('button', { name: 'پیش‌نمایش' }).click();
    await page.getByRole('heading', { name: 'پیش از فرستادن' }).waitFor();
    expect(await page.getByRole('article').locator('p[dir]').allTextContents()).toEqual(['خوب بود.', 'سپاس']);
    later += 3000;
    await page.getByRole('button', { name: 'فرستادن نظر' }).click();
    await page.waitForURL('**/comments/thanks/');
    expect(held()).toContainEqual(['رضا', 'خوب بود.\n\nسپاس']);
    expect(troubles.filter((trouble) => !trouble.includes('422'))).toEqual([]);
    await page.context().close();
  });

  it.each([
    ['a preview', 'خوب بود.'],
    ['a fault', 'a.com b.com c.com'],
  ])('has no barriers in %s, and is led through by the keyboard', async (_, text) => {
    const { page } = await open('/news/metro/');
    await page.getByLabel('نظر شما').fill(text);
    // As without scripts, which axe needs: the page's own are not asked.
    await Promise.all([
      page.waitForURL('**/comments/'),
      page.evaluate(() => document.querySelector<HTMLFormElement>('.comment-form')!.submit()),
    ]);
    const stops = await walkByKeyboard(page);
    expect(stops.filter(({ faults }) => faults.length > 0)).toEqual([]);
    expect(stops.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['textarea[comment-text]', 'input[comment-name]', 'input[comment-mail]']),
    );
    expect(await findBarriers(page)).toEqual([]);
    await page.context().close();
  });

  it('is sent in place, with scripts', async () => {
    const { page, troubles } = await open('/news/bridge/');
    const token = page.waitForResponse('**/comments/token*');
    await page.getByLabel('نظر شما').fill('در جا فرستاده شد.');
    await token;
    later += 3000;
    await page.getByRole('button', { name: 'فرستادن نظر' }).click();
    await page.locator('.comment-status').filter({ hasText: answers.thanks.message }).waitFor();
    expect(held()).toContainEqual([undefined, 'در جا فرستاده شد.']);
    expect(troubles).toEqual([]);
    await page.context().close();
  });
});

describe('whatever turns texts around', () => {
  it('turns no neighbour around on pages of articles', async () => {
    const { page } = await open('/news/metro/');
    for (const viewport of Object.values(screens)) {
      await page.setViewportSize(viewport);
      expect(await page.evaluate(findTurned)).toEqual([]);
      expect(await page.evaluate(findLoose)).toEqual([]);
    }
    for (const button of await page.locator('.comment-reply').all()) {
      await button.click();
      expect(await page.evaluate(findTurned)).toEqual([]);
    }
    await page.context().close();
  });

  it('turns no neighbour around in previews', async () => {
    const { page } = await open('/news/metro/', { javaScriptEnabled: false });
    for (const name of turners) {
      await page.context().setExtraHTTPHeaders({ 'x-real-ip': newSender() });
      await page.goto(`${origin}/news/metro/`);
      await page.getByLabel('نام').fill(name);
      await page.getByLabel('نظر شما').fill(`${name} ${name}\nسلام (15 min)`);
      await page.getByRole('button', { name: 'فرستادن نظر' }).click();
      await page.getByRole('heading', { name: 'پیش از فرستادن' }).waitFor();
      expect([name, await page.evaluate(findTurned)]).toEqual([name, []]);
      expect([name, await page.evaluate(findLoose)]).toEqual([name, []]);
      // Latin words are isolated as on the page of the article.
      expect(await page.locator('article bdi', { hasText: /^15 min$/ }).getAttribute('dir')).toBe('ltr');
    }
    await page.context().close();
  });

  it('turns no neighbour around at the desk, though it were in the database', async () => {
    const id = withStore({ ...folders, root: '' }, (store) => {
      insertComments(
        store,
        turners.map((text, index) => ({
          slug: `metro ${text}`,
          once: `t${index}`,
          sender: '',
          at: 1e12,
          re: '',
          marks: ['link' as const],
          name: text,
          mail: `${text}@a.example`,
          text: `${text}\n${text}`,
          folded: text,
        })),
      );
      const all = listComments(store, { state: 'held' }).filter(({ slug }) => slug.startsWith('metro '));
      for (const each of all.slice(0, 6)) decide(store, each.id, 'approved', { by: editor, now: 5 });
      reply(store, all[0]!.id, turners[0]!, { by: editor, now: 5 });
      return all[0]!.id;
    });
    const { page } = await open('/comments/desk/', { viewport: screens.desktop });
    expect(await findBarriers(page)).toEqual([]);
    await page.getByLabel('نام').fill(editor);
    await page.getByLabel('گذرواژه').fill(password);
    await page.getByRole('button', { name: 'ورود' }).click();
    await page.getByRole('heading', { name: 'میز نظرها' }).waitFor();
    for (const path of ['', '?state=approved', `comment/${id}`, 'audit']) {
      await page.goto(`${origin}/comments/desk/${path}`);
      expect(await page.locator('bdi').count()).toBeGreaterThan(0);
      expect([path, await page.evaluate(findTurned)]).toEqual([path, []]);
      expect([path, await page.evaluate(findLoose)]).toEqual([path, []]);
    }
    // This test sees what it looks for.
    await page.evaluate(() => {
      document.body.insertAdjacentHTML('beforeend', '<p><bdi>abc</bdi> <b>12</b> abc</p>');
      (document.body.lastElementChild!.firstChild as HTMLElement).style.unicodeBidi = 'normal';
    });
    expect(await page.evaluate(findTurned)).not.toEqual([]);
    expect(await page.evaluate(findLoose)).not.toEqual([]);
    await page.context().close();
  });
});
