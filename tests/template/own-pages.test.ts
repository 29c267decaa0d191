import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { differences, snapshotOf } from '../support/dist.ts';
import { openNewsroomProject } from '../support/newsroom-project.ts';

const project = openNewsroomProject();
const read = (file: string, out = 'dist'): string => readFileSync(join(project.folder, out, file), 'utf8');

const page = (body: string, script = ''): string => `---\n${script}\n---\n<html lang="fa" dir="rtl">
<head><title>صفحه</title></head><body>${body}</body></html>\n`;

/** A picture of one pixel. */
const pixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

project.write({
  'src/custom/dot.png': pixel,
  'src/widgets/Box.astro': '<p class="box">جعبهٔ یک</p>\n<style>.box { color: teal }</style>\n',
  'src/pages/live.astro': page(
    '<Box /><img src={dot.src} width={dot.width}><p>{site.articles.length} خبر</p><script>document.body.dataset.live = "yes";</script>',
    "import Box from '../widgets/Box.astro';\nimport dot from '../custom/dot.png';\nimport { site } from '../site.ts';",
  ),
  'src/pages/شهر/[id].astro': page(
    '<h1>{title}</h1>',
    "import { site } from '../../site.ts';\nexport const getStaticPaths = () => site.articles.map(({ slug, title }) => ({ params: { id: slug }, props: { title } }));\nconst { title } = Astro.props;",
  ),
  'src/pages/note.md': '---\ntitle: یادداشت\n---\n\nیک **یادداشت**.\n',
  'src/pages/data.json.ts':
    "import { site } from '../site.ts';\nexport const GET = () => Response.json(site.articles.map(({ title }) => title));\n",
  'src/pages/files/[name].txt.js':
    "export const getStaticPaths = () => [{ params: { name: 'الف' } }];\nexport const GET = ({ params }) => new Response(params.name);\n",
  'src/injected/Injected.astro': page('<p>{Astro.url.pathname}</p><p>{word}</p>', "import word from 'virtual:word';"),
  'astro.config.mjs': `import { defineConfig } from 'astro/config';
import { rooznegar } from './src/engine/astro.ts';
const words = {
  name: 'words',
  resolveId: (id) => (id === 'virtual:word' ? '\\0word' : undefined),
  load: (id) => (id === '\\0word' ? 'export default "واژه"' : undefined),
};
const injecting = {
  name: 'injecting',
  hooks: {
    'astro:config:setup': ({ injectRoute, injectScript }) => {
      for (const pattern of ['/injected/a', '/injected/b']) injectRoute({ pattern, entrypoint: './src/injected/Injected.astro' });
      injectScript('page', 'document.body.dataset.injected = "yes";');
    },
  },
};
export default defineConfig({ integrations: [rooznegar(), injecting], vite: { plugins: [words] } });
`,
});

describe('a newsroom’s own pages', () => {
  it('come out of npm run build: pages, markdown, endpoints, routes of integrations, scripts, modules of plugins', async () => {
    const { code, output } = await project.npm('build');
    expect([code, output]).toEqual([0, expect.stringContaining('2 articles')]);
    expect(read('live/index.html')).toMatch(/جعبهٔ یک.*2 خبر.*<script type="module" src="\/_astro\//s);
    expect(read('شهر/پل/index.html')).toContain('<h1>پل تازه رودخانه باز شد</h1>');
    expect(read('note/index.html')).toContain('<strong>یادداشت</strong>');
    expect(JSON.parse(read('data.json'))).toHaveLength(2);
    expect(read('files/الف.txt')).toBe('الف');
    expect(read('injected/a/index.html')).toMatch(/\/injected\/a\/.*واژه/s);
    expect(read('injected/b/index.html')).toContain('/injected/b/');
    const [, picture] = /<img src="(\/_astro\/[^"]+\.png)" width="1">/.exec(read('live/index.html'))!;
    expect(readFileSync(join(project.folder, 'dist', picture!))).toEqual(pixel);
    const scripts = [...read('live/index.html').matchAll(/src="(\/_astro\/[^"]+)"/g)].map(([, src]) =>
      read(src!.slice(1)),
    );
    expect(scripts.join()).toMatch(/dataset\.live.*|dataset\.injected/s);
    expect(scripts.filter((script) => script.includes('dataset'))).toHaveLength(2);
  });

  it('are the same by npx astro build, which publishes what differs only', async () => {
    const { code, output } = await project.astro('build', '--outDir', 'other');
    expect([code, output]).toEqual([0, expect.stringContaining('2 articles')]);
    expect(differences(snapshotOf(join(project.folder, 'dist')), snapshotOf(join(project.folder, 'other')))).toEqual(
      [],
    );
    const again = await project.astro('build');
    expect(again.stdout).toContain('0 changed, 0 removed');
  });

  it('are in the sitemap, but for endpoints', () => {
    const listed = read('sitemap-1.xml');
    for (const path of ['live', 'note', `${encodeURIComponent('شهر')}/${encodeURIComponent('پل')}`, 'injected/b'])
      expect(listed).toContain(`/${path}/</loc>`);
    expect(listed).not.toContain('data.json');
  });

  it('follow the content', async () => {
    project.write({ 'content/pages/contact.md': '---\ntitle: تماس\n---\n\nمتن.\n' });
    project.remove('content/articles/metro.md');
    expect((await project.npm('build')).code).toBe(0);
    expect(read('live/index.html')).toContain('1 خبر');
    expect(existsSync(join(project.folder, 'dist/شهر/metro'))).toBe(false);
    expect(JSON.parse(read('data.json'))).toHaveLength(1);
  });

  it.each([[], ['--clean']])('follow components in any folder (%s)', async (...flags) => {
    const word = flags.length > 0 ? 'جعبهٔ سه' : 'جعبهٔ دو';
    project.write({ 'src/widgets/Box.astro': `<p class="box">${word}</p>\n` });
    expect((await project.npm('build', ...flags)).code).toBe(0);
    expect(read('live/index.html')).toContain(word);
  });

  it('follow files outside src that they import', async () => {
    project.write({
      'data/poll.json': '{"question":"یک؟"}',
      'src/pages/poll.astro': page('<p>{poll.question}</p>', "import poll from '../../data/poll.json';"),
    });
    expect((await project.npm('build')).code).toBe(0);
    expect(read('poll/index.html')).toContain('یک؟');
    project.write({ 'data/poll.json': '{"question":"دو؟"}' });
    expect((await project.npm('build')).code).toBe(0);
    expect(read('poll/index.html')).toContain('دو؟');
  });
});
