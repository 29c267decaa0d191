import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { connectBrowser, newProfile } from '../e2e/browser.ts';
import { node, plainEnvironment } from '../support/command.ts';
import { differences, snapshotOf } from '../support/dist.ts';
import { repository } from '../support/folders.ts';
import { openNewsroomProject } from '../support/newsroom-project.ts';
import { freePort } from '../support/free-port.ts';
import { serveFolder } from '../support/serve.ts';

const project = openNewsroomProject();
const read = (file: string, out = 'dist'): string => readFileSync(join(project.folder, out, file), 'utf8');
const now = ['--now', '2026-11-22T12:00:00+03:30'];
const guide = readFileSync(join(repository, 'docs/overrides.md'), 'utf8');
const [, newsletter] = Array.from(guide.matchAll(/^```astro\n(.*?)^```/gms), ([, code]) => code!);
const article = 'news/metro/index.html';

/** A slot that says its name, and that of the article if it knows one. */
const slot = (name: string): string =>
  `<p class="in-${name}">{Astro.props.article?.title ?? Astro.props.site.config.name}</p>\n`;
/** Where each slot is in the order of the page. */
const order = (html: string): string[] =>
  [
    ...html.matchAll(
      /class="in-(\w+)"|<(?:head|main|article|aside|footer)\b|<\/(?:head|main|article|aside|footer|header)>/g,
    ),
  ].map(([tag, name]) => name ?? tag);

/** Run the live preview of the project while a function asks it for pages. */
async function withPreview(run: (page: (path: string) => Promise<string>) => Promise<void>): Promise<void> {
  const port = await freePort();
  const args = ['scripts/dev.ts', '--port', String(port)];
  const server = spawn(node, args, { cwd: project.folder, env: plainEnvironment(), stdio: 'ignore' });
  const ended = once(server, 'exit');
  try {
    await run((path) =>
      fetch(`http://localhost:${port}${path}`).then(
        (response) => response.text(),
        () => '',
      ),
    );
  } finally {
    server.kill();
    await ended;
  }
}

