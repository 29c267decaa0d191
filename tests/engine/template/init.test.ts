import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { faultsOf, initNewspaper } from '../../../src/engine/template/init.ts';
import { filesBelow } from '../../../src/engine/output/site-file.ts';
import { problemsOf } from '../../support/content-problems.ts';
import { sample } from '../../support/sample.ts';

const now = Date.UTC(2026, 10, 22, 8, 30, 15);
const settings = {
  url: 'https://kavosh.example/khabar',
  name: 'کاوش',
  description: 'خبر.',
  messages: 'fa' as const,
  sections: [{ slug: 'iran', name: 'ایران' }],
};
const article = 'content/articles/1405/09/کاوش-آغاز-به-کار-کرد.md';

let project: string;
beforeEach(() => {
  project = mkdtempSync(join(tmpdir(), 'rooznegar-init-'));
  cpSync(join(sample.content, '..'), join(project, 'tests/fixtures/sample'), { recursive: true });
  cpSync(sample.content, join(project, 'content'), { recursive: true });
  cpSync(sample.publicFolder, join(project, 'public'), { recursive: true });
  const text = readFileSync(sample.configFile, 'utf8').replace('../../../src/', './');
  cpSync(sample.configFile, join(project, 'src/config.ts'));
  writeFileSync(join(project, 'src/config.ts'), text);
});
afterEach(() => rmSync(project, { recursive: true, force: true }));

const snapshot = (): string[] => filesBelow(project).map((file) => `${file} ${readFileSync(join(project, file))}`);

describe('initNewspaper', () => {
  it('leaves a first article, the settings, and the icons and font of public/', async () => {
    const { removed, kept, ...result } = await initNewspaper(project, settings, now);
    expect(result).toEqual({ wroteConfig: true, article });
    expect(removed.length).toBe(filesBelow(sample.content).length + 5);
    expect(kept).toEqual([]);
    expect(filesBelow(join(project, 'content'))).toEqual([article.replace('content/', '')]);
    expect(filesBelow(join(project, 'public')).toSorted()).toEqual(['.nojekyll', 'favicon.ico', 'favicon.svg']);
    expect(readFileSync(join(project, 'src/config.ts'), 'utf8')).toContain("name: 'کاوش'");
    expect(readFileSync(join(project, article), 'utf8')).toContain('date: "1405/09/01 12:00"');
    expect(await problemsOf(join(project, 'content'))).toEqual([]);
  });

  it('does nothing the second time', async () => {
    await initNewspaper(project, settings, now);
    const before = snapshot();
    const second = await initNewspaper(project, { ...settings, name: 'دیگر' }, now + 100_000_000);
    expect(second).toEqual({ removed: [], kept: [], wroteConfig: false, article: undefined });
    expect(snapshot()).toEqual(before);
  });

  it('keeps what the newsroom has changed or added', async () => {
    const changed = 'content/articles/1405/08/metro-khat-hasht.md';
    writeFileSync(join(project, changed), `${readFileSync(join(project, changed))}\nسطر ما.\n`);
    writeFileSync(join(project, 'public/images/ours.svg'), '<svg/>');
    writeFileSync(join(project, 'src/config.ts'), 'export const config = 1;\n');
    const { kept, wroteConfig, article: first } = await initNewspaper(project, settings, now);
    expect([kept, wroteConfig, first]).toEqual([[changed], false, undefined]);
    expect(readFileSync(join(project, changed), 'utf8')).toMatch(/سطر ما\.\n$/);
    expect(readFileSync(join(project, 'src/config.ts'), 'utf8')).toBe('export const config = 1;\n');
    expect(filesBelow(join(project, 'public/images'))).toEqual(['ours.svg']);
    expect(existsSync(join(project, 'public/media'))).toBe(false);
  });
});

describe('faultsOf', () => {
  it('says what the configuration would', () => {
    expect(faultsOf(sample.config, { url: 'kavosh.ir' })).toEqual([
      'expected an absolute address such as https://example.org',
    ]);
    const [twice] = [{ slug: 'a', name: 'الف' }];
    expect(faultsOf(sample.config, { sections: [twice!, twice!] })).toEqual(['two sections have one slug or one name']);
    expect(faultsOf({ ...sample.config, url: 'broken' }, { name: 'کاوش' })).toEqual([]);
  });
});
