import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { loadContent } from '../src/engine/content/load-content.ts';
import { projectFolder, readOptions } from '../src/engine/base/options.ts';
import { UsageError } from '../src/engine/base/errors.ts';
import { runCommand } from './command.ts';
import { measureFallback } from './font/fallback.ts';
import { subsetVazirmatn, vazirmatn } from './font/subset.ts';
import { startBrowser } from './bench/search/browser.ts';

const folder = 'public/fonts';
const published = join(projectFolder, folder, 'vazirmatn.woff2');
// The tests' sample is published with the same font.
const folders = ['.', 'tests/fixtures/sample'].map((name) => join(projectFolder, name, folder));

await runCommand(
  {
    name: 'font',
    usage: '[-- --fallback NAME[=FILE] … --weight N]',
    summary: `Subsets Vazirmatn to the characters of src/core/content/font-characters.ts, into public/fonts. (قلم سایت را می‌سازد.)
With --fallback it measures the adjustments of fallback fonts for src/styles/tokens.css instead.`,
    flags: { weight: 'the weight of the fallback (400)' },
    lists: { fallback: 'a font of this machine by its full name, or its file' },
  },
  async ({ flags, lists }) => {
    const weight = Number(flags['weight'] ?? 400);
    if (!(weight >= 400 && weight <= 700)) throw new UsageError('--weight: expected a number from 400 to 700.');
    const { fallback } = lists;
    return fallback ? measureFallbacks(fallback, weight) : makeFont();
  },
);

async function makeFont(): Promise<void> {
  const font = await subsetVazirmatn();
  for (const each of folders) {
    await mkdir(each, { recursive: true });
    await writeFile(join(each, 'vazirmatn.woff2'), font);
    await copyFile(join(vazirmatn, 'OFL.txt'), join(each, 'OFL.txt'));
  }
  console.log(`${folder}/vazirmatn.woff2: ${font.length} bytes`);
}

async function measureFallbacks(names: readonly string[], weight: number): Promise<void> {
  const { articles } = await loadContent(await readOptions({}));
  const text = articles.map(({ body }) => body.text).join('\n');
  const browser = await startBrowser();
  try {
    const page = await browser.newPage();
    for (const given of names) {
      const [name = '', file] = given.split('=');
      const source = file === undefined ? `local(${JSON.stringify(name)})` : await dataUrl(file);
      const question = { source, weight, vazirmatn: await dataUrl(published), text };
      const metrics = await measureFallback(page, question).catch(() => {
        throw new UsageError(`--fallback: the browser can’t find a font «${name}».`);
      });
      console.log(
        `${name} ${weight}: size-adjust: ${metrics.sizeAdjust}%; ascent-override: ${metrics.ascentOverride}%; descent-override: ${metrics.descentOverride}%`,
      );
    }
  } finally {
    await browser.close();
  }
}

async function dataUrl(file: string): Promise<string> {
  return `url(data:font/woff2;base64,${(await readFile(file)).toString('base64')})`;
}
