import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { addLiveEntry } from '../../../src/engine/live/add-live-entry.ts';
import { config } from '../../fixtures/sample/config.ts';

const folder = mkdtempSync(join(tmpdir(), 'rooznegar-live-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const now = Date.parse('2026-11-29T15:00:00+03:30');
let count = 0;

/** Write an article, add an entry to it, and return the file's text. */
async function add(before: string, text: string): Promise<string> {
  const content = join(folder, String(++count));
  mkdirSync(join(content, 'articles'), { recursive: true });
  const path = join(content, 'articles/barf.md');
  writeFileSync(path, before);
  const entry = { slug: 'barf', text, isPinned: false };
  await addLiveEntry({ content, publicFolder: join(content, 'public'), config, now }, entry);
  return readFileSync(path, 'utf8');
}

const lines = [
  '---',
  'title: برف',
  'date: 1405/09/08 10:00 # صبح',
  'tags: [شهر]',
  'source: روزنگار',
  'live: true',
  '---',
  '',
  'مقدمهٔ پوشش.',
  '',
  ...Array.from({ length: 5 }, (_, index) => [`## 1${index}:30 خبر ${index}`, '', `متن ${index}.`, '']).flat(),
];

describe('an entry of live coverage', () => {
  it.each([
    ['LF', '\n', ''],
    ['CRLF', '\r\n', ''],
    ['CRLF and a byte order mark', '\r\n', '\uFEFF'],
  ])('is all that changes in a file with %s', async (_, newline, mark) => {
    const added = ['## 14:50 تازه', '', 'متن تازه.', ''];
    expect(await add(mark + lines.join(newline), '14:50 تازه\nمتن تازه.')).toBe(
      mark + [...lines, ...added].join(newline),
    );
  });

  it('is added to a file without a last line end', async () => {
    expect(await add(lines.join('\n').trimEnd(), '14:50 تازه')).toBe([...lines, '## 14:50 تازه', ''].join('\n'));
  });

  it('is refused where its time is impossible, and begins with a number that is none', async () => {
    await expect(add(lines.join('\n'), '25:10 تازه')).rejects.toThrow('25:10');
    expect(await add(lines.join('\n'), '12.50 درصد رشد')).toContain('## 15:00 12.50 درصد رشد\n');
  });
});
