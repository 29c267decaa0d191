import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  readCacheFile,
  readCacheJson,
  replaceFile,
  writeCacheFile,
  writeCacheJson,
} from '../../../src/engine/cache/cache-file.ts';
import { digestOf } from '../../../src/engine/cache/digest.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rooznegar-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('a file of the cache', () => {
  it('gives back what was written, in folders that were not there', () => {
    const path = join(folder, 'a/b/c.bin');
    writeCacheFile(path, Buffer.from('خبر'));
    expect(readCacheFile(path)?.toString()).toBe('خبر');
    writeCacheFile(path, new Uint8Array());
    expect(readCacheFile(path)).toHaveLength(0);
    expect(readdirSync(join(folder, 'a/b'))).toEqual(['c.bin']);
  });

  it('is as if it were not there when any of its bytes is damaged, or its end is missing', () => {
    const path = join(folder, 'a');
    writeCacheFile(path, Buffer.from('news'));
    const whole = readFileSync(path);
    for (let at = 0; at < whole.length; at++) {
      writeFileSync(
        path,
        whole.map((byte, index) => (index === at ? byte ^ 1 : byte)),
      );
      expect(readCacheFile(path), `byte ${at}`).toBeUndefined();
      writeFileSync(path, whole.subarray(0, at));
      expect(readCacheFile(path), `${at} bytes`).toBeUndefined();
    }
    expect(readCacheFile(join(folder, 'none'))).toBeUndefined();
  });

  it('holds JSON', () => {
    const path = join(folder, 'a.json');
    writeCacheJson(path, { a: ['خبر'] });
    expect(readCacheJson(path)).toEqual({ a: ['خبر'] });
    expect(readCacheJson(join(folder, 'none'))).toBeUndefined();
  });
});

it('replaceFile joins parts, in place of what was there', () => {
  const path = join(folder, 'a');
  writeFileSync(path, 'a longer text');
  replaceFile(path, [Buffer.from('a'), Buffer.from('b')]);
  expect(readFileSync(path, 'utf8')).toBe('ab');
});

describe('digestOf', () => {
  it('is the beginning of SHA-256, of texts and bytes alike', () => {
    // FIPS 180-4 example: SHA-256 of «abc» is ba7816bf 8f01cfea 414140de …
    expect(Buffer.from(digestOf('abc'), 'base64url').toString('hex')).toBe('ba7816bf8f01cfea414140de');
    expect(digestOf(Buffer.from('خبر'))).toBe(digestOf('خبر'));
  });
});
