import { describe, expect, it } from 'vitest';
import type { AdminSettings } from '../../src/core/config/admin.ts';
import {
  countKept,
  type HostedAdmin,
  repositoryFiles,
  savedToast,
  signIn,
  titleOf,
  type,
  untilKept,
  useHostedAdmin,
} from './admin-host.ts';
import { openEntry, saveButton } from './admin-server.ts';
import type { StubHost } from './hosts/stub-host.ts';

/** The article that the tests change. */
export const path = 'content/articles/1405/08/pol.md';
/** Its address in the editor. */
export const entry = 'articles/entries/1405/08/pol';
/** Its text. */
export const before: string = repositoryFiles[path]!;
/** Its text with words added to the headline. */
export const withWords = (words: string): string => before.replace(' # تیتر', `${words} # تیتر`);

/** A host as the tests of all hosts see it. */
export interface TestedHost {
  /** As on its button. */
  name: string;
  backend: NonNullable<AdminSettings['backend']>;
  open(): StubHost;
  /** Matches the request that commits. */
  commits: RegExp;
}

/** Define the tests that every host has to pass, and those that a host adds for itself. */
export function describeHost(
  { name, backend, open, commits }: TestedHost,
  { more, moreInReview }: { more(admin: HostedAdmin): void; moreInReview?(admin: HostedAdmin): void },
): void {
  describe(`the editor on ${name}`, () => {
    const admin = useHostedAdmin({ backend });

    it('refuses a wrong token in Persian, and lists the articles with a good one', async () => {
      const host = open();
      const { page, troubles, close } = await admin.visit(host);
      // Without a service or an application of the newsroom's own there is no other way to sign in.
      expect(await page.getByRole('button', { name }).count()).toBe(0);
      await signIn(page, 'wrong');
      await page.getByRole('alert').getByText('نامعتبر').waitFor();
      await signIn(page);
      await page.getByRole('row', { name: /بازار شب/ }).waitFor();
      expect(await page.getByRole('row').count()).toBe(2);
      expect(host.log.filter((request) => !/^GET|graphql$/.test(request))).toEqual([]);
      expect(troubles).toEqual([]);
      await close();
    });

    it('commits exactly the lines that were changed, again and again', async () => {
      const host = open();
      const { page, troubles, close } = await admin.visit(host);
      await signIn(page);
      await openEntry(page, entry);
      expect(await saveButton(page).isDisabled()).toBe(true);
      await type(page, ' شد');
      await saveButton(page).click();
      await savedToast(page).waitFor();
      expect(host.repository.read(path)).toBe(withWords(' شد'));
      await type(page, '؟');
      await expect.poll(() => saveButton(page).isEnabled()).toBe(true);
      await saveButton(page).click();
      await expect.poll(() => host.repository.read(path)).toBe(withWords(' شد؟'));
      expect([...host.repository.head('main').tree.keys()].toSorted()).toEqual(Object.keys(repositoryFiles).toSorted());
      expect(troubles).toEqual([]);
      await close();
    });

    it('keeps the text when the network is lost while saving, and saves it when it is back', async () => {
      const host = open();
      const { page, close } = await admin.visit(host);
      await signIn(page);
      await openEntry(page, entry);
      host.fault = (request) => (commits.test(request) ? 'lost' : undefined);
      await type(page, ' دوم');
      await saveButton(page).click();
      const message = page.getByRole('alertdialog').filter({ hasText: 'به میزبان نرسیدیم' });
      await message.waitFor();
      await message.getByRole('button').click();
      await untilKept(page);
      await page.reload();
      await page.getByRole('alertdialog').getByRole('button', { name: 'بازیابی' }).click();
      await expect.poll(() => titleOf(page).inputValue()).toMatch(/ دوم$/);
      host.fault = () => undefined;
      await saveButton(page).click();
      await expect.poll(() => host.repository.read(path)).toBe(withWords(' دوم'));
      await close();
    });

    it('asks nothing when only the answer was lost: the text is there', async () => {
      const host = open();
      const { page, close } = await admin.visit(host);
      await signIn(page);
      await openEntry(page, entry);
      host.fault = (request) => (commits.test(request) ? 'lost-answer' : undefined);
      await type(page, ' دوم');
      await saveButton(page).click();
      await page.getByRole('alertdialog').getByRole('button').click();
      host.fault = () => undefined;
      await saveButton(page).click();
      await savedToast(page).waitFor();
      expect(await page.locator('.rooznegar-dialog').count()).toBe(0);
      expect(host.repository.read(path)).toBe(withWords(' دوم'));
      await close();
    });

    it('keeps the text when the token has expired, and offers it after signing in again', async () => {
      const host = open();
      const { page, close } = await admin.visit(host);
      await signIn(page);
      await openEntry(page, entry);
      await type(page, ' سوم');
      host.tokens.clear();
      await saveButton(page).click();
      await page.getByRole('alertdialog').filter({ hasText: 'زمان ورود شما به سر آمده' }).waitFor();
      await untilKept(page);
      host.tokens.add('new-token');
      await page.reload();
      await signIn(page, 'new-token');
      await page.getByRole('alertdialog').getByRole('button', { name: 'بازیابی' }).click();
      await expect.poll(() => titleOf(page).inputValue()).toMatch(/ سوم$/);
      expect(host.repository.read(path)).toBe(before);
      await close();
    });

    it('shows both texts to the second of two writers, now and after opening the page again', async () => {
      const host = open();
      const { page, close } = await admin.visit(host);
      await signIn(page);
      await openEntry(page, entry);
      await type(page, ' من');
      await untilKept(page);
      const theirs = before.replace('بند نخست.', 'بند دیگری.');
      host.repository.change('main', { [path]: theirs }, 'Other');
      await saveButton(page).click();
      const dialog = page.getByRole('dialog', { name: 'این پرونده عوض شده است' });
      expect(await dialog.textContent()).toMatch(/بند دیگری[^]*باز شد من/);
      expect(host.repository.read(path)).toBe(theirs);
      await dialog.getByRole('button', { name: 'باز کردن متن کنونی' }).click();
      const kept = page.getByRole('dialog', { name: 'متنی از شما ذخیره نشده است' });
      expect(await kept.textContent()).toMatch(/بند دیگری[^]*باز شد من/);
      await kept.getByRole('button', { name: 'دور انداخته شود' }).click();
      await expect.poll(() => page.evaluate(countKept)).toBe(0);
      expect(await page.locator('.lexical-root').textContent()).toContain('بند دیگری');
      await close();
    });

    more(admin);
  });

  describe(`the editor on ${name}, with review`, () => {
    const admin = useHostedAdmin({ backend, review: true });

    it('takes a text from draft through review to the site', async () => {
      const host = open();
      const { page, troubles, close } = await admin.visit(host);
      await signIn(page);
      await openEntry(page, entry);
      await type(page, ' تازه');
      await saveButton(page).click();
      await page.getByRole('button', { name: 'ارسال برای بررسی' }).click();
      const status = page.getByRole('button', { name: /^وضعیت/ });
      await expect
        .poll(() => host.proposals[0])
        .toMatchObject({ isDraft: false, state: 'open', labels: ['sveltia-cms/pending_review'] });
      const { branch } = host.proposals[0]!;
      expect(host.repository.read(path)).toBe(before);
      expect(host.repository.read(path, branch)).toBe(withWords(' تازه'));
      await status.click();
      await page.getByRole('menuitemradio', { name: 'آماده' }).click();
      await page.getByRole('button', { name: 'انتشار ورودی' }).click();
      await page.getByRole('alertdialog').getByRole('button', { name: 'انتشار' }).click();
      await expect.poll(() => host.proposals[0]!.state).toBe('merged');
      expect(host.repository.read(path)).toBe(withWords(' تازه'));
      await expect.poll(() => [...host.repository.branches.keys()]).toEqual(['main']);
      expect(troubles).toEqual([]);
      await close();
    });

    it('shows both texts to the second writer of a text that waits for review', async () => {
      const host = open();
      const { page, close } = await admin.visit(host);
      await signIn(page);
      await openEntry(page, entry);
      await type(page, ' یک');
      await saveButton(page).click();
      await page.getByRole('button', { name: 'بعداً' }).click();
      await expect.poll(() => host.proposals[0]?.labels.length).toBe(1);
      await expect.poll(() => page.evaluate(countKept)).toBe(0);
      const { branch } = host.proposals[0]!;
      const theirs = host.repository.read(path, branch)!.replace('بند نخست.', 'بند دیگری.');
      host.repository.change(branch, { [path]: theirs }, 'Other');
      await type(page, ' دو');
      await saveButton(page).click();
      const dialog = page.getByRole('dialog', { name: 'این پرونده عوض شده است' });
      expect(await dialog.textContent()).toMatch(/بند دیگری[^]*یک دو/);
      expect(host.repository.read(path, branch)).toBe(theirs);
      await dialog.getByRole('button', { name: 'متن من به جای آن ذخیره شود' }).click();
      await expect.poll(() => host.repository.read(path, branch)).toBe(withWords(' یک دو'));
      await close();
    });

    moreInReview?.(admin);
  });
}
