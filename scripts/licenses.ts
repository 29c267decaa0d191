import { projectFolder } from '../src/engine/base/options.ts';
import { runCommand } from './command.ts';
import { listLicences } from './licences/list.ts';

await runCommand(
  {
    name: 'licenses',
    usage: '',
    summary:
      'Lists the licences of all packages that the site is built with; fails if one is not allowed. (پروانهٔ بسته‌ها را فهرست می‌کند.)',
    flags: {},
  },
  async () => {
    const packages = listLicences(projectFolder);
    const byLicence = Map.groupBy(packages, ({ licence }) => licence || '(none)');
    for (const [licence, each] of [...byLicence].toSorted(([, a], [, b]) => b.length - a.length)) {
      console.log(`${licence} (${each.length})`);
      for (const { name, version } of each) console.log(`  ${name} ${version}`);
    }
    const wrong = packages.filter(({ isAllowed }) => !isAllowed);
    for (const { name, licence } of wrong) console.error(`${name}: «${licence}» is not among the allowed licences.`);
    return wrong.length > 0 ? 1 : 0;
  },
);
