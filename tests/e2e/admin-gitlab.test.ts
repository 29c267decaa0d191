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
import { StubGitLab } from './hosts/gitlab.ts';

const backend = { name: 'gitlab', repo: 'newsroom/paper' } as const;
const path = 'content/articles/1405/08/pol.md';
const entry = 'articles/entries/1405/08/pol';
const before = repositoryFiles[path]!;
const withWords = (words: string, text = before) => text.replace(' # تیتر', `${words} # تیتر`);

describe('the editor on GitLab', () => {
  const admin = useHostedAdmin({ backend });

  it('refuses a wrong token in Persian, and lists the articles with a good one', async () => {
    const lab = new StubGitLab(repositoryFiles);
    const { page, troubles, close } = await admin.visit(lab);
    // Without an application of the newsroom's own there is no other way to sign in.
    expect(await page.getByRole('button', { name: 'GitLab' }).count()).toBe(0);
    await signIn(page, 'wrong');
    await page.getByRole('alert').getByText('نامعتبر').waitFor();
    await signIn(page);
    await page.getByRole('row', { name: /بازار شب/ }).waitFor();
    expect(await page.getByRole('row').count()).toBe(2);
    expect(lab.log.filter((request) => !/^(?:GET|POST \/api\/graphql$)/.test(request))).toEqual([]);
    expect(troubles).toEqual([]);
    await close();
  });

  it('commits exactly the lines that were changed, again and again', async () => {
    const lab = new StubGitLab(repositoryFiles);
    const { page, troubles, close } = await admin.visit(lab);
    await signIn(page);
    await openEntry(page, entry);
    await type(page, ' شد');
    await saveButton(page).click();
    await savedToast(page).waitFor();
    expect(lab.repository.read(path)).toBe(withWords(' شد'));
    await type(page, '؟');
    await saveButton(page).click();
    await expect.poll(() => lab.repository.read(path)).toBe(withWords(' شد؟'));
    expect([...lab.repository.head('main').tree.keys()].toSorted()).toEqual(Object.keys(repositoryFiles).toSorted());
    expect(troubles).toEqual([]);
    await close();
  });

  it('keeps the text when the network is lost while saving, and saves it when it is back', async () => {
    const lab = new StubGitLab(repositoryFiles);
    const { page, close } = await admin.visit(lab);
    await signIn(page);
    await openEntry(page, entry);
    lab.fault = (request) => (/^POST .*commits$/.test(request) ? 'lost' : undefined);
    await type(page, ' دوم');
    await saveButton(page).click();
    const message = page.getByRole('alertdialog').filter({ hasText: 'به میزبان نرسیدیم' });
    await message.waitFor();
    await message.getByRole('button').click();
    await untilKept(page);
    await page.reload();
    await page.getByRole('alertdialog').getByRole('button', { name: 'بازیابی' }).click();
    await expect.poll(() => titleOf(page).inputValue()).toMatch(/ دوم$/);
    lab.fault = () => undefined;
    await saveButton(page).click();
    await expect.poll(() => lab.repository.read(path)).toBe(withWords(' دوم'));
    await close();
  });

  it('keeps the text when the token has expired, and offers it after signing in again', async () => {
    const lab = new StubGitLab(repositoryFiles);
    const { page, close } = await admin.visit(lab);
    await signIn(page);
    await openEntry(page, entry);
    await type(page, ' سوم');
    lab.tokens.clear();
    await saveButton(page).click();
    await page.getByRole('alertdialog').filter({ hasText: 'زمان ورود شما به سر آمده' }).waitFor();
    await untilKept(page);
    lab.tokens.add('new-token');
    await page.reload();
    await signIn(page, 'new-token');
    await page.getByRole('alertdialog').getByRole('button', { name: 'بازیابی' }).click();
    await expect.poll(() => titleOf(page).inputValue()).toMatch(/ سوم$/);
    expect(lab.repository.read(path)).toBe(before);
    await close();
  });

  it('shows both texts to the second of two writers, even of the same moment', async () => {
    const lab = new StubGitLab(repositoryFiles);
    const { page, close } = await admin.visit(lab);
    await signIn(page);
    await openEntry(page, entry);
    await type(page, ' من');
    const theirs = before.replace('بند نخست.', 'بند دیگری.');
    // After the editor has asked whether there is something new.
    lab.beforeCommit = () => {
      lab.beforeCommit = undefined;
      lab.repository.change('main', { [path]: theirs }, 'Other');
    };
    await saveButton(page).click();
    const message = page.getByRole('alertdialog').filter({ hasText: 'در همین لحظه' });
    await message.getByRole('button').click();
    expect(lab.repository.read(path)).toBe(theirs);
    await saveButton(page).click();
    const dialog = page.getByRole('dialog', { name: 'این پرونده عوض شده است' });
    expect(await dialog.textContent()).toMatch(/بند دیگری[^]*باز شد من/);
    expect(lab.repository.read(path)).toBe(theirs);
    await dialog.getByRole('button', { name: 'متن من به جای آن ذخیره شود' }).click();
    await expect.poll(() => lab.repository.read(path)).toBe(withWords(' من'));
    await close();
  });

  it('gives no article the text of another when one is deleted while the list is read', async () => {
    const gone = 'content/articles/1405/08/a.md';
    const lab = new StubGitLab({ [gone]: before, ...repositoryFiles });
    let reads = 0;
    lab.fault = (request) => {
      // The list of files was the third question; their texts are the next.
      if (request === 'POST /api/graphql' && ++reads === 3)
        lab.repository.change('main', { [gone]: undefined }, 'Other');
      return undefined;
    };
    const { page, close } = await admin.visit(lab);
    await signIn(page);
    await page.getByRole('row', { name: /بازار شب/ }).waitFor();
    await openEntry(page, 'articles/entries/1405/08/bazar');
    expect(await titleOf(page).inputValue()).toBe('بازار شب شلوغ بود');
    await close();
  });
});

