import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openGit } from '../../../src/engine/template/git.ts';
import { changedPlaces, changedSinceRelease, exceptions, newsroomPlaces } from '../../../src/engine/template/places.ts';
import { repository } from '../../support/folders.ts';
import { commit, createUpstream, git, openFolder } from './newsroom.ts';

const folder = openFolder();

it('files of the newsroom and of Rooznegar are distinguished by their place', () => {
  const own = [
    'content/articles/a.md',
    'public/images/a.png',
    'public/fonts/own.woff2',
    'src/config.ts',
    'src/custom/slots/a.astro',
    'src/own/a.ts',
  ];
  const others = [
    'contents/a.md',
    'public/fonts/vazirmatn.woff2',
    'src/config.ts.md',
    'src/styles/tokens.css',
    'README.md',
  ];
  expect(changedPlaces([...own, ...others, 'src/styles/own.css'])).toEqual([...own, 'src/styles/own.css']);
});

it('the places are those that the guide names', () => {
  const [, table] = /\| yours:.*?\n\|---\|---\|\n(.*?)\n\n/s.exec(
    readFileSync(join(repository, 'docs/upgrading.md'), 'utf8'),
  )!;
  const named = Array.from(table!.matchAll(/^\| `([^`]+?)\/?` \|/gm), ([, place]) => place);
  expect(named).toEqual(newsroomPlaces);
  for (const file of exceptions) expect(table).toContain(`\`${file}\``);
});

describe('changedSinceRelease', () => {
  const released = (): string => {
    const repo = createUpstream(folder);
    commit(
      repo,
      { 'src/core/new.ts': '', 'public/fonts/vazirmatn.woff2': 'new', 'tests/fixtures/sample/x.md': '' },
      'Work',
    );
    return repo;
  };

  it('finds nothing where a release has kept to its own places', () => {
    expect(changedSinceRelease(openGit(released()))).toEqual({ release: 'v1.0.0', files: [] });
  });

  it('names files of the newsroom that were changed, added or removed since the last release', () => {
    const repo = released();
    git(repo, 'rm', '-q', 'content/pages/about.md');
    git(repo, 'mv', 'public/favicon.svg', 'favicon.svg');
    commit(repo, { 'src/config.ts': '', 'content/articles/خبر.md': '' }, 'What no release may do');
    const files = ['content/articles/خبر.md', 'content/pages/about.md', 'public/favicon.svg', 'src/config.ts'];
    expect(changedSinceRelease(openGit(repo))).toEqual({ release: 'v1.0.0', files });
  });

  it('needs releases to compare with', () => {
    const repo = released();
    git(repo, 'clone', '-q', '--depth', '1', '--no-tags', `file://${repo}`, 'shallow');
    expect(() => changedSinceRelease(openGit(join(repo, 'shallow')))).toThrow(/git fetch --unshallow --tags/);
    git(repo, 'tag', '-d', 'v1.0.0');
    expect(changedSinceRelease(openGit(repo))).toBeUndefined();
  });
});
