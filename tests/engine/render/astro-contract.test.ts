import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { runNode } from '../../support/command.ts';
import { repository } from '../../support/folders.ts';

/**
 * What the engine relies on in Astro, each by itself: after an upgrade, the names of the tests that fail say what has changed.
 * A small project of plain Astro is built by Astro alone, and by the module and the plugin with which the engine renders.
 */
const folder = mkdtempSync(join(tmpdir(), 'rooznegar-astro-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const files: Readonly<Record<string, string>> = {
  'package.json': '{ "type": "module" }',
  'src/Box.astro': '<p class="box"><slot /></p>\n<style>.box { color: teal }</style>\n',
  'src/pages/index.astro':
    '---\nimport Box from "../Box.astro";\n---\n<html><head><title>x</title></head><body><Box>یک</Box><script>document.title = "y";</script></body></html>\n',
  'src/pages/404.astro': '<html><body>نیست</body></html>\n',
  'src/pages/شهر/[id].astro':
    '---\nexport const getStaticPaths = () => globalThis.words.map((id) => ({ params: { id }, props: { size: id.length } }));\n---\n<html><body>{Astro.params.id} {Astro.props.size} {Astro.url.pathname}</body></html>\n',
  'src/pages/note.md': '# یادداشت\n\n**متن**\n',
  'src/pages/data.json.ts': 'export const GET = () => Response.json({ words: globalThis.words });\n',
  'src/pages/broken.astro':
    '---\nif (globalThis.words.length > 2) throw new Error("no luck");\n---\n<html><body>x</body></html>\n',
  'build.mjs': `
import { cpSync, readdirSync, writeFileSync, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { build } from 'astro';
import { pageEntry } from '${pathToFileURL(join(repository, 'src/engine/render/entry-plugin.ts')).href}';
globalThis.words = ['الف', 'بِ=&, ی'];
const settings = { root: import.meta.dirname, site: 'https://a.example', logLevel: 'error', trailingSlash: 'always', build: { inlineStylesheets: 'never' }, vite: { build: { assetsInlineLimit: 0 } } };
await build({ ...settings, outDir: './plain' });
const order = [];
const bundled = { folder: '', entry: '', inputs: new Set() };
await build({ ...settings, outDir: './ours', integrations: [{ name: 'x', hooks: {
  'astro:config:setup': ({ updateConfig }) => { order.push('config:setup'); updateConfig({ vite: { plugins: [pageEntry(bundled)] } }); },
  'astro:routes:resolved': () => order.push('routes:resolved'),
  'astro:config:done': () => order.push('config:done'),
  'astro:build:start': ({ setPrerenderer }) => {
    order.push('build:start');
    setPrerenderer({ name: 'x', getStaticPaths: async () => [], render: async () => new Response(), teardown: async () => { order.push('teardown'); cpSync(bundled.folder, './code', { recursive: true }); } });
  },
  'astro:build:done': ({ pages }) => order.push('build:done ' + pages.length),
} }] });
writeFileSync('order.json', JSON.stringify(order));
const { openApp } = await import(join(import.meta.dirname, 'code', bundled.entry));
const app = openApp();
const results = {};
for (const { pathname, route } of await app.listPaths(() => true)) {
  const name = pathname.replace(/^\\/+|\\/+$/g, '');
  const path = route.type === 'endpoint' ? '/' + name : name === '' ? '/' : '/' + name + '/';
  const response = await app.render(new Request('https://a.example' + encodeURI(path)), route);
  const file = join('ours', route.type === 'endpoint' ? name : name === '404' ? '404.html' : join(name, 'index.html'));
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, new Uint8Array(await response.arrayBuffer()));
  results[path] = response.status;
}
globalThis.words = ['تنها', 'دو', 'سه'];
const other = openApp();
const paths = (await other.listPaths(({ route }) => route === '/شهر/[id]')).map(({ pathname }) => pathname);
const dynamic = other.routes.find(({ route }) => route === '/شهر/[id]');
const page = await (await other.render(new Request('https://a.example' + encodeURI('/شهر/تنها/')), dynamic)).text();
const error = await other.render(new Request('https://a.example/broken/'), other.routes.find(({ route }) => route === '/broken')).then(() => '', ({ message }) => message);
writeFileSync('results.json', JSON.stringify({ results, paths, page, error, scripts: other.inlineScripts }));
`,
};

for (const [path, text] of Object.entries(files)) {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}
symlinkSync(join(repository, 'node_modules'), join(folder, 'node_modules'));
const built = await runNode(['build.mjs'], folder, { ASTRO_TELEMETRY_DISABLED: '1' });
const read = (file: string): string => readFileSync(join(folder, file), 'utf8');
const snapshot = (out: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(join(folder, out), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => join(parentPath, name).slice(join(folder, out).length + 1))
      .toSorted()
      .map((file) => [file, read(join(out, file))]),
  );

describe('Astro', () => {
  it('bundles our entry with the pages, and builds', () => {
    expect([built.code, built.output]).toEqual([0, '']);
  });

  it('renders by createApp what its own build renders: pages, markdown, endpoints, styles, scripts', () => {
    const plain = snapshot('plain');
    expect(Object.keys(plain).length).toBeGreaterThan(7);
    expect(snapshot('ours')).toEqual(plain);
  });

  it('answers 200, and 404 for the page of missing addresses only', () => {
    const { results } = JSON.parse(read('results.json')) as { results: Record<string, number> };
    expect(Object.entries(results).filter(([, status]) => status !== 200)).toEqual([['/404/', 404]]);
  });

  it('forgets the paths of one app when another is opened', () => {
    const { paths, page } = JSON.parse(read('results.json')) as { paths: string[]; page: string };
    expect(paths).toEqual(['/شهر/تنها/', '/شهر/دو/', '/شهر/سه/']);
    expect(page).toContain('تنها 4');
  });

  it('lets an app throw what a page throws', () => {
    expect(JSON.parse(read('results.json'))).toMatchObject({ error: 'no luck', scripts: [] });
  });

  it('calls hooks in the order in which the engine uses them', () => {
    expect(JSON.parse(read('order.json'))).toEqual([
      'config:setup',
      'routes:resolved',
      'config:done',
      // Once more with the routes of Astro itself: the last one counts.
      'routes:resolved',
      'build:start',
      'teardown',
      'build:done 0',
    ]);
  });
});
