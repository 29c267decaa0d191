import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { config } from '../fixtures/sample/config.ts';
import { createMarkdownRenderer } from '../../src/core/markdown/render.ts';
import { parseArticle } from '../../src/core/content/parse-article.ts';
import { createUrls } from '../../src/core/urls.ts';
import { type CommandResult, runScript } from '../support/command.ts';

let content: string;

beforeEach(() => {
  content = mkdtempSync(join(tmpdir(), 'new-'));
});
afterEach(() => rmSync(content, { recursive: true, force: true }));

function run(...args: string[]): Promise<CommandResult> {
  return runScript('new', [...args, '--content', content, '--now', '2025-10-16T10:30:45+03:30']);
}

function parse(path: string) {
  const findImage = (): undefined => undefined;
  const render = createMarkdownRenderer({ urls: createUrls(config.url) });
  return parseArticle({ path, text: readFileSync(path, 'utf8') }, { config, render, findImage, findFile: findImage });
}

describe('npm run new', () => {
  it('writes a draft with all required fields, which the article parser accepts', async () => {
    const { code, stdout } = await run('خط هشت مترو: آزمایش شد.');
    expect(code).toBe(0);
    expect(stdout).toBe(`${content}/articles/1404/07/خط-هشت-مترو-آزمایش-شد.md\n`);
    const { article, problems } = parse(stdout.trim());
    expect(problems).toEqual([]);
    expect(article).toMatchObject({
      title: 'خط هشت مترو: آزمایش شد',
      tags: [],
      source: { name: config.name },
      draft: true,
      date: { iso: '2025-10-16T10:30:00+03:30' },
    });
  });

  it('shows the optional fields in comments, each of which is right once its # is gone', async () => {
    const { stdout } = await run('تیتر');
    const path = stdout.trim();
    const text = readFileSync(path, 'utf8');
    expect(text).toContain('date: "1404/07/24 10:30"\n');
    writeFileSync(path, text.replace(/^# (kicker|lead|section|authors):/gm, '$1:'));
    const { article, problems } = parse(path);
    expect(problems).toEqual([]);
    expect(article).toMatchObject({ kicker: 'روتیتر', section: 'society', authors: ['نام نویسنده'] });
  });

  it('takes section, source and authors', async () => {
    const { stdout } = await run(
      'تیتر',
      '--section',
      'sport',
      '--source',
      'کاوش',
      '--author',
      'شیدا',
      '--author',
      'فرهود',
    );
    expect(parse(stdout.trim()).article).toMatchObject({
      section: 'sport',
      source: { name: 'کاوش' },
      authors: ['شیدا', 'فرهود'],
    });
  });

  it('refuses a title whose address is taken, wherever that file is', async () => {
    mkdirSync(join(content, 'articles/old'), { recursive: true });
    writeFileSync(join(content, 'articles/old/تیتر-خبر.md'), 'متن');
    const { code, stderr } = await run('تیتر خبر');
    expect(code).toBe(1);
    expect(stderr).toContain('articles/old/تیتر-خبر.md has this address already');
    expect(readFileSync(join(content, 'articles/old/تیتر-خبر.md'), 'utf8')).toBe('متن');
  });

  it('writes beside the articles of a content folder without an articles folder', async () => {
    writeFileSync(join(content, 'old.md'), 'متن');
    expect((await run('تیتر')).stdout).toBe(`${content}/1404/07/تیتر.md\n`);
  });

  it.each([
    [['!!!'], 'expected letters or digits'],
    [[''], 'expected letters or digits'],
    [['خبر '.repeat(60)], 'at most 252 are possible'],
    [['تیتر', '--section', 'nope'], 'ورزش (sport)'],
    [['تیتر', 'بی', 'گیومه'], 'npm run new -- "تیتر بی گیومه"'],
    [[], 'Expected a title'],
    [['تیتر', '--nope'], '--nope'],
  ])('exits 2 on wrong use: %j', async (args, message) => {
    const { code, stderr } = await run(...args);
    expect(stderr).toContain(message);
    expect(code).toBe(2);
    expect(existsSync(join(content, 'articles'))).toBe(false);
    expect(readdirSync(content)).toEqual([]);
  });

  it('explains itself', async () => {
    const { code, stdout } = await run('--help');
    expect(code).toBe(0);
    expect(stdout).toContain('npm run new -- "عنوان"');
  });
});
