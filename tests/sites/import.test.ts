import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import { config } from '../fixtures/sample/config.ts';
import { createMarkdownRenderer } from '../../src/core/markdown/render.ts';
import { parseArticle, type ParsedArticle } from '../../src/core/content/parse-article.ts';
import { createUrls } from '../../src/core/urls.ts';
import { type CommandResult, node, plainEnvironment, runScript } from '../support/command.ts';
import { repository, sharedData } from '../support/folders.ts';
import { sampleFlags } from '../support/sample.ts';

const fixtures = join(repository, 'tests/fixtures/import');
const now = '2026-11-22T12:00:00+03:30';
let folder: string;
let content: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'import-'));
  content = join(folder, 'content');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function importInto(inputs: readonly string[], ...flags: string[]): Promise<CommandResult> {
  return runScript('import', [...inputs, '--content', content, '--now', now, ...flags]);
}

function files(): string[] {
  if (!existsSync(content)) return [];
  return readdirSync(content, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .toSorted();
}

function read(file: string): string {
  return readFileSync(join(content, file), 'utf8');
}

function parseAll(): ParsedArticle[] {
  const urls = createUrls(config.url);
  const findImage = (): undefined => undefined;
  const render = createMarkdownRenderer({ urls });
  const context = { config, render, findImage, findFile: findImage };
  return files().map((file) => parseArticle({ path: file, text: read(file) }, context));
}

const agencyPage = join(fixtures, 'page-agency.txt');
const newsPage = join(fixtures, 'page-news.txt');
const records = join(fixtures, 'records.jsonl');

describe('npm run import', () => {
  it('writes the article of a page, and reports what it found', async () => {
    const { code, stdout } = await importInto([agencyPage]);
    expect(code).toBe(0);
    const [file] = files();
    expect(file).toMatch(/^articles\/1404\/08\/نیک-سرشت-آبیاری-[^/]+\.md$/);
    expect(stdout).toContain(`→ ${content}/${file}`);
    expect(stdout).toMatch(/ {2}tags {6}بهرام نیک‌سرشت، آب و پساب\n/);
    expect(stdout).toContain('Not pinned as related, since there is no such article: نرخ تازه انشعاب فاضلاب اعلام شد');
    expect(stdout).toContain(`1 written to ${content}/articles, 0 already there, 0 refused.`);
    expect(read(file!)).toContain('\n---\n\nبهرام نیک‌سرشت در نشست خبری');
  });

  it('writes what the article parser accepts without a problem', async () => {
    await importInto(
      [agencyPage, newsPage, join(fixtures, 'page-bare.txt'), records],
      '--date',
      '1399/01/01',
      '--source',
      'کاوش',
    );
    const parsed = parseAll();
    expect(parsed.flatMap(({ problems }) => problems)).toEqual([]);
    expect(parsed).toHaveLength(6);
  });

  it('brings text that looks like markdown through as text', async () => {
    await importInto([records], '--date', '1399/01/01');
    const texts = parseAll().map(({ article }) => article?.body.text ?? '');
    expect(texts.find((text) => text.includes('قلاب'))).toContain(
      '# این خط با نشان مربع آغاز می‌شود\n- این یکی با خط تیره و *ستاره* و [قلاب](x) و نشان',
    );
  });

  it('refuses records with place, expectation and fix, exits 1, and writes the others', async () => {
    const { code, stdout } = await importInto([records]);
    expect(code).toBe(1);
    expect(stdout).toContain(
      'Refused 1: date: expected a Jalali or Gregorian date, found nothing.\n  Give one for all without a date: --date 1404/07/24\n' +
        '    tests/fixtures/import/records.jsonl:2  کتاب‌خانه محله\n',
    );
    expect(stdout).toContain('records.jsonl:5  found «1404/12/30»');
    expect(stdout).toContain('records.jsonl:6  found «{"id":"k-5","title":"تیتر","body":»');
    expect(files()).toHaveLength(2);
  });

  it('skips what is there already, also after an editor mended it', async () => {
    const input = [agencyPage, records];
    await importInto(input, '--date', '1399/01/01');
    const file = files().find((name) => name.includes('1399'));
    writeFileSync(join(content, file!), read(file!).replace('date: 1399/01/01', 'date: 1398/05/05'));
    const before = files();
    const { stdout } = await importInto(input, '--date', '1400/02/02');
    expect(stdout).toContain(`0 written to ${content}/articles, 4 already there, 2 refused.`);
    expect(files()).toEqual(before);
  });

  it('never overwrites a file, even one that is no article', async () => {
    const folderOfMonth = join(content, 'articles/1404/07');
    mkdirSync(folderOfMonth, { recursive: true });
    writeFileSync(join(folderOfMonth, 'پل-تازه-رودخانه-باز-شد.md'), 'یادداشت');
    await importInto([records]);
    expect(files().map((file) => file.split('/').at(-1))).toEqual([
      'پل-تازه-رودخانه-باز-شد-2.md',
      'پل-تازه-رودخانه-باز-شد-3.md',
      'پل-تازه-رودخانه-باز-شد.md',
    ]);
    expect(read('articles/1404/07/پل-تازه-رودخانه-باز-شد.md')).toBe('یادداشت');
  });

  it('pins a related article that the content has', async () => {
    const title = 'کاهش برداشت از چاه‌های جنوب شهر آغاز شد';
    mkdirSync(join(content, 'articles'), { recursive: true });
    writeFileSync(
      join(content, 'articles/chah.md'),
      `---\ntitle: ${title}\ndate: 1404/01/01\ntags: []\nsource: کاوش\n---\nمتن.\n`,
    );
    await importInto([agencyPage]);
    expect(read(files().find((file) => file.includes('1404'))!)).toContain('related: [chah]\n');
  });

  it('reads gzip and standard input', async () => {
    const zipped = join(folder, 'in.jsonl.gz');
    writeFileSync(zipped, gzipSync(readFileSync(records)));
    expect((await importInto([zipped])).stdout).toContain('2 written');
    const command = [join(repository, 'scripts/import.ts'), ...sampleFlags('import'), '-', '--content', content];
    const { stdout, status } = spawnSync(node, [...command, '--now', now], {
      cwd: repository,
      encoding: 'utf8',
      env: plainEnvironment(),
      input: readFileSync(agencyPage),
    });
    expect([stdout.split(' →')[0], status]).toEqual(['standard input', 0]);
  });

  it.each([
    ['bytes that are not UTF-8', Buffer.from([0xc8, 0xc7, 0xd1]), 'expected text in UTF-8'],
    ['the HTML of a page', '<!doctype html><html lang="fa">', 'expected the text of the page'],
    ['nothing', '', 'body: expected a text, found nothing'],
  ])('refuses %s', async (_, bytes, message) => {
    const file = join(folder, 'page.txt');
    writeFileSync(file, bytes);
    const { code, stdout } = await importInto([file]);
    expect(stdout).toContain(message);
    expect(code).toBe(1);
    expect(files()).toEqual([]);
  });

  it('names at most twenty of the refused records', async () => {
    const file = join(folder, 'in.jsonl');
    writeFileSync(file, '{"title":"تیتر","body":"متن","source":"کاوش"}\n'.repeat(50));
    const { stdout } = await importInto([file]);
    expect(stdout.match(/in\.jsonl:\d+/g)).toHaveLength(20);
    expect(stdout).toContain('… and 30 more');
  });

  it.each([
    [[], 'Expected at least one FILE'],
    [['nothing-here.txt'], 'there is no such file'],
    [['tests/fixtures/import'], 'there is no markdown in the folder'],
    [[records, '--date', '1404/12/30'], '--date: expected a day that exists'],
    [[records, '--now', 'tomorrow'], '--now: expected a date'],
    [[records, '--contnet', 'x'], '--contnet'],
  ])('exits 2 on wrong use: %j', async (args, message) => {
    const { code, stderr } = await runScript(
      'import',
      args.includes('--contnet') ? args : [...args, '--content', content],
    );
    expect(stderr).toContain(message);
    expect(code).toBe(2);
    expect(files()).toEqual([]);
  });

  it('restores lost half-spaces and lists the changes, or leaves them with --as-is', async () => {
    const page = join(folder, 'page.txt');
    const text = 'همکاریها میان دو شهر بیشتر میشود و برنامهریزی آن پایان یافته است.';
    writeFileSync(page, `دوشنبه ۳ آذر ۱۴۰۴\nآغاز همکاریهای دو شهر\n${text}\nمنبع: کاوش\n`);
    const { stdout } = await importInto([page]);
    expect(stdout).toContain('همکاریها → همکاری‌ها');
    expect(read(files()[0]!)).toContain('همکاری‌ها میان دو شهر بیشتر می‌شود و برنامه‌ریزی آن');
    rmSync(content, { recursive: true });
    expect((await importInto([page], '--as-is')).stdout).not.toContain('→ همکاری‌ها');
    expect(read(files()[0]!)).toContain('همکاریها میان دو شهر بیشتر میشود');
  });

  it('explains itself', async () => {
    const { code, stdout } = await runScript('import', ['--help']);
    expect(code).toBe(0);
    expect(stdout).toContain('npm run import -- FILE…');
    expect(stdout).toContain('وارد می‌کند');
  });
});

const data = sharedData;

describe.runIf(existsSync(join(data, 'news-fa.jsonl.gz')))('real articles', () => {
  const [all, page] = ['news-fa.jsonl.gz', 'seed-article.txt'].map((name) => join(data, name));
  /** Write the records to import: all thousands, or one in ten of them. */
  const writeRecords = (): { file: string; count: number } => {
    const file = join(folder, 'records.jsonl');
    const lines = gunzipSync(readFileSync(all!)).toString('utf8').trimEnd().split('\n');
    const chosen = inject('isThorough') ? lines : lines.filter((_, index) => index % 10 === 0);
    writeFileSync(file, chosen.join('\n'));
    return { file, count: chosen.length };
  };

  it('are imported without one refusal, accepted by the parser, and known again', async () => {
    const { file, count } = writeRecords();
    const inputs = [file, page!];
    expect(await importInto(inputs, '--date', '1399/01/01')).toMatchObject({
      code: 0,
      stdout: expect.stringContaining(`${count + 1} written`),
    });
    const parsed = parseAll();
    expect(parsed.flatMap(({ problems }) => problems)).toEqual([]);
    expect(new Set(parsed.map(({ slug }) => slug)).size).toBe(count + 1);
    expect((await importInto(inputs, '--date', '1399/01/01')).stdout).toContain('0 written');
  });

  it('include the scraped page, with the headline that its text has lost', async () => {
    await importInto([page!]);
    const lines = readFileSync(page!, 'utf8').split('\n');
    const after = (label: string): string =>
      lines.find((line) => line.startsWith(`${label}: `))!.slice(label.length + 2);
    const [{ article } = { article: undefined }] = parseAll();
    expect(article?.body.text).toContain('حمل‌ونقل');
    expect(article).toMatchObject({
      title: lines[lines.indexOf('آخرین اخبار') + 1]!.replace('انرژیهای', 'انرژی‌های'),
      source: { name: after('منبع') },
      tags: after('برچسب ها').split(' ، '),
      dateline: lines.find((line) => line.includes(' - '))!.split(' - ')[0],
    });
  });
});
