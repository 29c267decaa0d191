import { mkdtempSync, readFileSync, rmdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ConfigError, describeSystemError, UsageError } from '../../../src/engine/base/errors.ts';

const errorOf = (code: string, path: string): Error =>
  Object.assign(new Error(`${code}: refused, open '${path}'`), { code, path });

describe('describeSystemError', () => {
  it.each([
    ['ENOSPC', 'The disk is full: /a could not be written.'],
    ['EDQUOT', 'The disk is full: /a could not be written.'],
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
