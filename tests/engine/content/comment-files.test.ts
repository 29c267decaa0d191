import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readComments } from '../../../src/engine/content/comment-files.ts';
import { config } from '../../fixtures/sample/config.ts';
import { makeComment } from '../../core/comments/made-comments.ts';

const on = { ...config, comments: {} };
let folder = '';
const line = (id: string, text = 'متن.'): string => `${JSON.stringify(makeComment(id, { text }))}\n`;
const write = (name: string, text: string | Buffer): void => {
  const path = join(folder, 'content/comments', name);
  writeFileSync(path, text);
  // As if it had been written a while ago.
  utimesSync(path, 1_700_000_000, 1_700_000_000 + Math.random());
};
const read = (settings = on) => readComments(join(folder, 'content'), settings, join(folder, 'cache'));
const problems = () => read().problems.map(({ id, file, line: at }) => [id, file.split('/').at(-1), at]);
/** Wait until the stamps of the files are no longer recent. */
const settle = () => new Promise((done) => setTimeout(done, 80));

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rooznegar-comments-'));
  mkdirSync(join(folder, 'content/comments'), { recursive: true });
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe('the comments of a content folder', () => {
  it('are read by the name of the article, and their texts when they are asked for', () => {
    write('شهر.jsonl'.normalize('NFD'), line('a') + line('b'));
    write('metro.jsonl', line('c'));
    write('notes.txt', 'متن');
    const { files, problems: none, warnings } = read();
    expect([none, warnings]).toEqual([[], []]);
    expect(files.map(({ slug, count, pages }) => [slug, count, pages.length])).toEqual([
      ['metro', 1, 1],
      ['شهر', 2, 1],
    ]);
    expect(files[1]!.read().map(({ id }) => id)).toEqual(['000000000a', '000000000b']);
  });

  it('are read whole, large and small ones in turn', () => {
    // Around the size of the buffer that files are read into, and which the next file finds full.
    const sizes = [65_534, 65_535, 65_536, 65_537, 200_000];
    const sized = (id: string, bytes: number): string => line(id, 'x'.repeat(bytes - line(id, '').length));
    const expected = sizes.flatMap((size, index) => {
      const count = Math.floor(size / 1000);
      const lines = Array.from({ length: count }, (_, id) => sized(`${id}`, id === 0 ? 1000 + (size % 1000) : 1000));
      write(`${index}-a.jsonl`, lines.join(''));
      write(`${index}-b.jsonl`, line('y'));
      return [count, 1];
    });
    const { files, problems: none } = read();
    expect(none).toEqual([]);
    expect(files.map(({ count }) => count)).toEqual(expected);
    expect(files.map((file) => file.read().length)).toEqual(expected);
  });

  it('are not looked for where the site has none, or no folder', () => {
    write('metro.jsonl', '{');
    expect(read(config as typeof on)).toEqual({ files: [], problems: [], warnings: [] });
    rmSync(join(folder, 'content/comments'), { recursive: true });
    expect(read()).toEqual({ files: [], problems: [], warnings: [] });
  });

  it('are known from the cache while their files are the same', async () => {
    write('metro.jsonl', line('a'));
    write('bridge.jsonl', line('b'));
    await settle();
    const first = read();
    const shapes = ({ files }: typeof first) =>
      files.map(({ slug, count, pages, newest }) => ({ slug, count, pages, newest }));
    writeFileSync(join(folder, 'content/comments/new.jsonl'), line('c'));
    const again = read();
    expect(shapes(again).filter(({ slug }) => slug !== 'new')).toEqual(shapes(first));
    const cached = JSON.parse(readFileSync(join(folder, 'cache/comments.json')).subarray(4).toString()) as {
      files: object;
    };
    // The one that was written a moment ago may still change under the same stamp.
    expect(Object.keys(cached.files)).toEqual(['bridge.jsonl', 'metro.jsonl']);
  });

  it('are noticed when a file changes, comes or goes', async () => {
    write('metro.jsonl', line('a'));
    write('bridge.jsonl', line('b'));
    await settle();
    const before = read().files;
    write('metro.jsonl', line('a', 'متن دیگر.'));
    rmSync(join(folder, 'content/comments/bridge.jsonl'));
    await settle();
    const after = read().files;
    expect(after.map(({ slug }) => slug)).toEqual(['metro']);
    expect(after[0]!.pages).not.toEqual(before.find(({ slug }) => slug === 'metro')!.pages);
    expect(read().files[0]!.pages).toEqual(after[0]!.pages);
  });

  it('are summarized again when the pages have another size, or the cache is damaged', async () => {
    write('metro.jsonl', line('a') + line('b'));
    await settle();
    const one = { ...config, comments: { page: 1 } };
    expect([read().files[0]!.pages.length, read(one).files[0]!.pages.length]).toEqual([1, 2]);
    writeFileSync(join(folder, 'cache/comments.json'), 'damaged');
    expect(read(one).files[0]!.pages.length).toBe(2);
  });

  it('have problems with place', () => {
    write('a.jsonl', `${line('a')}{\n`);
    write('b.jsonl', Buffer.concat([Buffer.from(line('b')), Buffer.from([0xe9])]));
    write('c.jsonl', `${line('c')}\0`);
    write('d.jsonl', Buffer.alloc(5_000_001, ' '));
    write('e.jsonl', line('e') + line('e'));
    symlinkSync('/etc/hosts', join(folder, 'content/comments/f.jsonl'));
    const expected = [
      ['comments-json', 'a.jsonl', 2],
      ['encoding-invalid', 'b.jsonl', 2],
      ['nul-bytes', 'c.jsonl', 2],
      ['comments-too-large', 'd.jsonl', 1],
      ['comments-duplicate', 'e.jsonl', 2],
      ['symlink-outside', 'f.jsonl', 1],
    ];
    expect(problems()).toEqual(expected);
    // They are not forgotten because the files are known.
    expect(problems()).toEqual(expected);
  });

  it('have warnings each time', async () => {
    write('a.jsonl', `${JSON.stringify(makeComment('a', { re: '000000000z' }))}\n`);
    await settle();
    for (let time = 0; time < 2; time++) expect(read().warnings.map(({ id }) => id)).toEqual(['comments-parent']);
  });

  it('are not read through a folder that leads elsewhere', () => {
    rmSync(join(folder, 'content/comments'), { recursive: true });
    mkdirSync(join(folder, 'elsewhere'));
    writeFileSync(join(folder, 'elsewhere/a.jsonl'), line('a'));
    symlinkSync(join(folder, 'elsewhere'), join(folder, 'content/comments'));
    expect(problems()).toEqual([['symlink-outside', 'a.jsonl', 1]]);
  });
});
