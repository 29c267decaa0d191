import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { openGit } from '../../../src/engine/template/git.ts';
import { findUpgrade, mergeRelease } from '../../../src/engine/template/merge-release.ts';
import { exceptions, newsroomPlaces } from '../../../src/engine/template/places.ts';
import { commit, createNewsroom, createUpstream, git, openFolder } from './newsroom.ts';

// Each test starts many processes of git.
vi.setConfig({ hookTimeout: 120_000 });

const folder = openFolder();

const sampleArticle = 'content/articles/1405/08/metro-khat-hasht.md';
const spared = exceptions.map((file) => `:(exclude)${file}`);

/** The newsroom's files with their contents, as git knows them. */
const placesOf = (repo: string, commit = 'HEAD'): string =>
  git(repo, 'ls-tree', '-r', commit, '--', ...newsroomPlaces)
    .split('\n')
    .filter((line) => !exceptions.some((file) => line.endsWith(file)))
    .join('\n');

const upgrade = (repo: string, ...words: readonly string[]): readonly string[] => {
  const { commit, name } = findUpgrade(openGit(repo), 'upstream', words);
  return mergeRelease(openGit(repo), commit, name);
};

const edit = (repo: string, file: string, from: RegExp, to: string): Record<string, string> => {
  const text = readFileSync(join(repo, file), 'utf8');
  expect(text).toMatch(from);
  return { [file]: text.replace(from, to) };
};

let upstream: string;
let repo: string;

describe('a release that keeps to its own places', () => {
  beforeAll(() => {
    upstream = createUpstream(folder);
    for (const [from, to] of [
      ['src/core/dates', 'src/core/calendar'],
      ['src/components', 'src/parts'],
      ['tests/fixtures/import', 'tests/fixtures/imports'],
    ] as const)
      renameSync(join(upstream, from), join(upstream, to));
    const files = {
      ...edit(upstream, 'src/styles/tokens.css', /29\.5/, '31'),
      ...edit(upstream, 'package.json', /"version": ".*"/, '"version": "1.10.0"'),
      'public/fonts/vazirmatn.woff2': 'another font',
      'tests/fixtures/sample/content/articles/new.md': '---\ntitle: خبر نمونه\n---\nمتن.\n',
    };
    commit(upstream, files, 'Rooms, and a new font');
    git(upstream, 'tag', 'v1.10.0');
    git(upstream, 'tag', 'v1.9.0', 'v1.0.0');
    git(upstream, 'tag', 'v2.0.0-rc.1', 'v1.0.0');
  });
  beforeEach(async () => {
    repo = await createNewsroom(folder, upstream);
  });

  it('is merged by plain git without a conflict, and nothing of the newsroom changes', () => {
    git(repo, 'merge', '--no-edit', '-m', 'Upgrade', 'upstream/main');
    expect(placesOf(repo)).toBe(placesOf(repo, 'HEAD~1'));
    expect(existsSync(join(repo, sampleArticle))).toBe(false);
    expect(readFileSync(join(repo, 'src/pages/staff.astro'), 'utf8')).toContain('تحریریه');
  });

  it('is what npm run upgrade takes: the highest tag, no pre-release, with the new font', () => {
    const found = findUpgrade(openGit(repo), 'upstream', []);
    expect(found).toEqual({ name: 'v1.10.0', commit: git(upstream, 'rev-parse', 'v1.10.0').trim(), isMerged: false });
    expect(upgrade(repo)).toEqual([]);
    expect(placesOf(repo)).toBe(placesOf(repo, 'HEAD~1'));
    expect(readFileSync(join(repo, 'public/fonts/vazirmatn.woff2'), 'utf8')).toBe('another font');
    expect(git(repo, 'status', '--porcelain')).toBe('');
    expect(findUpgrade(openGit(repo), 'upstream', [])).toMatchObject({ isMerged: true });
  });

  it('moves no file that the newsroom has put beside those of Rooznegar', () => {
    commit(repo, { 'src/components/Banner.astro': '<p>کاوش</p>\n' }, 'A component of ours');
    expect(upgrade(repo)).toEqual([]);
    expect(existsSync(join(repo, 'src/components/Banner.astro'))).toBe(true);
    expect(existsSync(join(repo, 'src/parts/Banner.astro'))).toBe(false);
  });
});

