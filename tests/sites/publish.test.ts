import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkReplaceable, replaceFolder } from '../../src/build/publish.ts';
import { makeArticle, makeSite } from '../core/make-site.ts';

describe('publishing', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'rooznegar-publish-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const write = (...names: string[]): void => {
    for (const name of names) writeFileSync(join(folder, name), name);
  };

  it('takes a folder that is new, empty or an earlier build', () => {
    const site = makeSite([makeArticle()]);
    checkReplaceable(join(folder, 'none'), site);
    checkReplaceable(folder, site);
    write('sitemap-index.xml', 'index.html');
    checkReplaceable(folder, site);
  });

  it('refuses a folder of other files', () => {
    write('precious.txt');
    expect(() => checkReplaceable(folder, makeSite([makeArticle()]))).toThrow(/no build has made/);
  });

  it('refuses to replace a newspaper by an empty one', () => {
    write('sitemap-index.xml');
    mkdirSync(join(folder, 'news'));
    expect(() => checkReplaceable(folder, makeSite())).toThrow(/no article to publish/);
  });

  it('replaces a folder as a whole and leaves nothing else behind', async () => {
    const [from, to] = [join(folder, 'from'), join(folder, 'to')];
    for (const name of [from, to]) mkdirSync(name);
    writeFileSync(join(from, 'new'), '');
    writeFileSync(join(to, 'old'), '');
    await replaceFolder(to, from);
    expect(readdirSync(to)).toEqual(['new']);
    expect(readdirSync(folder)).toEqual(['to']);
  });

  it('keeps the old folder when the new one can’t be had', async () => {
    const to = join(folder, 'to');
    mkdirSync(to);
    writeFileSync(join(to, 'old'), '');
    await expect(replaceFolder(to, join(folder, 'none'))).rejects.toThrow();
    expect(existsSync(join(to, 'old'))).toBe(true);
  });
});
