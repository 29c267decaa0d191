import { chmod, readdir, readFile, stat, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { config } from '../fixtures/sample/config.ts';
import { differences, snapshotOf } from '../support/dist.ts';
import { articleFile, createMiniSite, type MiniSite } from '../support/mini-site.ts';

const faulty = articleFile(
  { title: 'پل تازه باز شد.' },
  '\nصبح امروز 12 نفر , از پل گذشتند.\n\nاو گفت: "پل تازه است."',
);
const mended = articleFile(
  { title: 'پل تازه باز شد.' },
  '\nصبح امروز ۱۲ نفر , از پل گذشتند.\n\nاو گفت: "پل تازه است."',
);
const proper = articleFile({ title: 'پل تازه باز شد' }, '\nصبح امروز ۱۲ نفر، از پل گذشتند.\n\nاو گفت: «پل تازه است.»');

function read(site: MiniSite, name = 'pol.md'): Promise<string> {
  return readFile(join(site.content, 'articles', name), 'utf8');
}

describe('check', () => {
  it('warns of orthography with place, rule and proposal, and does not fail', async () => {
    const site = await createMiniSite({ 'articles/pol.md': faulty });
    const { code, stdout } = await site.check();
    expect(code, stdout).toBe(0);
    expect(stdout).toMatch(/articles\/pol\.md:2:20 {2}title: .*«شد\.»\. \[title-full-stop\]\n {2}Write: {2}شد\n/);
    expect(stdout).toMatch(/articles\/pol\.md:8:11 {2}.*«12»\. \[digits\]\n {2}Write: {2}۱۲\n/);
    expect(stdout).toMatch(/^ {2}digits +1 +1 +1 +0$/m);
    expect(stdout).toMatch(/^ {2}title-full-stop +1 +0 +0 +0$/m);
    expect(stdout).toMatch(/^ +4 +1 +3 +0$/m);
    expect(await read(site)).toBe(faulty);
  });

  it('speaks Persian too', async () => {
    const site = await createMiniSite({ 'articles/pol.md': faulty });
    const { stdout } = await site.check(['--lang', 'fa']);
    expect(stdout).toContain('رقم‌های «12» فارسی نیست. [digits]\n  بنویسید:  ۱۲\n');
    expect(stdout).toMatch(/^ {2}قاعده +هشدار/m);
    expect(stdout).toMatch(/^ {2}digits +۱ +۱ +۱ +۰$/m);
    expect(stdout).toContain('در ۱ خبر اشکالی نیست (۰ خبر پیش‌نویس است یا زمانش نرسیده).');
  });

  it('fails for warnings when it is strict', async () => {
    const site = await createMiniSite({ 'articles/pol.md': faulty });
    expect((await site.check(['--strict'])).code).toBe(1);
    await site.write({ 'articles/pol.md': proper });
    expect((await site.check(['--strict'])).code).toBe(0);
  });

  it('tells problems and warnings in one report, sorted by place', async () => {
    const site = await createMiniSite({ 'articles/pol.md': faulty.replace('[شهر]', 'شهر'), 'articles/a.md': faulty });
    const { code, stdout } = await site.check();
    expect(code).toBe(1);
    const places = [...stdout.matchAll(/articles\/(\w+\.md):(\d+):/g)].map(([, name, line]) => `${name}:${line}`);
    expect(places.slice(0, 7)).toEqual(['a.md:2', 'a.md:8', 'a.md:8', 'a.md:10', 'pol.md:2', 'pol.md:4', 'pol.md:8']);
    expect(stdout).toContain('1 problem in 1 file.');
  });

  it('mends what is safe with --fix, what is proposed with --fix=all, and front matter when asked', async () => {
    const site = await createMiniSite({ 'articles/pol.md': faulty });
    const path = join(site.content, 'articles/pol.md');
    await chmod(path, 0o640);
    expect((await site.check(['--fix'])).stdout).toMatch(/^ {2}digits +0 +0 +0 +1$/m);
    expect(await read(site)).toBe(mended);
    const { mtimeMs, ino, mode } = await stat(path);
    if (process.platform !== 'win32') expect(mode & 0o777).toBe(0o640);
    await site.check(['--fix=safe']);
    expect(await stat(path)).toMatchObject({ mtimeMs, ino });
    await site.check(['--fix=all', '--front-matter']);
    expect(await read(site)).toBe(proper);
    expect((await site.check(['--fix=all', '--front-matter', '--strict'])).code).toBe(0);
    expect(await readdir(join(site.content, 'articles'))).toEqual(['pol.md']);
  });

  it('leaves nothing for a second --fix, even with words learnt from the first one', async () => {
    const site = await createMiniSite({
      'articles/a.md': articleFile({}, 'این دروازه بان خوب بود.\n\n'.repeat(13)),
      'articles/d.md': articleFile({}, 'تیم می‌رود و بازی‌های دروازه بان بین‌المللی را می‌بیند.'),
    });
    const files = () =>
      Promise.all(['a', 'd'].map((name) => readFile(join(site.content, `articles/${name}.md`), 'utf8')));
    await site.check(['--fix=all']);
    const once = await files();
    expect(once.join()).not.toContain('دروازه بان');
    await site.check(['--fix=all']);
    expect(await files()).toEqual(once);
  });

  it('mends the file that a link leads to, and keeps the link', async () => {
    const site = await createMiniSite({ 'files/pol.txt': faulty });
    await symlink('../files/pol.txt', join(site.content, 'articles/pol.md'));
    await site.check(['--fix']);
    expect(await readFile(join(site.content, 'files/pol.txt'), 'utf8')).toBe(mended);
    expect(await readdir(join(site.content, 'articles'), { withFileTypes: true })).toEqual([
      expect.objectContaining({ name: 'pol.md' }),
    ]);
    expect((await readdir(join(site.content, 'files'))).length).toBe(1);
  });

  it('gives one JSON document with stable keys', async () => {
    const site = await createMiniSite({ 'articles/pol.md': faulty.replace('[شهر]', 'شهر') });
    const { stdout, code } = await site.check(['--format', 'json', '--fix']);
    expect(code).toBe(1);
    const report = JSON.parse(stdout) as Record<'problems' | 'warnings' | 'mended', Record<string, unknown>[]>;
    expect(Object.keys(report)).toEqual(['problems', 'warnings', 'notes', 'mended']);
    expect(report.problems).toEqual([
      {
        id: 'field-type',
        file: expect.stringMatching(/articles\/pol\.md$/),
        line: 4,
        column: 1,
        field: 'tags',
        message: 'expected a list, found the text «شهر».',
        fix: 'Write:  tags: [شهر]',
      },
    ]);
    expect(report.mended.map(({ rule }) => rule)).toEqual(['digits']);
    expect(report.warnings.map(({ rule }) => rule)).toEqual([
      'title-full-stop',
      'latin-punctuation',
      'straight-quotes',
    ]);
    expect(report.warnings[1]).toEqual({
      rule: 'latin-punctuation',
      file: expect.stringMatching(/articles\/pol\.md$/),
      line: 8,
      column: 14,
      field: null,
      message: 'Latin punctuation follows Persian letters in «نفر ,».',
      fix: 'Write:  نفر،',
      found: 'نفر ,',
      proposed: 'نفر،',
      isSafe: false,
      isFixable: true,
    });
  });

  it('annotates files on GitHub', async () => {
    const site = await createMiniSite({
      'articles/a,b.md': articleFile({ tags: 'شهر' }, 'رشد 12 % بود'),
    });
    const { stdout } = await site.check(['--format', 'github']);
    const lines = stdout.trimEnd().split('\n');
    expect(lines).toHaveLength(2);
    expect(lines[0]).toMatch(
      /^::error file=.*articles\/a%2Cb\.md,line=4,col=1,title=field-type \(tags\)::expected a list/,
    );
    expect(lines[1]).toMatch(
      /^::warning file=.*a%2Cb\.md,line=7,col=5,title=separators::.*«12 %25».*%0AWrite: {2}۱۲٪$/,
    );
  });

  it('lets the settings switch rules off and know words', async () => {
    const { off, words } = { off: ['digits', 'title-full-stop'] as const, words: ['حمل\u200Cو\u200Cنقل'] };
    const site = await createMiniSite(
      { 'articles/pol.md': articleFile({ title: 'پل 12.' }, 'حملونقل شهر') },
      { ...config, orthography: { off, words } },
    );
    const { stdout } = await site.check();
    expect(stdout).not.toMatch(/\[digits\]|\[title-full-stop\]/);
    expect(stdout).toContain('Write:  حمل\u200Cو\u200Cنقل');
  });

  it('lets comments switch rules off on their lines, and warns of rules that are not there', async () => {
    const body = 'پل 12 <!-- check-disable-line digits -->\n\nپل 13 <!-- check-disable-line digit -->';
    const site = await createMiniSite({
      'articles/pol.md': articleFile({ title: 'پل 12 # check-disable-line' }, body),
    });
    const { stdout } = await site.check();
    expect(stdout.match(/\[[\w-]+\]|switches off «\w+»/g)).toEqual(['[digits]', 'switches off «digit»']);
  });

  it.each([
    ['a fix that is none', ['--fix=some']],
    ['a fix after a space', ['--fix', 'all']],
    ['a format that is none', ['--format', 'xml']],
  ])('exits with 2 for %s', async (_, args) => {
    const site = await createMiniSite({ 'articles/pol.md': faulty });
    expect((await site.check(args)).code).toBe(2);
    expect(await read(site)).toBe(faulty);
  });

  it('finds the same in many files, in several threads', async () => {
    // A day of articles without times is reported too.
    const atHour = (text: string): string => text.replace('1404/07/24', '1404/07/24 10:30');
    const files = Object.fromEntries(
      Array.from({ length: 420 }, (_, index) => [`articles/pol-${index}.md`, atHour(faulty)]),
    );
    const site = await createMiniSite(files);
    expect((await site.check(['--fix'])).stdout).toMatch(/^ +1260 +0 +840 +420$/m);
    expect(await read(site, 'pol-419.md')).toBe(atHour(mended));
  });
});

describe('build', () => {
  it('does not proofread, unless it is strict; then warnings keep the site as it was', async () => {
    const site = await createMiniSite({ 'articles/pol.md': proper });
    expect((await site.build({ strict: true })).code).toBe(0);
    const before = snapshotOf(site.out);
    await writeFile(join(site.content, 'articles/pol.md'), faulty);
    const { code, stderr } = await site.build({ strict: true });
    expect(code).toBe(1);
    expect(stderr).toMatch(/pol\.md:8:11 .*\[digits\]/);
    expect(differences(before, snapshotOf(site.out))).toEqual([]);
    expect((await site.build()).code).toBe(0);
  });
});