describe('a release that changes what is the newsroom’s', () => {
  beforeAll(() => {
    upstream = createUpstream(folder);
    const files = {
      ...edit(upstream, sampleArticle, /$/, '\nسطر تازه.\n'),
      ...edit(upstream, 'src/config.ts', /name: '.*'/, "name: 'دیگری'"),
      ...edit(upstream, 'src/styles/own.css', /Yours/, 'Ours'),
      'content/articles/1405/09/back.md': '---\ntitle: خبر نمونه\n---\nمتن.\n',
      'public/images/new.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>\n',
      'src/custom/Masthead.astro': '<header></header>\n',
    };
    commit(upstream, files, 'What no release may do');
    git(upstream, 'tag', 'v1.1.0');
  });
  beforeEach(async () => {
    repo = await createNewsroom(folder, upstream);
  });

  it('has conflicts and brings files in plain git, and neither in npm run upgrade', () => {
    expect(() => git(repo, 'merge', '--no-edit', 'v1.1.0')).toThrow(/CONFLICT.*src\/config\.ts/s);
    expect(existsSync(join(repo, 'content/articles/1405/09/back.md'))).toBe(true);
    git(repo, 'merge', '--abort');
    expect(upgrade(repo)).toEqual([]);
    expect(placesOf(repo)).toBe(placesOf(repo, 'HEAD~1'));
    expect(git(repo, 'rev-list', '--count', 'HEAD~1..HEAD')).toBe('2\n');
  });

  it('leaves a folder away that the newsroom has emptied', () => {
    git(repo, 'rm', '-rq', 'public');
    git(repo, 'commit', '-qm', 'No files of ours');
    expect(upgrade(repo)).toEqual([]);
    expect(git(repo, 'ls-files', '--', 'public', ...spared)).toBe('');
  });

  it('brings places that are new to the newsroom', async () => {
    const old = createUpstream(folder);
    git(old, 'rm', '-rq', 'src/custom', 'src/styles/own.css');
    git(old, 'commit', '-q', '--amend', '--no-edit');
    git(old, 'tag', '-f', 'v1.0.0');
    const newsroom = await createNewsroom(folder, old);
    git(newsroom, 'rm', '-rq', 'src/custom', 'src/styles/own.css');
    git(newsroom, 'commit', '-qm', 'Before own places');
    commit(old, { 'src/custom/README.md': 'Yours.\n', 'src/styles/own.css': '/* Yours. */\n' }, 'Own places');
    git(old, 'tag', 'v1.1.0');
    expect(upgrade(newsroom)).toEqual([]);
    expect(readFileSync(join(newsroom, 'src/styles/own.css'), 'utf8')).toBe('/* Yours. */\n');
  });
});

describe('a merge', () => {
  beforeAll(() => {
    upstream = createUpstream(folder);
    commit(upstream, edit(upstream, 'src/styles/tokens.css', /29\.5/, '31'), 'Wider text');
    git(upstream, 'tag', 'v1.1.0');
  });
  beforeEach(async () => {
    repo = await createNewsroom(folder, upstream);
  });

  it('names files of Rooznegar that both have changed, and can be taken back', () => {
    commit(repo, edit(repo, 'src/styles/tokens.css', /29\.5/, '27'), 'Narrower text');
    expect(upgrade(repo)).toEqual(['src/styles/tokens.css']);
    git(repo, 'merge', '--abort');
    expect(git(repo, 'status', '--porcelain')).toBe('');
  });

  it('is not begun over changes that are not committed', () => {
    writeFileSync(join(repo, 'src/config.ts'), 'unsaved');
    expect(() => upgrade(repo)).toThrow(/not committed.*git stash/s);
  });

  it('does not touch files that git does not know', () => {
    writeFileSync(join(repo, 'content/draft.md'), 'نوشته');
    expect(upgrade(repo)).toEqual([]);
    expect(readFileSync(join(repo, 'content/draft.md'), 'utf8')).toBe('نوشته');
  });

  it('tells how to add the repository of Rooznegar, and that it has no such release', () => {
    expect(() => upgrade(repo, 'v9.9.9')).toThrow(/upstream does not give «v9\.9\.9»/);
    git(repo, 'remote', 'remove', 'upstream');
    expect(() => upgrade(repo)).toThrow(/git remote add upstream ADDRESS/);
  });

  it('needs a commit in common, and says where that is explained', () => {
    git(repo, 'checkout', '--quiet', '--orphan', 'alone');
    commit(repo, {}, 'All at once');
    expect(() => upgrade(repo)).toThrow(/no commit in common.*docs\/upgrading\.md/s);
    // What that text tells to do.
    git(repo, 'merge', '--allow-unrelated-histories', '--strategy', 'ours', '-m', 'Begun with v1.0.0', 'v1.0.0');
    expect(upgrade(repo)).toEqual([]);
    expect(readFileSync(join(repo, 'src/styles/tokens.css'), 'utf8')).toContain('calc(31 * ');
  });
});
