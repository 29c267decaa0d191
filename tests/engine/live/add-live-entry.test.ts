import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
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

describe('the article of an entry', () => {
  const coverage = lines.join('\n');
  const addressed = (slug: string): string => coverage.replace('live: true', `live: true\nslug: ${slug}`);
  const texts = async (files: Record<string, string>): Promise<string[]> => {
    const content = join(folder, String(++count));
    for (const [name, text] of Object.entries(files)) {
      const path = join(content, 'articles', name);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, text);
    }
    const options = { content, publicFolder: join(content, 'public'), config, now };
    const { file } = await addLiveEntry(options, { slug: 'barf', text: '14:50 تازه', isPinned: false });
    return [
      file.replace(/^.*\/articles\//, ''),
      ...Object.keys(files).filter((name) => readFileSync(join(content, 'articles', name), 'utf8').includes('14:50')),
    ];
  };

  it.each([
    ['has the slug, not the name', { 'barf.md': addressed('baran'), 'x.md': addressed('barf') }, 'x.md'],
    ['has the name and no slug', { 'barf.md': coverage, 'x.md': addressed('baran') }, 'barf.md'],
    ['has both', { 'barf.md': addressed('barf'), 'x.md': coverage }, 'barf.md'],
    ['has the slug alone', { 'x.md': addressed('Barf'), 'y.md': coverage }, 'x.md'],
    ['is a folder', { 'barf/index.md': coverage, '1405/barf.md': addressed('baran') }, 'barf/index.md'],
  ])('%s', async (_, files, expected) => expect(await texts(files)).toEqual([expected, expected]));

  it.each([
    ['names', { '1404/barf.md': coverage, '1405/barf.md': coverage }],
    ['slugs', { 'x.md': addressed('barf'), 'y.md': addressed('barf') }],
  ])('is not guessed between two of the same address, by their %s', async (_, files) => {
    await expect(texts(files)).rejects.toThrow(/md and .*md have the same address «barf»\. Rename one/);
  });

  it('is not the one whose slug is another', async () => {
    await expect(texts({ 'barf.md': addressed('barff') })).rejects.toThrow('no article «barf». The nearest is «barff»');
  });
});