describe('slots', () => {
  it('are shown in their places, and cost no byte without a file', async () => {
    expect((await project.npm('build', ...now)).code).toBe(0);
    expect((await project.npm('build', ...now, '--plain', '--out', 'plain')).code).toBe(0);
    expect(differences(snapshotOf(join(project.folder, 'dist')), snapshotOf(join(project.folder, 'plain')))).toEqual(
      [],
    );

    project.write({
      'src/custom/slots/Head.astro': '<meta name="owner" content={Astro.props.article?.title ?? "none"} />\n',
      ...Object.fromEntries(
        ['MastheadEnd', 'ArticleEnd', 'Aside', 'FooterStart'].map((name) => [
          `src/custom/slots/${name}.astro`,
          slot(name),
        ]),
      ),
    });
    expect((await project.npm('build', ...now)).code).toBe(0);
    const [page, front, about] = [article, 'index.html', 'about/index.html'].map((file) => read(file));
    expect(page).toMatch(
      /http-equiv="Content-Security-Policy".*<meta name="owner" content="خط تازهٔ مترو باز شد">.*<\/head>/s,
    );
    expect(front).toContain('<meta name="owner" content="none">');
    expect(page).toMatch(/<p class="in-MastheadEnd">روزنگار<\/p>\s*<\/header>/);
    expect(page).toMatch(
      /class="tags".*<p class="in-ArticleEnd">خط تازهٔ مترو باز شد<\/p>.*<\/article>.*<aside[^>]*>.*<p class="in-Aside">خط تازهٔ مترو باز شد<\/p>.*<\/aside>/s,
    );
    expect(page).toMatch(/<footer class="footer">\s*<p class="in-FooterStart">روزنگار<\/p>/);
    expect(order(front!).filter((name) => !name.startsWith('<'))).toEqual(['MastheadEnd', 'Aside', 'FooterStart']);
    expect(order(about!).filter((name) => !name.startsWith('<'))).toEqual(['MastheadEnd', 'FooterStart']);
    // What they add is all that differs.
    expect(page!.replace(/<meta name="owner"[^>]*>|<p class="in-[^]*?<\/p>/g, '').replace(/\s+/g, '')).toBe(
      read(article, 'plain').replace(/\s+/g, ''),
    );
  });

  it('are rendered again when their file changes, and only pages that show them differ', async () => {
    const before = snapshotOf(join(project.folder, 'dist'));
    project.write({ 'src/custom/slots/ArticleEnd.astro': '<p class="in-ArticleEnd">تازه</p>\n' });
    expect((await project.npm('build', ...now)).code).toBe(0);
    expect(read(article)).toContain('تازه</p>');
    const changed = differences(before, snapshotOf(join(project.folder, 'dist')));
    expect(changed.filter((line) => line.includes('.html')).length).toBe(2);
  });

  it('of another name stop a build, which names the nearest', async () => {
    project.write({ 'src/custom/slots/Articel.astro': '' });
    const { code, output } = await project.npm('build', ...now);
    project.remove('src/custom/slots/Articel.astro');
    expect([code, output]).toEqual([2, expect.stringContaining('the nearest is ArticleEnd.astro')]);
  });

  it('and misnamed components are noted, or refused with --strict', async () => {
    project.write({ 'src/custom/Fotter.astro': '' });
    const { code, output } = await project.npm('build', ...now);
    expect([code, output]).toEqual([0, expect.stringMatching(/src\/custom\/Fotter\.astro is not used.*Footer\.astro/)]);
    expect((await project.npm('build', ...now, '--plain', '--out', 'plain')).output).not.toContain('Fotter');
    const strict = await project.npm('build', ...now, '--strict');
    project.remove('src/custom/Fotter.astro');
    expect([strict.code, strict.output]).toEqual([2, expect.stringContaining('src/custom/Fotter.astro')]);
  });

  it('run scripts and show frames of others where the policy names them', async () => {
    const settings = read('src/config.ts', '.');
    const policy = {
      script: ['https://stats.example.org/counter.js'],
      connect: ['https://stats.example.org'],
      frame: ['https://maps.example.org'],
      img: ['https://*.ads.example.org'],
      form: ['https://letters.example.org'],
    };
    project.write({
      'src/custom/slots/Head.astro': '<script is:inline src="https://stats.example.org/counter.js" async></script>\n',
      'src/custom/slots/Aside.astro':
        '<iframe title="نقشه" src="https://maps.example.org/" width="9" height="9"></iframe><img src="https://a.ads.example.org/b.svg" alt="" width="9" height="9">\n',
      'src/custom/slots/ArticleEnd.astro': newsletter!,
    });
    const asked: string[] = [];
    const blocked: string[] = [];
    const visit = async (): Promise<void> => {
      asked.length = blocked.length = 0;
      expect((await project.npm('build', ...now)).code).toBe(0);
      const server = await serveFolder(join(project.folder, 'dist'));
      const browser = await connectBrowser();
      try {
        const profile = await newProfile(browser);
        await profile.route(/example\.org/, async (route) => {
          const url = route.request().url();
          asked.push(url);
          const contentType = url.endsWith('.js')
            ? 'text/javascript'
            : url.endsWith('.svg')
              ? 'image/svg+xml'
              : 'text/html';
          const body = url.endsWith('.js')
            ? 'fetch("https://stats.example.org/hit").catch(() => {})'
            : '<svg xmlns="http://www.w3.org/2000/svg"/>';
          await route.fulfill({ contentType, body, headers: { 'access-control-allow-origin': '*' } });
        });
        const page = await profile.newPage();
        page.on(
          'console',
          (message) => void blocked.push(...(/violates[^"]*"([a-z-]+)/.exec(message.text())?.slice(1) ?? [])),
        );
        await page.goto(`${server.origin}/news/metro/`, { waitUntil: 'networkidle' });
        await page.locator('.newsletter input').fill('a@example.com');
        await page.locator('.newsletter button').click({ noWaitAfter: true });
        await expect.poll(() => [...asked, ...blocked].some((line) => /letters|form-action/.test(line))).toBe(true);
      } finally {
        await browser.close();
        await server.close();
      }
    };
    await visit();
    expect(asked).toEqual([]);
    expect(new Set(blocked)).toEqual(new Set(['script-src', 'frame-src', 'img-src', 'form-action']));

    project.write({
      'src/config.ts': settings.replace(/^ {2}videoHosts:/m, `  policy: ${JSON.stringify(policy)},\n  videoHosts:`),
    });
    await visit();
    expect(new Set(asked.map((url) => new URL(url).hostname))).toEqual(
      new Set(['stats.example.org', 'maps.example.org', 'a.ads.example.org', 'letters.example.org']),
    );
    expect(asked).toContain('https://stats.example.org/hit');
    expect(blocked).toEqual([]);
    expect(read('_headers')).toContain(`script-src 'self' ${policy.script[0]};`);
  });

  it('and overrides come and go in the live preview as their files do', async () => {
    await withPreview(async (page) => {
      await expect.poll(() => page('/about/')).toContain('class="brand-mark"');
      project.write({ 'src/custom/Wordmark.astro': '<b class="ours">کاوش</b>\n' });
      await expect.poll(() => page('/about/')).toContain('class="ours"');
      project.remove('src/custom/Wordmark.astro');
      await expect.poll(() => page('/about/')).toContain('class="brand-mark"');
    });
  });
});
