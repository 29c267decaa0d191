import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { repository } from '../support/folders.ts';
import { sample } from '../support/sample.ts';
import { drawPng } from '../support/picture.ts';
import { runScript } from '../support/command.ts';

const guide = readFileSync(join(repository, 'docs/fa/writers.md'), 'utf8');
const [complete, faulty] = Array.from(guide.matchAll(/^```markdown\n(---\n.*?)^```/gms), ([, article]) => article!);
const [said] = Array.from(guide.matchAll(/^```text\n(.*?)^```/gms), ([, output]) => output!);
const folder = mkdtempSync(join(tmpdir(), 'guide-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Check an article of the guide, in a newspaper that has its sections. */
async function check(article: string): Promise<string> {
  const config = join(folder, 'config.ts');
  const sections = ['جامعه', 'اقتصاد', 'دانش و فناوری', 'فرهنگ و هنر', 'ورزش'].map((name, place) => ({
    slug: `s${place}`,
    name,
  }));
  const own = JSON.stringify(sample.configFile);
  writeFileSync(
    config,
    `import { config as own } from ${own};\nexport const config = { ...own, footer: [], sections: ${JSON.stringify(sections)}, orthography: { off: [], words: [] } };`,
  );
  const month = join(folder, 'content/articles/1405/09');
  mkdirSync(month, { recursive: true });
  writeFileSync(join(month, 'ketabkhaneh-sayyar.md'), article);
  writeFileSync(join(month, 'minibus.jpg'), drawPng(4, 3, [0, 120, 60]));
  const flags = ['--lang', 'fa', '--content', join(folder, 'content'), '--config', config];
  const { output } = await runScript('check', [...flags, '--now', '2026-11-30T12:00:00+03:30']);
  return output.replaceAll(`${folder}/`, '');
}

describe('the writers’ guide', () => {
  it('has a complete article without a problem or a warning', async () => {
    expect(await check(complete!)).toBe('در ۱ خبر اشکالی نیست (۰ خبر پیش‌نویس است یا زمانش نرسیده).\n');
  });

  it('shows what the check really says of a faulty one, and explains only messages that exist', async () => {
    expect(await check(faulty!)).toBe(said);
    const known = `${said}${readFileSync(join(repository, 'tests/golden/problems.fa.txt'), 'utf8')}`;
    const section = guide.split(/^## /m).find((part) => part.startsWith('وارسی'))!;
    const cells = Array.from(section.matchAll(/^\| (`.*?) \|/gm), ([, cell]) => cell!);
    const messages = cells.flatMap((cell) => Array.from(cell.matchAll(/`([^`]*)`/g), ([, message]) => message!));
    expect(messages.length).toBeGreaterThan(12);
    expect(messages.filter((message) => !known.includes(message))).toEqual([]);
  });
});
