import { posix, win32 } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isWithin, withSlashes } from '../../../src/engine/base/paths.ts';

describe('isWithin', () => {
  it.each([
    ['/site/content/a.md', '/site/content', true],
    ['/site/content', '/site/content', true],
    ['/site/content/..a/b', '/site/content', true],
    ['/site/content-2/a.md', '/site/content', false],
    ['/site', '/site/content', false],
    ['/a', '/', true],
  ])('POSIX: %s in %s: %s', (path, folder, expected) => expect(isWithin(path, folder, posix)).toBe(expected));

  it.each([
    [String.raw`C:\site\content\a.md`, String.raw`C:\site\content`, true],
    [String.raw`c:\Site\content\a.md`, String.raw`C:\site\content`, true],
    ['C:/site/content/a.md', String.raw`C:\site\content`, true],
    [String.raw`C:\site\content-2\a.md`, String.raw`C:\site\content`, false],
    [String.raw`D:\site\content\a.md`, String.raw`C:\site\content`, false],
    [String.raw`D:\a.md`, 'D:\\', true],
    [String.raw`\\server\share\content\a.md`, String.raw`\\server\share\content`, true],
    [String.raw`\\server\other\a.md`, String.raw`\\server\share`, false],
  ])('Windows: %s in %s: %s', (path, folder, expected) => expect(isWithin(path, folder, win32)).toBe(expected));
});

describe('withSlashes', () => {
  it('converts only the separators of Windows', () => {
    expect(withSlashes(String.raw`C:\site\شهر\a.md`, win32)).toBe('C:/site/شهر/a.md');
    expect(withSlashes(String.raw`/site/a\b.md`, posix)).toBe(String.raw`/site/a\b.md`);
  });
});
