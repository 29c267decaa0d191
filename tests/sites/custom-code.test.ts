import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { config } from '../fixtures/sample/config.ts';
import { openDist, readDist } from '../support/dist.ts';
import { repository } from '../support/folders.ts';
import { articleFile } from '../support/mini-site.ts';
import { copyProject, startBuildServer } from '../support/project-copy.ts';

const guide = readFileSync(join(repository, 'docs/upgrading.md'), 'utf8');
const example = (language: string): string => {
  const [, code] = new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\``, 'ms').exec(guide) ?? [];
  if (code === undefined) throw new Error(`docs/upgrading.md has no example in ${language}.`);
  return code;
};

const project = copyProject();
afterAll(() => rmSync(project, { recursive: true, force: true }));

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

  mkdirSync(join(project, 'src/own'), { recursive: true });
  writeFileSync(join(project, 'src/styles/own.css'), `/* ours */\n${example('css')}`);
  writeFileSync(join(project, 'src/own/Footer.astro'), example('astro'));
  writeFileSync(join(project, 'src/own/Wordmark.astro'), '<b class="ours">کاوش</b>\n');
  const after = await build();
  // Of equal selectors, the last one counts.
  expect(after.css.match(/--accent-0:[^;}]*/g)?.at(-1)).toBe(
    '--accent-0:var(--when-light,#0b5cad) var(--when-dark,#8cc4ff)',
  );
  expect(after.feedCss).toContain(example('css').trim());
  expect(after.feedCss).not.toContain('/* ours */');
  // The original footer, around it what is new, and in it the newsroom's own mark.
  const [footer] = /<footer class="footer">.*/s.exec(after.page) ?? [''];
  expect(footer).toMatch(/<b class="ours">کاوش<\/b>.*<\/footer>\s*<p class="licence">نقل خبرها/s);
  expect(before.page).not.toContain('licence');

  const plain = await build(true);
  expect(plain.page === before.page, 'the page without the newsroom’s code').toBe(true);
  expect(plain.css === before.css && plain.feedCss === before.feedCss, 'its styles').toBe(true);

  writeFileSync(join(project, 'src/own/Wordmark.astro'), '<b class="ours">کاوش نو</b>\n');
  expect((await build()).page).toContain('کاوش نو');
});
