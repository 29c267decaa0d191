import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { AstroConfig, AstroIntegration, IntegrationResolvedRoute } from 'astro';
import { afterAll, describe, expect, it } from 'vitest';
import { config } from '../../../src/config.ts';
import {
  addressFaults,
  fileFaults,
  givenFaults,
  pageFault,
  refuse,
  routeFaults,
  settingsFaults,
} from '../../../src/engine/render/refusals.ts';

const plain = {
  output: 'static',
  trailingSlash: 'ignore',
  build: { format: 'directory' },
  redirects: {},
  security: { csp: false },
  integrations: [] as AstroIntegration[],
} as unknown as AstroConfig;
const having = (settings: object): AstroConfig => ({ ...plain, ...settings });
const hooked = (name: string, hook: string): object => ({ integrations: [{ name, hooks: { [hook]: () => {} } }] });

describe('settings of Astro', () => {
  it('are accepted as they are by default', () => {
    expect([...givenFaults(plain), ...settingsFaults(plain)]).toEqual([]);
    expect(settingsFaults(having(hooked('vue', 'astro:config:setup')))).toEqual([]);
  });

  it.each<[object, RegExp]>([
    [{ output: 'server' }, /^astro\.config\.mjs: output: .* Leave it out\.$/],
    [{ adapter: { name: '@astrojs/node' } }, /adapter: .*@astrojs\/node/],
    [{ i18n: { locales: ['fa'] } }, /i18n: /],
    [{ redirects: { '/old': '/new' } }, /redirects: .*public\/_redirects.*\/old/],
    [{ security: { csp: true } }, /security\.csp: .*policyInPages/],
    [hooked('@astrojs/sitemap', 'astro:build:done'), /@astrojs\/sitemap: the site has sitemaps already/],
    [hooked('minify', 'astro:build:done'), /minify: it works on the finished files \(astro:build:done\)/],
    [hooked('other', 'astro:build:generated'), /other: .*astro:build:generated/],
  ])('%j is refused with a reason', (settings, said) => {
    expect(settingsFaults(having(settings))).toEqual([expect.stringMatching(said)]);
  });

  it('of addresses are refused where they differ from ours', () => {
    expect(givenFaults(having({ build: { format: 'file' } }))).toEqual([expect.stringContaining('build.format')]);
    expect(givenFaults(having({ trailingSlash: 'never' }))).toEqual([expect.stringContaining('trailingSlash')]);
    const paper = { ...config, url: 'https://khabar.example/paper' };
    for (const site of [undefined, 'https://khabar.example', 'https://khabar.example/paper/'])
      for (const base of ['/', '/paper', '/paper/'])
        expect([site, base, addressFaults({ site, base }, paper)]).toEqual([site, base, []]);
    expect(addressFaults({ site: 'https://x.example', base: '/x' }, paper)).toEqual([
      expect.stringMatching(/^site: found https:\/\/x\.example\. .*https:\/\/khabar\.example\/paper/),
      expect.stringMatching(/^base: found \/x\./),
    ]);
  });
});

it('pages on demand are refused, but not what Astro adds by itself', () => {
  const route = { origin: 'project', isPrerendered: true, entrypoint: 'src/pages/a.astro' } as IntegrationResolvedRoute;
  expect(routeFaults([route, { ...route, origin: 'internal', isPrerendered: false }])).toEqual([]);
  expect(routeFaults([{ ...route, isPrerendered: false }])).toEqual([expect.stringMatching(/^src\/pages\/a\.astro: /)]);
});

describe('files', () => {
  const source = mkdtempSync(join(tmpdir(), 'rooznegar-source-'));
  afterAll(() => rmSync(source, { recursive: true }));

  it.each<[file: string, text: string, said: RegExp | undefined]>([
    ['pages/middleware.ts', '', undefined],
    ['middleware.ts', '', /^src\/middleware\.ts: .*public\/_redirects/],
    ['middleware/index.js', '', /^src\/middleware\/index\.js: /],
    ['a.css', "@import 'tailwindcss' source('./');", undefined],
    ['styles/a.css', '@import "tailwindcss" source("../"); @source "../own";', undefined],
    ['styles/a.css', '@import "tailwindcss" source(none);', undefined],
    ['styles/deep/a.css', "@import 'tailwindcss';", /^src\/styles\/deep\/a\.css: .*source\('\.\.\/\.\.\/'\);$/],
    ['a.css', "@import 'tailwindcss/utilities' layer(utilities);", /source\('\.\/'\)/],
    ['own/Box.astro', '<style>@import "tailwindcss";</style>', /^src\/own\/Box\.astro: Tailwind/],
    ['styles/a.css', "@source '../../content/**/*.md';", /«\.\.\/\.\.\/content\/\*\*\/\*\.md» is not in src/],
    ['a.css', "@import 'tailwindcss' source('..');", /«\.\.» is not in src/],
  ])('%s with %j', (file, text, said) => {
    const path = join(source, file);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
    expect(fileFaults(source)).toEqual(said === undefined ? [] : [expect.stringMatching(said)]);
    rmSync(path);
  });
});

it('an island of Astro is found in a page, and not in a text about islands', () => {
  expect(pageFault(Buffer.from('<p>x</p><astro-island uid="1"></astro-island>'))).toContain('docs/own-pages.md');
  expect(pageFault(Buffer.from('<code>&lt;astro-island></code>'))).toBeUndefined();
});

it('faults are thrown together, without a stack', () => {
  expect(() => refuse([])).not.toThrow();
  expect(() => refuse(['a', 'b'])).toThrow('a\nb');
  try {
    refuse(['a']);
  } catch (error) {
    expect((error as Error).stack).toBeUndefined();
  }
});
