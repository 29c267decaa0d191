import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runScript } from '../../support/command.ts';
import { repository } from '../../support/folders.ts';
import { differences, snapshotOf } from '../../support/dist.ts';
import { articleFile, createMiniSite } from '../../support/mini-site.ts';

describe('a build of content with problems', () => {
  it('prints them all, exits with 1 and leaves the previous site as it was', async () => {
    const site = await createMiniSite({ 'articles/pol.md': articleFile() });
    expect((await site.build()).code).toBe(0);
    const before = snapshotOf(site.out);
    await site.write({
      'articles/bad.md': articleFile({ tags: 'ایران' }),
      'articles/worse.md': articleFile({}, 'خبر [پل](/news/missing/).'),
    });
    const { code, output } = await site.build();
    expect(code).toBe(1);
    expect(output).toMatch(/articles\/bad\.md:4:1 {2}tags: /);
    expect(output).toMatch(/articles\/worse\.md:7:\d+ {2}.*missing/);
    expect(output).not.toMatch(/^\s+at .*\(.*:\d+:\d+\)/m);
    expect(differences(before, snapshotOf(site.out))).toEqual([]);
    expect((await readdir(site.folder)).toSorted()).toEqual(['config.mjs', 'content', 'dist']);
  });

  it('leaves nothing behind where there was no site before', async () => {
    const site = await createMiniSite({ 'articles/bad.md': 'بی مشخصات' });
    expect((await site.build()).code).toBe(1);
    expect((await readdir(site.folder)).toSorted()).toEqual(['config.mjs', 'content']);
  });
});

describe('commands', () => {
  it.each(['build', 'check', 'new', 'import'])('%s explains itself with --help', async (name) => {
    const { code, stdout } = await runScript(name, ['--help']);
    expect(code, stdout).toBe(0);
    expect(stdout).toContain(`npm run ${name}`);
    expect(stdout).toContain('--content');
  });

  it.each([
    ['an unknown flag', ['--contents', 'x']],
    ['a folder that is not there', ['--content', join(repository, 'no-such-folder')]],
    ['a moment that is none', ['--now', 'yesterday']],
    ['a flag without its value', ['--out']],
    ['a word too many', ['content']],
    ['settings that are not there', ['--config', 'no-such-file.ts']],
  ])('exit with 2 for wrong use: %s', async (_, args) => {
    const { code, stderr } = await runScript('build', args);
    expect(code, stderr).toBe(2);
    expect(stderr).toContain('npm run build');
    expect(stderr).not.toMatch(/^\s+at /m);
  });

  it('never replace the content, a folder above it, or a file with the site', async () => {
    const site = await createMiniSite({ 'articles/pol.md': articleFile() });
    await writeFile(join(site.folder, 'file'), 'x');
    for (const out of [site.content, site.folder, join(site.content, 'articles'), join(site.folder, 'file')]) {
      expect((await site.build({ out })).code, out).toBe(2);
    }
    expect((await readdir(site.folder)).toSorted()).toEqual(['config.mjs', 'content', 'file']);
    expect(await readdir(join(site.content, 'articles'))).toEqual(['pol.md']);
  });
});

describe('settings', () => {
  it('that can’t be read are told of with their place, and unsound ones all at once', async () => {
    const site = await createMiniSite({ 'articles/pol.md': articleFile() });
    const buildWith = async (name: string, text: string): Promise<{ code: number | null; output: string }> => {
      const file = join(site.folder, name);
      await writeFile(file, text);
      return runScript('build', ['--content', site.content, '--out', site.out, '--config', file]);
    };
    const broken = await buildWith('broken.ts', "export const config = {\n  name 'روزنگار',\n};\n");
    expect([broken.code, broken.output]).toEqual([
      2,
      expect.stringMatching(/broken\.ts:2\n.*\n {2}name 'روزنگار',\n *\^/),
    ]);
    const unsound = await buildWith('unsound.ts', "export const config = { url: 'x', nam: 'روزنگار' };\n");
    expect(unsound.output).toMatch(/unsound\.ts: url: expected .*\n.*unsound\.ts: name: expected/);
    expect(unsound.output).toContain('there is no setting «nam»; the nearest is «name».');
  });
});
