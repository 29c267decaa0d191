import { brotliCompressSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import {
  countKept,
  repositoryFiles,
  savedToast,
  signIn,
  titleOf,
  type,
  untilKept,
  useHostedAdmin,
} from './admin-host.ts';
import { openEntry, saveButton } from './admin-server.ts';
import { StubGitHub } from './hosts/github.ts';

const backend = { name: 'github', repo: 'newsroom/paper' } as const;
const path = 'content/articles/1405/08/pol.md';
const entry = 'articles/entries/1405/08/pol';
const before = repositoryFiles[path]!;

describe('the editor on GitHub', () => {
  const admin = useHostedAdmin({ backend });

  it('refuses a wrong token in Persian, and lists the articles with a good one', async () => {
    const hub = new StubGitHub(repositoryFiles);
    const { page, troubles, close } = await admin.visit(hub);
    // Without a service of the newsroom's own there is no other way to sign in.
    expect(await page.getByRole('button', { name: 'GitHub' }).count()).toBe(0);
    await signIn(page, 'wrong');
    await page.getByRole('alert').getByText('نامعتبر').waitFor();
    await signIn(page);
    await page.getByRole('row', { name: /بازار شب/ }).waitFor();
    expect(await page.getByRole('row').count()).toBe(2);
    expect(hub.log.filter((request) => !/^(?:GET|POST \/graphql$)/.test(request))).toEqual([]);
    expect(troubles).toEqual([]);
    await close();
  });

  it('loads at most 700 KB until the list is there, as a host compresses', async () => {
    const { page, close } = await admin.visit(new StubGitHub(repositoryFiles));
    await page.addInitScript(() => {
      const observer = new MutationObserver(() => {
        const rows = [...document.querySelectorAll('[role="row"]')];
        if (!rows.some(({ textContent }) => textContent.includes('بازار شب'))) return;
        observer.disconnect();
        Object.assign(globalThis, { listedAt: performance.now() });
      });
      observer.observe(document, { subtree: true, childList: true });
    });
    await page.reload();
    await signIn(page);
    await page.getByRole('row', { name: /بازار شب/ }).waitFor();
    const isListed = await page.evaluate(() => {
      const { listedAt } = globalThis as unknown as { listedAt: number };
      const early = performance.getEntriesByType('resource').filter(({ startTime }) => startTime < listedAt);
      return [...new Set(early.map(({ name }) => name))].filter((name) => name.includes('/assets/'));
    });
    const sizes = isListed.map(async (url) => {
      const bytes = await (await fetch(url)).bytes();
      return url.endsWith('.woff2') ? bytes.length : brotliCompressSync(bytes).length;
    });
    const total = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
    expect(isListed.filter((url) => /\/react-dom|\/immutable/.test(url))).toEqual([]);
    expect(total).toBeGreaterThan(500_000);
    expect(total).toBeLessThan(700_000);
    await close();
  });

  it('commits exactly the lines that were changed, again and again', async () => {
    const hub = new StubGitHub(repositoryFiles);
    const { page, troubles, close } = await admin.visit(hub);
    await signIn(page);
    await openEntry(page, entry);
    expect(await saveButton(page).isDisabled()).toBe(true);
    await type(page, ' شد');
    await saveButton(page).click();
    await savedToast(page).waitFor();
    const first = before.replace('باز شد #', 'باز شد شد #');
    expect(hub.repository.read(path)).toBe(first);
    await type(page, '؟');
    await expect.poll(() => saveButton(page).isEnabled()).toBe(true);
    await saveButton(page).click();
    await expect.poll(() => hub.repository.read(path)).toBe(first.replace('شد شد #', 'شد شد؟ #'));
    expect([...hub.repository.head('main').tree.keys()].toSorted()).toEqual(Object.keys(repositoryFiles).toSorted());
    expect(troubles).toEqual([]);
    await close();
  });

  it('keeps the text when the network is lost while saving, and saves it when it is back', async () => {
    const hub = new StubGitHub(repositoryFiles);
    const { page, close } = await admin.visit(hub);
    await signIn(page);
    await openEntry(page, entry);
    hub.fault = (request) => (request.includes('createCommit') ? 'lost' : undefined);
    await type(page, ' دوم');
    await saveButton(page).click();
    const message = page.getByRole('alertdialog').filter({ hasText: 'به میزبان نرسیدیم' });
    await message.waitFor();
    await message.getByRole('button').click();
    await untilKept(page);
    await page.reload();
    await page.getByRole('alertdialog').getByRole('button', { name: 'بازیابی' }).click();
    await expect.poll(() => titleOf(page).inputValue()).toMatch(/ دوم$/);
    hub.fault = () => undefined;
    await saveButton(page).click();
    await expect.poll(() => hub.repository.read(path)).toBe(before.replace('باز شد #', 'باز شد دوم #'));
    await close();
  });

  it('asks nothing when only the answer was lost: the text is there', async () => {
    const hub = new StubGitHub(repositoryFiles);
    const { page, close } = await admin.visit(hub);
    await signIn(page);
    await openEntry(page, entry);
    hub.fault = (request) => (request.includes('createCommit') ? 'lost-answer' : undefined);
    await type(page, ' دوم');
    await saveButton(page).click();
    await page.getByRole('alertdialog').getByRole('button').click();
    hub.fault = () => undefined;
    await saveButton(page).click();
    await savedToast(page).waitFor();
    expect(await page.locator('.rooznegar-dialog').count()).toBe(0);
    expect(hub.repository.read(path)).toBe(before.replace('باز شد #', 'باز شد دوم #'));
    await close();
  });

  it('keeps the text when the token has expired, and offers it after signing in again', async () => {
    const hub = new StubGitHub(repositoryFiles);
    const { page, close } = await admin.visit(hub);
    await signIn(page);
    await openEntry(page, entry);
    await type(page, ' سوم');
    hub.tokens.clear();
    await saveButton(page).click();
    await page.getByRole('alertdialog').filter({ hasText: 'زمان ورود شما به سر آمده' }).waitFor();
    await untilKept(page);
    hub.tokens.add('new-token');
    await page.reload();
    await signIn(page, 'new-token');
    await page.getByRole('alertdialog').getByRole('button', { name: 'بازیابی' }).click();
    await expect.poll(() => titleOf(page).inputValue()).toMatch(/ سوم$/);
    expect(hub.repository.read(path)).toBe(before);
    await close();
  });

  it('shows both texts to the second of two writers, now and after opening the page again', async () => {
    const hub = new StubGitHub(repositoryFiles);
    const { page, close } = await admin.visit(hub);
    await signIn(page);
    await openEntry(page, entry);
    await type(page, ' من');
    await untilKept(page);
    const theirs = before.replace('بند نخست.', 'بند دیگری.');
    hub.repository.change('main', { [path]: theirs }, 'Other');
    await saveButton(page).click();
    const dialog = page.getByRole('dialog', { name: 'این پرونده عوض شده است' });
    expect(await dialog.textContent()).toMatch(/بند دیگری[^]*باز شد من/);
    expect(hub.repository.read(path)).toBe(theirs);
    await dialog.getByRole('button', { name: 'باز کردن متن کنونی' }).click();
    const kept = page.getByRole('dialog', { name: 'متنی از شما ذخیره نشده است' });
    expect(await kept.textContent()).toMatch(/بند دیگری[^]*باز شد من/);
    await kept.getByRole('button', { name: 'دور انداخته شود' }).click();
    await expect.poll(() => page.evaluate(countKept)).toBe(0);
    expect(await page.locator('.lexical-root').textContent()).toContain('بند دیگری');
    await close();
  });
});

describe('the editor on GitHub, with review', () => {
  const admin = useHostedAdmin({ backend, review: true });

  it('takes a text from draft through review to the site', async () => {
    const hub = new StubGitHub(repositoryFiles);
    const { page, troubles, close } = await admin.visit(hub);
    await signIn(page);
    await openEntry(page, entry);
    await type(page, ' تازه');
    await saveButton(page).click();
    await page.getByRole('button', { name: 'ارسال برای بررسی' }).click();
    const status = page.getByRole('button', { name: /^وضعیت/ });
    await expect.poll(() => hub.pulls[0]).toMatchObject({ isDraft: false, state: 'OPEN' });
    const [{ branch, labels } = { branch: '', labels: [''] }] = hub.pulls;
    expect(labels).toEqual(['sveltia-cms/pending_review']);
    expect(hub.repository.read(path)).toBe(before);
    expect(hub.repository.read(path, branch)).toBe(before.replace('باز شد #', 'باز شد تازه #'));
    await status.click();
    await page.getByRole('menuitemradio', { name: 'آماده' }).click();
    await page.getByRole('button', { name: 'انتشار ورودی' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'انتشار' }).click();
    await expect.poll(() => hub.pulls[0]!.state).toBe('MERGED');
    expect(hub.repository.read(path)).toBe(before.replace('باز شد #', 'باز شد تازه #'));
    await expect.poll(() => [...hub.repository.branches.keys()]).toEqual(['main']);
    expect(troubles).toEqual([]);
    await close();
  });

  it('shows both texts to the second writer of a text that waits for review', async () => {
    const hub = new StubGitHub(repositoryFiles);
    const { page, close } = await admin.visit(hub);
    await signIn(page);
    await openEntry(page, entry);
    await type(page, ' یک');
    await saveButton(page).click();
    await page.getByRole('button', { name: 'بعداً' }).click();
    await expect.poll(() => hub.pulls[0]?.labels.length).toBe(1);
    await expect.poll(() => page.evaluate(countKept)).toBe(0);
    const { branch } = hub.pulls[0]!;
    const theirs = hub.repository.read(path, branch)!.replace('بند نخست.', 'بند دیگری.');
    hub.repository.change(branch, { [path]: theirs }, 'Other');
    await type(page, ' دو');
    await saveButton(page).click();
    const dialog = page.getByRole('dialog', { name: 'این پرونده عوض شده است' });
    expect(await dialog.textContent()).toMatch(/بند دیگری[^]*یک دو/);
    expect(hub.repository.read(path, branch)).toBe(theirs);
    await dialog.getByRole('button', { name: 'متن من به جای آن ذخیره شود' }).click();
    await expect.poll(() => hub.repository.read(path, branch)).toBe(before.replace('باز شد #', 'باز شد یک دو #'));
    await close();
  });
});
