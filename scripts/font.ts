import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { projectFolder } from '../src/build/options.ts';
import { runCommand } from './command.ts';
import { subsetVazirmatn, vazirmatn } from './font/subset.ts';

await runCommand(
  {
    name: 'font',
    usage: '',
    summary:
      'Cuts Vazirmatn down to the characters of src/core/font-characters.ts, into public/fonts. (قلم سایت را می‌سازد.)',
    flags: {},
  },
  async () => {
    const font = await subsetVazirmatn();
    const folder = join(projectFolder, 'public/fonts');
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, 'vazirmatn.woff2'), font);
    await copyFile(join(vazirmatn, 'OFL.txt'), join(folder, 'OFL.txt'));
    console.log(`public/fonts/vazirmatn.woff2: ${font.length} bytes`);
  },
);
