import { projectFolder } from '../src/engine/base/options.ts';
import { UsageError } from '../src/engine/base/errors.ts';
import { openGit } from '../src/engine/template/git.ts';
import { changedPlaces } from '../src/engine/template/places.ts';
import { runCommand } from './command.ts';

await runCommand(
  {
    name: 'lint:places',
    usage: '',
    summary: `Fails if Rooznegar itself has changed a place of the newsroom since its last release (docs/upgrading.md). For the
repository of Rooznegar alone. (برای خود روزنگار است، نه برای تحریریه‌ها.)`,
    flags: {},
  },
  async () => {
    const git = openGit(projectFolder);
    const { ok, output: release } = git.try('describe', '--tags', '--abbrev=0', '--match', 'v[0-9]*');
    if (!ok && git.read('rev-parse', '--is-shallow-repository') === 'true') {
      throw new UsageError('A shallow clone knows no releases.\n  Fetch all of it:  git fetch --unshallow --tags');
    }
    if (!ok) return void console.log('There is no release yet whose users could have a conflict.');
    const files = changedPlaces(git.list('diff', '--name-only', '--no-renames', '-z', release, 'HEAD'));
    if (files.length === 0) return 0;
    console.error(
      `These files are the newsroom’s, and ${release} is in use:\n${files.map((file) => `  ${file}`).join('\n')}`,
    );
    console.error('Leave them as they were: defaults belong into src/core, examples into tests/fixtures/sample.');
    return 1;
  },
);
