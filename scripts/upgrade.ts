import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import type { MessageLanguage } from '../src/core/problems/problem.ts';
import { MachineError } from '../src/engine/base/errors.ts';
import { projectFolder, readOptions } from '../src/engine/base/options.ts';
import { compareSites, sumUpFiles } from '../src/engine/template/compare-sites.ts';
import { type Git, openGit } from '../src/engine/template/git.ts';
import { findUpgrade, mergeRelease } from '../src/engine/template/merge-release.ts';
import { handNotes } from '../src/engine/template/release-notes.ts';
import { adviceFor, upgradeTexts } from './upgrade/texts.ts';
import { runCommand } from './command.ts';

const changelog = join(projectFolder, 'CHANGELOG.md');
const asideFolder = '.cache/upgrade';
const aside = join(projectFolder, asideFolder);

await runCommand(
  {
    name: 'upgrade',
    usage: '[-- RELEASE --remote NAME]',
    summary: `Merges a release of Rooznegar, checks the content, builds the site aside and lists what would change. Your own places
stay as they are (docs/upgrading.md). (نسخهٔ تازهٔ روزنگار را می‌گیرد و نشان می‌دهد چه عوض می‌شود.)

RELEASE is a tag or branch of the remote repository; without it, the newest release.`,
    flags: { remote: 'the remote repository of Rooznegar (upstream)' },
    takesWords: true,
  },
  async ({ flags, words }) => {
    const { config, out } = await readOptions({});
    const language = (flags['lang'] ?? config.messages) as MessageLanguage;
    const texts = upgradeTexts[language];
    const git = openGit(projectFolder);
    const { commit, name, isMerged } = findUpgrade(git, flags['remote'] ?? 'upstream', words);
    const before = git.read('rev-parse', 'HEAD');
    const known = readChangelog();
    if (isMerged) console.log(texts.merged(name));
    else {
      const conflicts = mergeRelease(git, commit, name);
      if (conflicts.length > 0) {
        const lines = conflicts.map((file) => `  ${file}\n    ${adviceFor(file)[language]}`);
        console.error([texts.conflicts(name), ...lines, texts.afterConflicts].join('\n'));
        return 1;
      }
      console.log(texts.merging(name));
    }
    for (const note of handNotes(known, readChangelog())) console.log(texts.byHand(note));
    const works = tryOut(git, before, texts.failed);
    if (works && existsSync(out)) {
      const { added, changed, removed } = compareSites(out, aside);
      console.log(texts.compared(added.length, changed.length, removed.length));
      const signs = { '+': added, '~': changed, '-': removed };
      for (const [sign, files] of Object.entries(signs))
        for (const line of sumUpFiles(files)) console.log(`  ${sign} ${line}`);
    }
    if (works) console.log(texts.seeIt(aside));
    if (!isMerged) console.log(texts.goBack(before.slice(0, 12)));
    return works ? 0 : 1;
  },
);

/**
 * Install the release's packages, check the content, and build the site into a separate folder. @returns Whether all of
 * it succeeded.
 */
function tryOut(git: Git, before: string, explain: (command: string) => string): boolean {
  const needsInstall = git.read('diff', '--name-only', before, 'HEAD', '--', 'package-lock.json') !== '';
  const commands = [
    ...(needsInstall ? [['ci']] : []),
    ['run', '--silent', 'check'],
    ['run', '--silent', 'build', '--', '--out', asideFolder],
  ];
  return commands.every((args) => {
    const works = runNpm(args);
    if (!works) console.error(explain(`npm ${args.join(' ')}`));
    return works;
  });
}

// `npm ci` replaces the Node in node_modules, so npm itself must run with another one.
function runNpm(args: readonly string[]): boolean {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  const path = folders.filter((folder) => !folder.startsWith(join(projectFolder, 'node_modules'))).join(delimiter);
  const { status, error } = spawnSync('npm', args, {
    cwd: projectFolder,
    env: { ...process.env, PATH: path },
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (error) throw new MachineError(`npm can’t be started: ${error.message}`, { cause: error });
  return status === 0;
}

function readChangelog(): string {
  return existsSync(changelog) ? readFileSync(changelog, 'utf8') : '';
}
