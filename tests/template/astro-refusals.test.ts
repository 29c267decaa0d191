import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { CommandResult } from '../support/command.ts';
import { openNewsroomProject } from '../support/newsroom-project.ts';

const project = openNewsroomProject();
const page = (body: string, script = ''): string =>
  `---\n${script}\n---\n<html lang="fa"><body>${body}</body></html>\n`;
const config = (settings: string): string => `import { defineConfig } from 'astro/config';
import { rooznegar } from './src/engine/astro.ts';
export default defineConfig({ ${settings} });
`;
/** A picture of one pixel. */
const pixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

type Case = [what: string, files: Record<string, string | Uint8Array>, said: RegExp];

const settings: Case = [
  'settings and integrations that could have no effect, all at once',
  {
    'astro.config.mjs': config(
      "redirects: { '/old': '/new' }, integrations: [rooznegar(), { name: '@astrojs/sitemap', hooks: { 'astro:build:done': () => {} } }]",
    ),
    'src/middleware.ts': 'export const onRequest = (_: unknown, next: () => unknown) => next();',
    'src/tail.css': "@import 'tailwindcss';",
  },
  /redirects: .*\n.*@astrojs\/sitemap: .*\n.*src\/middleware\.ts: .*\n.*src\/tail\.css: /,
];
const image: Case = [
  '<Image>',
  {
    'src/pages/picture.astro': page(
      '<Image src={dot} alt="x" />',
      "import { Image } from 'astro:assets';\nimport dot from '../dot.png';",
    ),
    'src/dot.png': pixel,
  },
  /src\/pages\/picture\.astro, \/picture\/: <Image>.*public\//,
];
const renderer = {
  'renderer.js': "export default { check: () => true, renderToStaticMarkup: () => ({ html: '<p>x</p>' }) };",
  'client.js': 'export default () => () => {};',
  'astro.config.mjs':
    config(`integrations: [rooznegar(), { name: 'ui', hooks: { 'astro:config:setup': ({ addRenderer }) =>
    addRenderer({
      name: 'ui',
      serverEntrypoint: import.meta.dirname + '/renderer.js',
      clientEntrypoint: import.meta.dirname + '/client.js',
    }) } }]`),
};

const cases: readonly Case[] = [
  settings,
  image,
  [
    'an inline script of an integration',
    {
      'astro.config.mjs': config(
        "integrations: [rooznegar(), { name: 'x', hooks: { 'astro:config:setup': ({ injectScript }) => injectScript('head-inline', 'let a;') } }]",
      ),
    },
    /head-inline.*«page»: let a;/,
  ],
  [
    'a page on demand',
    { 'src/pages/now.astro': page('x', 'export const prerender = false;') },
    /src\/pages\/now\.astro: /,
  ],
  [
    'an island of Astro',
    {
      ...renderer,
      'src/pages/poll.astro': page('<Poll client:load />', "import Poll from '../Poll.js';"),
      'src/Poll.js': 'export default function Poll() {}',
    },
    /src\/pages\/poll\.astro, \/poll\/: client:\*.*own-pages\.md/,
  ],
  [
    'pages with the names of an article',
    { 'src/pages/news/metro.astro': page('x') },
    /news\/metro\/index\.html.*src\/pages\/news\/metro\.astro.*\[slug\]\.astro/,
  ],
  [
    'a page with the name of a file of public/',
    { 'src/pages/ad.txt.ts': 'export const GET = () => new Response("");', 'public/ad.txt': 'x' },
    /ad\.txt.*src\/pages\/ad\.txt\.ts; public\/ad\.txt/,
  ],
  [
    'an address that leads out of the site',
    {
      'src/pages/z/[...x].txt.ts':
        'export const getStaticPaths = () => [{ params: { x: "../../y" } }];\nexport const GET = () => new Response("");',
    },
    /\[\.\.\.x\]\.txt\.ts: «\/z\/\.\.\/\.\.\/y\.txt»/,
  ],
];

describe.each<[command: string, build: () => Promise<CommandResult>, cases: readonly Case[]]>([
  ['npm run build', () => project.npm('build'), cases],
  ['npx astro build', () => project.astro('build'), [settings, image]],
])('%s', (_, build, some) => {
  it.each(some)('refuses %s, and says why', async (_what, files, said) => {
    project.write(files);
    try {
      const { code, output } = await build();
      expect(output).toMatch(said);
      expect(output).not.toMatch(/^\s+at .*\d+:\d+/m);
      expect(code).toBeGreaterThan(0);
      expect(existsSync(join(project.folder, 'dist'))).toBe(false);
    } finally {
      project.remove(...Object.keys(files));
      project.write({ 'astro.config.mjs': config('integrations: [rooznegar()]') });
    }
  });
});
