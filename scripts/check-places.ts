import { projectFolder } from '../src/engine/base/options.ts';
import { openGit } from '../src/engine/template/git.ts';
import { changedSinceRelease } from '../src/engine/template/places.ts';
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
    const found = changedSinceRelease(openGit(projectFolder));
    if (found === undefined) console.log('There is no release yet.');
    if (found === undefined || found.files.length === 0) return 0;
    const list = found.files.map((file) => `  ${file}`).join('\n');
    console.error(`These files belong to newsrooms, and ${found.release} is in use:\n${list}`);
    console.error('Leave them as they were: defaults belong in src/core, examples into tests/fixtures/sample.');
    return 1;
  },
);
