import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { config } from '../fixtures/sample/config.ts';
import { openDist, readDist } from '../support/dist.ts';
import { repository } from '../support/folders.ts';
import { articleFile } from '../support/mini-site.ts';
import { copyProject, startBuildServer } from '../support/project-copy.ts';

const example = (document: string, language: string): string => {
  const guide = readFileSync(join(repository, document), 'utf8');
  const [, code] = new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\``, 'ms').exec(guide) ?? [];
  if (code === undefined) throw new Error(`${document} has no example in ${language}.`);
  return code;
};
const [styles, footer] = [example('docs/upgrading.md', 'css'), example('docs/overrides.md', 'astro')];

const project = copyProject();
afterAll(() => rmSync(project, { recursive: true, force: true }));

function write(files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(project, path)), { recursive: true });
    writeFileSync(join(project, path), text);
  }
}

/** Build with the code as it is now, in a process of its own. */
async function build(plain = false): Promise<{ page: string; css: string; feedCss: string }> {
  const server = startBuildServer(project);
  const out = join(project, 'newsroom/dist');
  const paths = { content: join(project, 'newsroom/content'), publicFolder: join(project, 'public'), out };
  const settings = { ...config, share: { days: 0 }, footer: [] };
  const configFile = join(project, 'src/config.ts');
  const { error } = await server.build({ ...paths, config: settings, configFile, now: Date.UTC(2026, 10, 22), plain });
  server.stop();
  expect(error).toBeUndefined();
  const dist = openDist(out);
  const read = (name: RegExp): string =>
    readDist(
      dist,
      dist.files.find((file) => name.test(file))!,
    ).toString();
  return { page: read(/^news\/.*\.html$/), css: read(/^_astro\/Base.*\.css$/), feedCss: read(/^feed\.css$/) };
}

it('styles and components of the newsroom take the place of Rooznegar’s, and can be left out', async () => {
  mkdirSync(join(project, 'newsroom/content/articles'), { recursive: true });
  writeFileSync(join(project, 'newsroom/content/articles/pol.md'), articleFile());
  const before = await build();

  write({
    'src/styles/own.css': `/* ours */\n${styles}`,
    'src/custom/Footer.astro': footer,
    // The earlier name of the folder.
    'src/own/Wordmark.astro': '<b class="ours">کاوش</b>\n',
    // From a folder deeper, the original as well.
    'src/custom/SourceLine.astro': "---\nimport Line from './parts/Line.astro';\n---\n<Line {...Astro.props} />\n",
    'src/custom/parts/Line.astro':
      '---\nimport SourceLine from \'../../components/SourceLine.astro\';\n---\n<div class="wrapped"><SourceLine {...Astro.props} /></div>\n',
  });
  const after = await build();
  // Of equal selectors, the last one counts.
  expect(after.css.match(/--measure:[^;}]*/g)?.at(-1)).toBe('--measure:31em');
  expect(after.feedCss).toContain(styles.trim());
  expect(after.feedCss).not.toContain('/* ours */');
  // The original footer, around it what is new, and in it the newsroom's own mark.
  const [shown] = /<footer class="footer">.*/s.exec(after.page) ?? [''];
  expect(shown).toMatch(/<b class="ours">کاوش<\/b>.*<\/footer>\s*<p class="licence">نقل خبرها/s);
  expect(after.page).toMatch(/<div class="wrapped"><div class="source">/);
  expect(before.page).not.toContain('licence');

  const plain = await build(true);
  expect(plain.page === before.page, 'the page without the newsroom’s code').toBe(true);
  expect(plain.css === before.css && plain.feedCss === before.feedCss, 'its styles').toBe(true);

  write({ 'src/own/Wordmark.astro': '<b class="ours">کاوش نو</b>\n' });
  expect((await build()).page).toContain('کاوش نو');
});
