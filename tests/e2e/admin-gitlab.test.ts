import { expect, it } from 'vitest';
import { before, describeHost, entry, path, withWords } from './admin-flows.ts';
import { countKept, repositoryFiles, signIn, titleOf, type } from './admin-host.ts';
import { openEntry, saveButton } from './admin-server.ts';
import { StubGitLab } from './hosts/gitlab.ts';

describeHost(
  {
    name: 'GitLab',
    backend: { name: 'gitlab', repo: 'newsroom/paper' },
    open: () => new StubGitLab(repositoryFiles),
    commits: /^POST .*commits$/,
  },
  {
    more: (admin) => {
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
    },
    moreInReview: (admin) => {
      it('shows both texts to the second writer in review, even of the same moment', async () => {
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
        await type(page, ' دو');
        lab.beforeCommit = () => {
          lab.beforeCommit = undefined;
          lab.repository.change(branch, { [path]: theirs }, 'Other');
        };
        await saveButton(page).click();
        await page.getByRole('alertdialog').filter({ hasText: 'در همین لحظه' }).getByRole('button').click();
        await saveButton(page).click();
        const dialog = page.getByRole('dialog', { name: 'این پرونده عوض شده است' });
        expect(await dialog.textContent()).toMatch(/بند دیگری[^]*یک دو/);
        expect(lab.repository.read(path, branch)).toBe(theirs);
        await dialog.getByRole('button', { name: 'متن من به جای آن ذخیره شود' }).click();
        await expect.poll(() => lab.repository.read(path, branch)).toBe(withWords(' یک دو'));
        await close();
      });
    },
  },
);
