import { mkdtempSync, readFileSync, rmdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { nameFile, noteSpace } from '../../../src/engine/base/disk-space.ts';
import { ConfigError, describeSystemError, isFullError, UsageError } from '../../../src/engine/base/errors.ts';

const errorOf = (code: string, path: string): Error =>
  Object.assign(new Error(`${code}: refused, open '${path}'`), { code, path });

describe('describeSystemError', () => {
  it.each([
    ['ENOSPC', 'The disk is full: /a could not be written.'],
    ['EDQUOT', 'The disk is full for this user, whose quota is used up: /a could not be written.'],
    ['EACCES', '/a may not be read or changed by this user.'],
    ['EPERM', '/a may not be read or changed by this user.'],
    ['EROFS', '/a can’t be written: the disk is mounted read-only.'],
    ['ENOENT', '/a no longer exists'],
    ['ENOTDIR', '/a no longer exists'],
    ['EMFILE', '/a could not be opened: too many files are open.'],
    ['ENFILE', '/a could not be opened: too many files are open.'],
  ])('says of %s what it means and what to do', (code, sentence) => {
    expect(describeSystemError(errorOf(code, '/a'))).toContain(sentence);
  });

  it('names the file of a real error', () => {
    const folder = mkdtempSync(join(tmpdir(), 'rooznegar-'));
    rmdirSync(folder);
    try {
      readFileSync(join(folder, 'a'));
      expect.unreachable();
    } catch (error) {
      expect(describeSystemError(error)).toContain(join(folder, 'a'));
    }
  });

  it('reads an error from a thread, which has nothing but its message', () => {
    expect(describeSystemError(new Error("EACCES: permission denied, open '/a b'"))).toContain('/a b may not be read');
    expect(describeSystemError(new Error('ENOSPC: no space left on device, write'))).toContain('a file could not be');
  });

  it.each([
    [
      'Rust',
      new Error('Failed to write file in /c/x.mjs\n\nCaused by:\n    No space left on device (os error 28)'),
      '/c/x.mjs',
    ],
    ['libvips', new Error('/c/a.avif: unable to write\nunix error: No space left on device'), 'دیسک پر است'],
    ['Windows', new Error('There is not enough space on the disk. (os error 112)'), 'پرونده‌ای نوشته نشد'],
    ['a cause', new Error('Build failed', { cause: errorOf('ENOSPC', '/c/y') }), '/c/y'],
    [
      'several',
      Object.assign(new Error('Build failed'), { errors: [new Error('x'), errorOf('ENOSPC', '/c/z')] }),
      '/c/z',
    ],
    ['a quota', new Error('write failed: Disk quota exceeded'), 'سهم این کاربر از دیسک پر است'],
  ])('recognises a full disk in errors of other sources: %s', (_, error, part) => {
    const sentence = describeSystemError(error, 'fa');
    expect(sentence).toContain(part);
    expect(sentence).not.toContain('\n');
    expect(isFullError(error)).toBe(true);
    expect(isFullError(new Error('x', { cause: errorOf('ENOENT', '/a') }))).toBe(false);
  });

  it('gives the free and the needed space, if known', () => {
    const error = errorOf('ENOSPC', '/a');
    noteSpace(error, '/', { free: 300_000, needed: 3_240_000 });
    // The first record counts: later, space has been freed.
    noteSpace(error, '/');
    expect(describeSystemError(error)).toBe(
      'The disk is full: /a could not be written (0.3 MB free, 3.2 MB needed). Free some space.',
    );
    expect(describeSystemError(error, 'fa')).toContain('(۰٫۳ مگابایت جا هست و ۳٫۲ مگابایت لازم است)');
    const other = errorOf('ENOSPC', '/a');
    noteSpace(other, '/none/at/all');
    expect(describeSystemError(other)).toMatch(/written \([\d.,]+ MB free\)\./);
  });

  it('names the file that was being written, in other threads too', () => {
    const bare = Object.assign(new Error('ENOSPC: no space left on device, write'), {
      code: 'ENOSPC',
      syscall: 'write',
    });
    const fail = (error: Error) => () => {
      throw error;
    };
    try {
      nameFile('/srv/a b', fail(bare));
      expect.unreachable();
    } catch (error) {
      expect(describeSystemError(error)).toContain('/srv/a b could not be written');
      expect(describeSystemError(structuredClone(error))).toContain('/srv/a b could not be written');
    }
    expect(() => nameFile('/a', fail(errorOf('ENOSPC', '/b')))).toThrow(/\/b/);
    expect(() => nameFile('/a', fail(new TypeError('x')))).toThrow(TypeError);
    expect(nameFile('/a', () => 7)).toBe(7);
  });

  it('passes on the words of the system where it has none of its own', () => {
    expect(describeSystemError(errorOf('EXDEV', '/a'))).toBe("/a: EXDEV: refused, open '/a'.");
  });

  it('knows nothing of errors that are none of the system’s', () => {
    expect(describeSystemError(new TypeError('x is undefined'))).toBeUndefined();
    expect(describeSystemError('ENOSPC: full')).toBeUndefined();
    expect(
      describeSystemError(Object.assign(new Error('The argument is wrong'), { code: 'ERR_INVALID_ARG_TYPE' })),
    ).toBeUndefined();
  });
});

it('unsound settings are a wrong use of the command', () => {
  expect(new ConfigError('x')).toBeInstanceOf(UsageError);
});
