import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { config } from '../../src/config.ts';
import { securityHeaders } from '../../src/core/hosting/headers.ts';
import { node, plainEnvironment } from '../support/command.ts';
import { differences, snapshotOf } from '../support/dist.ts';
import { articleFile } from '../support/mini-site.ts';
import { openNewsroomProject } from '../support/newsroom-project.ts';

const project = openNewsroomProject();
const dist = join(project.folder, 'dist');
const running: ChildProcess[] = [];
afterAll(() => running.forEach((child) => child.kill('SIGKILL')));

/** Start a server of Astro, and wait until it says where it is. */
async function serve(command: string, ...args: readonly string[]): Promise<string> {
  const child = spawn(
    node,
    ['node_modules/astro/bin/astro.mjs', command, '--port', String(await freePort()), '--ignore-lock', ...args],
    { cwd: project.folder, env: plainEnvironment(), stdio: ['ignore', 'pipe', 'inherit'] },
  );
  running.push(child);
  let said = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (said += text));
  while (!/http:\/\/\S+\s/.test(said)) {
    if (child.exitCode !== null) throw new Error(`astro ${command} ended.\n${said}`);
    await Promise.race([once(child.stdout, 'data'), once(child, 'close')]);
  }
  return new URL(/http:\/\/\S+/.exec(said)![0]).origin;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject).listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

describe('npx astro build', () => {
  it('publishes the same bytes as npm run build, and what differs only', async () => {
    const first = await project.astro('build');
    expect([first.code, first.output]).toEqual([0, expect.stringContaining('2 articles')]);
    expect((await project.npm('build', '--out', 'other')).code).toBe(0);
    expect(differences(snapshotOf(join(project.folder, 'other')), snapshotOf(dist))).toEqual([]);

    project.write({ 'content/articles/پل.md': articleFile({ lead: 'از امروز می‌توان از آن گذشت.' }) });
    const second = await project.astro('build');
    expect(second.output).toMatch(/: [1-9]\d? changed, [1-9] removed/);
    expect((await project.npm('build')).output).toContain('0 changed, 0 removed');
  });

  it('tells problems of the content first, and leaves the site as it is', async () => {
    const before = snapshotOf(dist);
    project.write({ 'content/articles/bad.md': '---\ntitle: x\n---\nمتن.\n', 'src/pages/broken.astro': '<p>' });
    const { code, output } = await project.astro('build');
    project.remove('content/articles/bad.md', 'src/pages/broken.astro');
    expect(code).toBe(1);
    expect(output).toMatch(/content\/articles\/bad\.md:1:1 .*date.*\n[^]*3 problems in 1 file\./);
    expect(output).not.toMatch(/broken|^\s+at /m);
    expect(differences(before, snapshotOf(dist))).toEqual([]);
  });

  it('leaves the site as it is where a page does not compile, or throws', async () => {
    const before = snapshotOf(dist);
    for (const [code, said] of [
      ['---\nimport x from "./none.ts";\n---\n{x}', /none\.ts/],
      [
        '---\nthrow new Error("no luck today");\n---\n',
        /src\/pages\/broken\.astro failed for \/broken\/: no luck today/,
      ],
    ] as const) {
      project.write({ 'src/pages/broken.astro': code });
      const result = await project.astro('build');
      expect(result.output).toMatch(said);
      expect(result.code).toBe(1);
    }
    project.remove('src/pages/broken.astro');
    expect(differences(before, snapshotOf(dist))).toEqual([]);
  });

  it.each([
    [['--site', 'https://other.example'], /site: found https:\/\/other\.example.*src\/config\.ts|site: found .*«url»/],
    [['--base', '/other'], /base: found \/other\. .*«url»/],
    [['--mode', 'staging'], /--mode staging: /],
    [['--devOutput'], /--devOutput: /],
    [['--outDir', 'content'], /--out: .*content/],
  ])('refuses %j with a reason', async (args, said) => {
    const { code, output } = await project.astro('build', ...args);
    expect([code, output]).toEqual([1, expect.stringMatching(said)]);
    expect(output).not.toMatch(/^\s+at /m);
  });
});

it('npx astro preview serves the site as hosts do', async () => {
  const origin = await serve('preview');
  const ask = (path: string): Promise<Response> => fetch(origin + path, { redirect: 'manual' });
  const { status, headers } = await ask('/about/');
  expect(status).toBe(200);
  for (const [name, value] of securityHeaders({ ...config, url: 'http://localhost' }))
    expect([name, headers.get(name)]).toEqual([name, value]);
  expect((await ask('/about')).headers.get('location')).toBe('/about/');
  expect((await ask('/none/')).status).toBe(404);
});

it('npx astro dev shows drafts, and follows the content', async () => {
  project.write({
    'content/articles/draft.md': articleFile({ draft: 'true' }),
    'src/pages/شهر/[id].astro': `---
import { site } from '../../site.ts';
export const getStaticPaths = () => site.articles.map(({ slug, title }) => ({ params: { id: slug }, props: { title } }));
---
<html><body>{Astro.props.title}</body></html>`,
  });
  const origin = await serve('dev');
  const ask = (path: string): Promise<string> => fetch(origin + path).then((response) => response.text());
  expect(await ask('/news/draft/')).toContain('پل تازه رودخانه باز شد');
  project.write({ 'content/articles/draft.md': articleFile({ draft: 'true', title: 'پل تازه رودخانه بسته شد' }) });
  await expect.poll(() => ask('/news/draft/'), { timeout: 60_000 }).toContain('بسته شد');
  expect(await ask(encodeURI('/شهر/draft/'))).toContain('بسته شد');
});
