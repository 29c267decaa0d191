import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { before, entry, path, withWords } from './admin-flows.ts';
import { repositoryFiles, savedToast, signIn, titleOf, type, useHostedAdmin } from './admin-host.ts';
import { openEntry, saveButton } from './admin-server.ts';
import { StubGitHub } from './hosts/github.ts';

const admin = useHostedAdmin({ backend: { name: 'github', repo: 'newsroom/paper' } });
const other = 'articles/entries/1405/08/bazar';

/** Open an entry on a host that answers a commit when it is told to. */
async function openSlowly() {
  const host = new StubGitHub(repositoryFiles);
  let release = (): void => {};
  const hold = (): void => {
    const held = new Promise<void>((resolve) => (release = resolve));
    host.slowness = (request) => (/createCommit/.test(request) ? held : undefined);
  };
  const { page, troubles, close } = await admin.visit(host);
  await signIn(page);
  await openEntry(page, entry);
  const commits = (): number => host.log.filter((request) => /createCommit/.test(request)).length;
  /** Save, and wait until the host has been asked and does not answer. */
  const saveSlowly = async (): Promise<void> => {
    hold();
    const count = commits();
    await page.keyboard.press('Control+s');
    await expect.poll(commits).toBe(count + 1);
  };
  return { host, page, troubles, close, commits, saveSlowly, release: () => release() };
}

/** Put the cursor at the end of the headline or of the first paragraph. */
async function goToEnd(page: Page, place: string): Promise<void> {
  await (place === 'headline' ? titleOf(page) : page.locator('.lexical-root p').first()).click();
  await page.keyboard.press('End');
}

const isSaved = (page: Page) => expect.poll(() => saveButton(page).isDisabled()).toBe(true);

describe('while an entry is being saved', () => {
  // In milliseconds before and after the host’s answer.
  it.each(['headline', 'text'])(
    'no press of the button is lost, at whatever moment, and no word of the %s',
    async (place) => {
      const { host, page, troubles, close, saveSlowly, release } = await openSlowly();
      await goToEnd(page, place);
      let words = '';
      for (const [index, moment] of [-100, -20, 0, 10, 30, 100].entries()) {
        await page.keyboard.type(` a${index}`);
        await saveSlowly();
        const pressed = moment < 0 ? undefined : (release(), wait(moment));
        await pressed;
        await page.keyboard.type(` b${index}`);
        await page.keyboard.press('Control+s');
        if (moment < 0) await wait(-moment).then(release);
        words += ` a${index} b${index}`;
        await expect.poll(() => host.repository.read(path)).toContain(words);
        await isSaved(page);
      }
      expect(host.repository.read(path)).toBe(
        place === 'headline' ? withWords(words) : before.replace('بند نخست.', `بند نخست.${words}`),
      );
      expect(troubles).toEqual([]);
      await close();
    },
  );

  it('what is typed stays, in the same place, and counts as not saved', async () => {
    const { host, page, close, commits, saveSlowly, release } = await openSlowly();
    await goToEnd(page, 'headline');
    await page.keyboard.type(' یک');
    await saveSlowly();
    await page.keyboard.type(' دو');
    await goToEnd(page, 'text');
    await page.keyboard.type(' متنی که', { delay: 20 });
    release();
    await page.keyboard.type(' نوشته می\u200Cشود', { delay: 20 });
    await savedToast(page).waitFor();
    expect(host.repository.read(path)).toBe(withWords(' یک'));
    await expect.poll(() => saveButton(page).isEnabled()).toBe(true);
    expect(await titleOf(page).inputValue()).toMatch(/ یک دو$/);
    await page.keyboard.press('Control+s');
    await isSaved(page);
    expect(commits()).toBe(2);
    expect(host.repository.read(path)).toBe(
      withWords(' یک دو').replace('بند نخست.', 'بند نخست. متنی که نوشته می\u200Cشود'),
    );
    await close();
  });

  it('what is typed is offered again to who left for another entry, which stays open', async () => {
    const { host, page, close, saveSlowly, release } = await openSlowly();
    await goToEnd(page, 'headline');
    await page.keyboard.type(' یک');
    await saveSlowly();
    await page.keyboard.type(' دو');
    await openEntry(page, other);
    release();
    await savedToast(page).waitFor();
    expect(await titleOf(page).inputValue()).toBe('بازار شب شلوغ بود');
    await openEntry(page, entry);
    await page.getByRole('alertdialog').getByRole('button', { name: 'بازیابی' }).click();
    await expect.poll(() => titleOf(page).inputValue()).toMatch(/ یک دو$/);
    await saveButton(page).click();
    await expect.poll(() => host.repository.read(path)).toBe(withWords(' یک دو'));
    await close();
  });
});

describe('the second saving of an entry', () => {
  it('keeps what the first one wrote, also when another entry was saved between', async () => {
    const { host, page, close } = await openSlowly();
    await goToEnd(page, 'text');
    await page.keyboard.type(' افزوده');
    await page.keyboard.press('Control+s');
    await savedToast(page).waitFor();
    await openEntry(page, other);
    await type(page, ' دیگر');
    await saveButton(page).click();
    await isSaved(page);
    await openEntry(page, entry);
    await type(page, ' سه');
    await saveButton(page).click();
    await expect.poll(() => host.repository.read(path)).toBe(withWords(' سه').replace('بند نخست.', 'بند نخست. افزوده'));
    await close();
  });

  it('is checked as the first one is', async () => {
    const { host, page, close, commits } = await openSlowly();
    await type(page, ' یک');
    await saveButton(page).click();
    await isSaved(page);
    const tags = page.locator('.field[data-key-path="tags"]');
    await tags.scrollIntoViewIfNeeded();
    await tags.locator('.rooznegar-chip button').click();
    await expect.poll(() => page.locator('.rooznegar-check [role=status]').textContent()).toContain('۱ اشکال');
    await saveButton(page).click();
    await page.locator('.field[data-key-path="check"]').getByText('تنها پیش‌نویس').waitFor();
    expect(commits()).toBe(1);
    expect(host.repository.read(path)).toBe(withWords(' یک'));
    await close();
  });
});
