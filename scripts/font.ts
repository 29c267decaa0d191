import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { loadContent } from '../src/engine/content/load-content.ts';
import { projectFolder, readOptions } from '../src/engine/base/options.ts';
import { UsageError } from '../src/engine/base/errors.ts';
import { isWoff2 } from '../src/engine/base/own-fonts.ts';
import { runCommand } from './command.ts';
import { measureFallback, measureOwn, type TextFont } from './font/fallback.ts';
import { licences, makeFonts } from './font/subset.ts';
import { startBrowser } from './bench/search/browser.ts';

const folder = join(projectFolder, 'src/fonts');
const vazirmatn = join(folder, 'vazirmatn-persian.woff2');

await runCommand(
  {
    name: 'font',
    usage: '[-- --own FILE … | --fallback NAME[=FILE] … --weight N]',
    summary: `Makes the font files of src/fonts: Vazirmatn and Noto Naskh Arabic with the characters of src/core/fonts/characters.ts.
(قلم‌های سایت را می‌سازد.) With --own it measures a font of your own instead, for the setting «fonts»; with --fallback, a
font that stands in until the site’s font is there, for src/core/fonts/fallbacks.ts.`,
    flags: { weight: 'the weight of the fallback (400)' },
    lists: {
      own: 'a file .woff2: a variable font, or first the regular and then the bold one',
      fallback: 'a font of this machine by its full name, or its file',
    },
  },
  async ({ flags, lists }) => {
    const weight = Number(flags['weight'] ?? 400);
    if (!(weight >= 400 && weight <= 700)) throw new UsageError('--weight: expected a number from 400 to 700.');
    const { fallback, own } = lists;
    if (own) return printOwn(own);
    return fallback ? printFallbacks(fallback, weight) : writeFonts();
  },
);

async function writeFonts(): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const [name, font] of await makeFonts()) {
    await writeFile(join(folder, name), font);
    console.log(`src/fonts/${name}: ${font.length} bytes`);
  }
  for (const [name, file] of Object.entries(licences)) await copyFile(file, join(folder, name));
}

async function printOwn(files: readonly string[]): Promise<void> {
  for (const file of files) {
    const bytes = await readFile(file).catch(() => {
      throw new UsageError(`--own: there is no file ${file}.`, `‎--own: پروندهٔ ${file} نیست.`);
    });
    if (!isWoff2(bytes))
      throw new UsageError(`--own: ${file} is not a WOFF2 font.`, `‎--own: ${file} قلمی با قالب WOFF2 نیست.`);
  }
  const [regular = '', bold = regular] = files;
  const { width, ascent, descent } = await withText(async (page, text) =>
    measureOwn(page, {
      regular: await dataUrl(regular),
      bold: await dataUrl(bold),
      text: text(await dataUrl(vazirmatn)),
    }),
  );
  console.log(`metrics: { width: [${width.join(', ')}], ascent: ${ascent}, descent: ${descent} },`);
}

async function printFallbacks(names: readonly string[], weight: number): Promise<void> {
  await withText(async (page, text) => {
    const reference = text(await dataUrl(vazirmatn));
    for (const given of names) {
      const [name = '', file] = given.split('=');
      const source = file === undefined ? `local(${JSON.stringify(name)})` : await dataUrl(file);
      const scale = await measureFallback(page, { ...reference, source, weight }).catch(() => {
        throw new UsageError(`--fallback: the browser can’t find a font «${name}».`);
      });
      console.log(`${name} ${weight}: scale ${scale}`);
    }
  });
}

/** Run a function with a browser page and the text of all articles, for measuring. */
async function withText<Result>(
  run: (
    page: Awaited<ReturnType<Awaited<ReturnType<typeof startBrowser>>['newPage']>>,
    text: (vazirmatn: string) => TextFont,
  ) => Promise<Result>,
): Promise<Result> {
  const { articles } = await loadContent(await readOptions({}));
  const text = articles.map(({ body }) => body.text).join('\n');
  const browser = await startBrowser();
  try {
    return await run(await browser.newPage(), (font) => ({ vazirmatn: font, text }));
  } finally {
    await browser.close();
  }
}

async function dataUrl(file: string): Promise<string> {
  return `url(data:font/woff2;base64,${(await readFile(file)).toString('base64')})`;
}