describe('the editor on GitLab, with review', () => {
  const admin = useHostedAdmin({ backend, review: true });

  it('takes a text from draft through review to the site', async () => {
    const lab = new StubGitLab(repositoryFiles);
    const { page, troubles, close } = await admin.visit(lab);
    await signIn(page);
    await openEntry(page, entry);
    await type(page, ' تازه');
    await saveButton(page).click();
    await page.getByRole('button', { name: 'ارسال برای بررسی' }).click();
    await expect.poll(() => lab.requests[0]?.labels).toEqual(['sveltia-cms/pending_review']);
    const { branch, title } = lab.requests[0]!;
    expect(title).not.toMatch(/^draft/i);
    expect(lab.repository.read(path)).toBe(before);
    expect(lab.repository.read(path, branch)).toBe(withWords(' تازه'));
    await page.getByRole('button', { name: /^وضعیت/ }).click();
    await page.getByRole('menuitemradio', { name: 'آماده' }).click();
    await page.getByRole('button', { name: 'انتشار ورودی' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'انتشار' }).click();
    await expect.poll(() => lab.requests[0]!.state).toBe('merged');
    expect(lab.repository.read(path)).toBe(withWords(' تازه'));
    expect([...lab.repository.branches.keys()]).toEqual(['main']);
    expect(troubles).toEqual([]);
    await close();
  });

  it.each(['earlier', 'in the same moment'])('shows both texts to the second writer in review: %s', async (when) => {
    const lab = new StubGitLab(repositoryFiles);
    const { page, close } = await admin.visit(lab);
    await signIn(page);
    await openEntry(page, entry);
    await type(page, ' یک');
    await saveButton(page).click();
    await page.getByRole('button', { name: 'بعداً' }).click();
    await expect.poll(() => lab.requests.length).toBe(1);
    await expect.poll(() => page.evaluate(countKept)).toBe(0);
    const { branch } = lab.requests[0]!;
    const theirs = lab.repository.read(path, branch)!.replace('بند نخست.', 'بند دیگری.');
    const change = () => {
      lab.beforeCommit = undefined;
      lab.repository.change(branch, { [path]: theirs }, 'Other');
    };
    await type(page, ' دو');
    if (when === 'earlier') change();
    else lab.beforeCommit = change;
    await saveButton(page).click();
    if (when !== 'earlier') {
      await page.getByRole('alertdialog').filter({ hasText: 'در همین لحظه' }).getByRole('button').click();
      await saveButton(page).click();
    }
    const dialog = page.getByRole('dialog', { name: 'این پرونده عوض شده است' });
    expect(await dialog.textContent()).toMatch(/بند دیگری[^]*یک دو/);
    expect(lab.repository.read(path, branch)).toBe(theirs);
    await dialog.getByRole('button', { name: 'متن من به جای آن ذخیره شود' }).click();
    await expect.poll(() => lab.repository.read(path, branch)).toBe(withWords(' یک دو'));
    await close();
  });
});
