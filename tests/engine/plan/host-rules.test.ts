import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { copiedFiles } from '../../../src/engine/plan/site-files.ts';
import type { Content } from '../../../src/engine/content/content.ts';
import type { PageBundle } from '../../../src/engine/render/bundle.ts';
import { makeArticle, makeSite } from '../../support/make-site.ts';

const folder = mkdtempSync(join(tmpdir(), 'rooznegar-rules-'));
afterEach(() => rmSync(folder, { recursive: true }));

it('rules for hosts in public/ are joined with those of the site, and everything else there stays unchanged', async () => {
  const site = makeSite([makeArticle({ slug: 'pol', aliases: [{ path: '/old', line: 1, column: 1 }] })]);
  const own = join(folder, 'public');
  const filesOf = async (): Promise<Map<string, string>> => {
    const content = { assets: new Map() } as unknown as Content;
    const bundle = { assets: join(folder, 'bundle') } as PageBundle;
    const files = copiedFiles(site, content, { public: own, bundle });
    expect(new Set(files.map(({ file }) => file)).size).toBe(files.length);
    return new Map(
      await Promise.all(files.map(async ({ file, read }) => [file, Buffer.from(await read()).toString()] as const)),
    );
  };
  const before = await filesOf();
  expect([...before.keys()]).toEqual(['_headers', 'links.speculationrules', '_redirects']);
  mkdirSync(join(own, 'sub'), { recursive: true });
  for (const name of ['_headers', '_redirects', 'sub/_redirects', 'a.txt'])
    writeFileSync(join(own, name), `/${name}/* /x 302\r\n`);
  const after = await filesOf();
  expect(after.get('_headers')).toBe(`${before.get('_headers')}\n/_headers/* /x 302\n`);
  expect(after.get('_redirects')).toBe(`/_redirects/* /x 302\n${before.get('_redirects')}`);
  expect([after.get('a.txt'), after.get('sub/_redirects')]).toEqual([
    '/a.txt/* /x 302\r\n',
    '/sub/_redirects/* /x 302\r\n',
  ]);
});
