import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll } from 'vitest';
import { initNewspaper } from '../../../src/engine/template/init.ts';
import { repository } from '../../support/folders.ts';
import { sample } from '../../support/sample.ts';

/** As much of Rooznegar as the tests of releases need. */
const shipped = [
  'src/components',
  'src/core/dates',
  'src/pages',
  'src/styles',
  'tests/fixtures/import',
  'tests/fixtures/sample',
  'package.json',
];

/** Create a folder for repositories, which is removed after the tests of the file. */
export function openFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'rooznegar-newsroom-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }), 120_000);
  return folder;
}

/** Run git in a folder. @throws Error with what it printed, if it fails. */
export function git(cwd: string, ...args: readonly string[]): string {
  const settings = ['-c', 'user.name=Test', '-c', 'user.email=test@example.org', '-c', 'protocol.file.allow=always'];
  const { status, stdout, stderr } = spawnSync('git', [...settings, ...args], { cwd, encoding: 'utf8' });
  if (status !== 0) throw new Error(`git ${args.join(' ')}: ${stdout}${stderr}`);
  return stdout;
}

/** Write files of a repository and commit everything. */
export function commit(repo: string, files: Readonly<Record<string, string>>, message: string): void {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(repo, name)), { recursive: true });
    writeFileSync(join(repo, name), text);
  }
  git(repo, 'add', '--all');
  git(repo, 'commit', '--quiet', '-m', message);
}

/** Make a repository of Rooznegar as it is published: its own files of today, and the sample in the newsroom's places. */
export function createUpstream(folder: string): string {
  const repo = mkdtempSync(join(folder, 'upstream-'));
  git(repo, 'init', '--quiet', '--initial-branch=main');
  for (const name of shipped) {
    cpSync(join(repository, name), join(repo, name), { recursive: true });
  }
  cpSync(sample.content, join(repo, 'content'), { recursive: true });
  cpSync(sample.publicFolder, join(repo, 'public'), { recursive: true });
  const settings = readFileSync(sample.configFile, 'utf8').replace('../../../src/', './');
  const places = {
    'src/config.ts': settings,
    'src/custom/README.md': 'Yours.\n',
    'src/styles/own.css': '/* Yours. */\n',
  };
  commit(repo, places, 'A first release');
  git(repo, 'tag', 'v1.0.0');
  return repo;
}

/** Clone the first release as a newsroom does, and make it the newsroom's own. */
export async function createNewsroom(folder: string, upstream: string): Promise<string> {
  const repo = mkdtempSync(join(folder, 'newsroom-'));
  git(folder, 'clone', '--quiet', '--origin', 'upstream', upstream, repo);
  git(repo, 'checkout', '--quiet', '-B', 'main', 'v1.0.0');
  git(repo, 'config', 'user.name', 'Newsroom');
  git(repo, 'config', 'user.email', 'newsroom@example.org');
  const settings = { name: 'کاوش', url: 'https://kavosh.example/khabar', description: 'خبر.', messages: 'fa' as const };
  await initNewspaper(repo, { ...settings, sections: [{ slug: 'iran', name: 'ایران' }] }, Date.UTC(2026, 10, 22));
  const files = {
    'content/articles/1405/08/own.md': '---\ntitle: خبر ما\n---\nمتن.\n',
    'content/pages/about.md': '---\ntitle: درباره ما\n---\nما.\n',
    'public/images/logo.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>\n',
    'src/styles/own.css': ':root { --accent-0: #123456; }\n',
    'src/custom/Footer.astro': '<footer>کاوش</footer>\n',
    'src/pages/staff.astro': '<p>تحریریه</p>\n',
  };
  commit(repo, files, 'Our newspaper');
  return repo;
}
