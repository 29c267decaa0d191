import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { writeCommentFiles } from '../../src/comments/publish/files.ts';

const folders: string[] = [];
const newFolder = (): string => {
  folders.push(mkdtempSync(join(tmpdir(), 'rooznegar-comments-')));
  return folders.at(-1)!;
};
const texts = (count: number, text: string): [string, string][] =>
  Array.from({ length: count }, (_, index) => [`article-${index}`, text]);
const read = (content: string): Record<string, string> => {
  const folder = join(content, 'comments');
  return Object.fromEntries(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
};
const filesOf = (list: readonly (readonly [string, string])[]): Record<string, string> =>
  Object.fromEntries(list.filter(([, text]) => text !== '').map(([slug, text]) => [`${slug}.jsonl`, text]));

describe('the files of comments', () => {
  afterEach(() => {
    vi.unstubAllEnvs();
    for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
  });

  it.each([
    ['a few', 3, process.env['PATH']!],
    ['many', 300, process.env['PATH']!],
    ['many, without coreutils', 300, ''],
  ])('are written, replaced and removed together, and leave no draft: %s', (_, count, path) => {
    vi.stubEnv('PATH', path);
    const content = newFolder();
    writeCommentFiles(content, texts(count, 'یک\n'));
    const second = texts(count, 'دو\n').map(([slug, text], index): [string, string] => [slug, index % 2 ? text : '']);
    expect(read(content)).toEqual(filesOf(texts(count, 'یک\n')));
    writeCommentFiles(content, second);
    expect(read(content)).toEqual(filesOf(second));
  });

  it('make no folder for articles without comments', () => {
    const content = newFolder();
    writeCommentFiles(content, texts(2, ''));
    expect(existsSync(join(content, 'comments'))).toBe(false);
  });

  it('leave no draft where the folder is a file', () => {
    const content = newFolder();
    writeFileSync(join(content, 'comments'), '');
    expect(() => writeCommentFiles(content, texts(2, 'یک\n'))).toThrow();
    expect(readdirSync(content)).toEqual(['comments']);
  });
});
