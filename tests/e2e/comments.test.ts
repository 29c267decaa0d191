import { createServer, type IncomingMessage, type Server } from 'node:http';
import { readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { writeComments } from '../../src/core/comments/comment-file.ts';
import { makeComment } from '../core/comments/made-comments.ts';
import { readVectors } from '../hostile/vectors.ts';
import { openDist } from '../support/dist.ts';
import { articleFile, createMiniSite } from '../support/mini-site.ts';
import { barriersOn, rulesInDark } from './axe.ts';
import { screens, useSiteBrowser } from './browser.ts';
import { walkByKeyboard } from './focus-path.ts';
import { outside } from './kinds.ts';

/** What a stub of the service was asked, and what it answers next. */
interface Asked {
  method: string;
  url: string;
  accept: string;
  form: URLSearchParams;
}
const asked: Asked[] = [];
let answers: { status: number; body: unknown }[] = [];
let service: Server;
const bodyOf = async (request: IncomingMessage): Promise<string> => {
  let body = '';
  for await (const chunk of request) body += String(chunk);
  return body;
};
let folder = '';
const hostile = (['html', 'texts'] as const).flatMap((list) => readVectors(list));

const { open } = useSiteBrowser(async () => {
  service = createServer((request, response) => {
    void bodyOf(request).then((body) => {
      const { method = '', url = '', headers } = request;
      asked.push({ method, url, accept: headers.accept ?? '', form: new URLSearchParams(body) });
      response.setHeader('Access-Control-Allow-Origin', '*');
      if (method === 'GET') return response.end('token-1');
      const { status, body: answer } = answers.shift() ?? {
        status: 200,
        body: { ok: true, code: 'ok', message: 'نظر شما رسید.' },
      };
      const isJson = headers.accept === 'application/json';
      response.writeHead(status, { 'Content-Type': isJson ? 'application/json' : 'text/html; charset=utf-8' });
      return response.end(isJson ? JSON.stringify(answer) : '<!doctype html><title>پیش‌نمایش</title><h1>پیش‌نمایش</h1>');
    });
  });
  await new Promise<void>((done) => service.listen(0, '127.0.0.1', done));
  const address = `http://127.0.0.1:${(service.address() as AddressInfo).port}/`;
  const site = await createMiniSite(
    {
      'articles/metro.md': articleFile({ title: 'خط تازهٔ مترو باز شد', date: '1405/08/20' }),
      'articles/bridge.md': articleFile({ date: '1405/08/19' }),
      'comments/metro.jsonl': writeComments([
        makeComment('a', { name: 'نگار', text: 'ایستگاه (میدان) زودتر باز شود.\n\nLine 8 (c) is late.' }),
        makeComment('b', { at: '2026-11-20T09:04:00+03:30', re: makeComment('a').id, by: 'mina', text: 'نیمهٔ دی.' }),
        makeComment('d', { at: '2026-11-20T09:05:00+03:30', name: 'Sara (K.)', text: 'خوب است' }),
        makeComment('e', { at: '2026-11-20T09:06:00+03:30', text: 'صفحهٔ دوم' }),
      ]),
      'comments/bridge.jsonl': writeComments(
        hostile.map((text, index) =>
          makeComment(`h${index}`, { text: `متن ${text}`, name: text.replace(/\s+/g, ' ').slice(0, 50) }),
        ),
      ),
    },
    { comments: { page: 2, mail: true, address } },
  );
  const { code, output } = await site.build();
  if (code !== 0) throw new Error(output);
  folder = site.out;
  return site.out;
});
beforeEach(() => {
  asked.length = 0;
  answers = [];
});
afterAll(() => service?.close());

const metro = '/news/metro/';
const second = '/news/metro/comments/2/';
const phone: BrowserContextOptions = { viewport: screens.phone, reducedMotion: 'reduce' };
const status = (page: Page) => page.locator('.comment-status');

describe('comments and their form', () => {
  it.each([metro, second, '/comments/thanks/', '/comments/shell/', '/comments/busy/'])(
    'have no barrier that axe knows, light and dark, on phone and desktop: %s',
    async (path) => {
      const { page, close } = await open(path, { reducedMotion: 'reduce' });
      await page.evaluate(() => document.fonts.ready);
      for (const viewport of Object.values(screens)) {
        await page.setViewportSize(viewport);
        for (const colorScheme of ['light', 'dark'] as const) {
          await page.emulateMedia({ colorScheme });
          expect(await barriersOn(page, colorScheme === 'dark' ? rulesInDark() : {})).toEqual([]);
          expect(await page.evaluate(outside)).toEqual([]);
        }
      }
      await close();
    },
  );

  it('are led through by the keyboard', async () => {
    const { page, close } = await open(metro, phone);
    const stops = await walkByKeyboard(page);
    expect(stops.filter(({ faults }) => faults.length > 0)).toEqual([]);
    const names = stops.map(({ name }) => name).join('\n');
    for (const id of ['comment-text', 'comment-name', 'comment-mail']) expect(names).toContain(id);
    expect(names).not.toContain('website');
    await close();
  });

  it('turn no neighbour around', async () => {
    const { page, close } = await open(metro, phone);
    const found = await page.evaluate(() => {
      const direction = (selector: string): string => getComputedStyle(document.querySelector(selector)!).direction;
      const right = (selector: string): number => document.querySelector(selector)!.getBoundingClientRect().right;
      const [persian, english] = [...document.querySelectorAll('#c-000000000a .comment-text p')];
      return {
        paragraphs: [persian!, english!].map((paragraph) => getComputedStyle(paragraph).direction),
        section: direction('#comments'),
        // The moment follows the name on its left, whatever script that is in.
        order: ['a', 'd'].map((id) => {
          const head = document.querySelector(`#c-000000000${id} .comment-head`)!;
          return (
            head.querySelector('bdi')!.getBoundingClientRect().left >
            head.querySelector('time')!.getBoundingClientRect().left
          );
        }),
        edge: right('#c-000000000a .comment-author') === right('#c-000000000a .comment-text'),
      };
    });
    expect(found).toEqual({ paragraphs: ['rtl', 'ltr'], section: 'rtl', order: [true, true], edge: true });
    await close();
  });

  it('are printed without the form', async () => {
    const { page, close } = await open(metro, { viewport: screens.desktop });
    await page.emulateMedia({ media: 'print' });
    const seen = (selector: string) => page.locator(selector).first().isVisible();
    expect([await seen('.comment-text'), await seen('.comment-form'), await seen('.comment-reply')]).toEqual([
      true,
      false,
      false,
    ]);
    await close();
  });

  it('stay text, whatever they are', async () => {
    const { page, troubles, close } = await open('/news/bridge/', { viewport: screens.desktop });
    expect(await page.locator('.comment').count()).toBeGreaterThan(0);
    expect(
      await page.evaluate(
        () => [...document.querySelectorAll('#comments .comment-list :is(script, img, iframe, style, svg)')].length,
      ),
    ).toBe(0);
    expect(troubles).toEqual([]);
    await close();
  });
});

describe('without scripts', () => {
  it('a comment is sent to the service, with a field for what the page knows', async () => {
    const { page, close } = await open(metro, { ...phone, javaScriptEnabled: false });
    await page.getByLabel('نظر شما').fill('خبر خوبی بود.');
    await page.getByLabel('نام').fill('رضا');
    await page.getByRole('button', { name: 'فرستادن نظر' }).click();
    await page.waitForSelector('h1:has-text("پیش‌نمایش")');
    expect(asked.map(({ method, url }) => [method, url])).toContainEqual(['POST', '/']);
    const { form } = asked.find(({ method }) => method === 'POST')!;
    expect(Object.fromEntries(form)).toEqual({
      slug: 'metro',
      text: 'خبر خوبی بود.',
      name: 'رضا',
      mail: '',
      website: '',
    });
    await close();
  });

  it('a reply names the comment that it answers', async () => {
    const { page, close } = await open(second, { ...phone, javaScriptEnabled: false });
    await page.getByRole('button', { name: /^پاسخ/ }).last().click();
    await page.waitForSelector('h1:has-text("پیش‌نمایش")');
    const { form } = asked.find(({ method }) => method === 'POST')!;
    expect(form.getAll('re')).toEqual([makeComment('e').id]);
    await close();
  });
});

describe('with scripts', () => {
  it('a comment is answered in place, with a token asked for when the form is first used', async () => {
    const { page, close } = await open(metro, phone);
    expect(asked).toEqual([]);
    await page.getByLabel('نظر شما').fill('خبر خوبی بود.');
    await expect.poll(() => asked.map(({ method, url }) => [method, url])).toEqual([['GET', '/token?slug=metro']]);
    await page.getByRole('button', { name: 'فرستادن نظر' }).click();
    await expect.poll(() => status(page).textContent()).toBe('نظر شما رسید.');
    const { form, accept } = asked.at(-1)!;
    expect([accept, form.get('token'), form.get('text'), form.get('re')]).toEqual([
      'application/json',
      'token-1',
      'خبر خوبی بود.',
      null,
    ]);
    expect(await page.getByLabel('نظر شما').inputValue()).toBe('');
    await close();
  });

  it('a reply says whom it answers, and can be taken back', async () => {
    const { page, close } = await open(metro, phone);
    await page.getByRole('button', { name: /^پاسخ/ }).first().click();
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('comment-text');
    expect(await page.locator('.comment-replying').textContent()).toContain('در پاسخ به نگار');
    await page.getByRole('button', { name: 'لغو' }).click();
    expect(await page.locator('.comment-replying').isVisible()).toBe(false);
    await page.getByRole('button', { name: /^پاسخ/ }).first().click();
    await page.keyboard.type('درست است.');
    await page.getByRole('button', { name: 'فرستادن نظر' }).click();
    await expect.poll(() => status(page).textContent()).toBe('نظر شما رسید.');
    expect(asked.at(-1)!.form.getAll('re')).toEqual([makeComment('a').id]);
    await close();
  });

  it('one sent too soon is sent again, and a refused one keeps its text, also after the page is left', async () => {
    answers = [
      { status: 425, body: { ok: false, code: 'soon', message: 'زود است' } },
      { status: 422, body: { ok: false, code: 'links', message: 'پیوندها زیاد است.' } },
    ];
    const { page, close } = await open(metro, phone);
    await page.getByLabel('نظر شما').fill('متن من');
    await page.getByRole('button', { name: 'فرستادن نظر' }).click();
    await expect.poll(() => status(page).textContent()).toBe('پیوندها زیاد است.');
    expect(asked.filter(({ method }) => method === 'POST')).toHaveLength(2);
    expect(await page.getByLabel('نظر شما').inputValue()).toBe('متن من');
    await page.reload();
    expect(await page.getByLabel('نظر شما').inputValue()).toBe('متن من');
    await close();
  });

  it('a service that does not answer is told of, and nothing is lost', async () => {
    const { page, close } = await open(metro, phone);
    await page.route(/127\.0\.0\.1:\d+\/(?:token.*)?$/, (route) => route.abort());
    await page.getByLabel('نظر شما').fill('متن من');
    await page.getByRole('button', { name: 'فرستادن نظر' }).click();
    await expect.poll(() => status(page).textContent()).toContain('نظر فرستاده نشد');
    expect(await page.getByLabel('نظر شما').inputValue()).toBe('متن من');
    expect(await page.getByRole('button', { name: 'فرستادن نظر' }).isEnabled()).toBe(true);
    await close();
  });

  it('a mistake in the e-mail is told in Persian, and an empty one is none', async () => {
    const { page, close } = await open(metro, phone);
    const mail = page.getByLabel('ایمیل');
    const message = () => mail.evaluate((field) => (field as HTMLInputElement).validationMessage);
    await mail.fill('نگار');
    expect(await message()).toBe('ایمیل را درست بنویسید یا خالی بگذارید');
    await mail.fill('');
    expect(await message()).toBe('');
    await close();
  });

  it('the script takes a kilobyte at most, and pages without a form do not load it', async () => {
    const name = openDist(folder).files.find((file) => /CommentForm.*\.js$/.test(file))!;
    expect(gzipSync(readFileSync(join(folder, name))).length).toBeLessThanOrEqual(1024);
    expect(readFileSync(join(folder, 'news/metro/index.html'), 'utf8')).toContain(name);
    expect(readFileSync(join(folder, 'index.html'), 'utf8')).not.toMatch(/CommentForm|reader-comments/);
  });
});
