import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Bucket, readBucket, writeBucket } from '../../../src/engine/content/bucket-file.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rooznegar-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

interface Named {
  name: string;
}

const items = [
  {
    entry: { name: 'ابر' },
    features: Uint32Array.of(1, 2 ** 32 - 1, 7),
    body: { html: '<p>باران</p>', text: 'باران' },
  },
  { entry: { name: 'صفحه' } },
  { entry: { name: 'باد' }, features: Uint32Array.of(5), body: { html: '', text: 'نیم‌فاصله', words: 'نیم‌فاصله' } },
];

function write(): string {
  const path = join(folder, '1.bin');
  writeBucket<Named>(path, 'setup', items);
  return path;
}

function bodiesOf({ entries, bodyAt }: Bucket<Named>, mend = (): never => expect.fail()): unknown[] {
  return entries.map(({ place }) => {
    if (!place) return undefined;
    const { html, text, words } = bodyAt(place, mend);
    return { html, text, ...(words !== undefined && { words }) };
  });
}

describe('a bucket of the content cache', () => {
  it('is read back as written', () => {
    const bucket = readBucket<Named>(write(), 'setup')!;
    expect(bucket.entries.map(({ name }) => name)).toEqual(items.map(({ entry }) => entry.name));
    expect(bucket.entries.map(({ features }) => [...features!])).toEqual([[1, 2 ** 32 - 1, 7], [], [5]]);
    expect(bodiesOf(bucket)).toEqual(items.map(({ body }) => body));
  });

  it('is kept when it is written again while a text of the one before is still read', () => {
    const path = write();
    const before = readBucket<Named>(path, 'setup')!;
    writeBucket<Named>(path, 'setup', [{ entry: { name: 'برف' }, body: { html: '<p>برف</p>', text: 'برف' } }]);
    const mended = { html: 'mended', text: 'mended' };
    expect(bodiesOf(before, (() => mended) as () => never)).toEqual([mended, undefined, mended]);
    expect(bodiesOf(readBucket<Named>(path, 'setup')!)).toEqual([{ html: '<p>برف</p>', text: 'برف' }]);
  });

  it('is missing for another setup, or without a file', () => {
    expect(readBucket(write(), 'another')).toBeUndefined();
    expect(readBucket(join(folder, '2.bin'), 'setup')).toBeUndefined();
  });

  it('is missing, or its texts are recreated, whichever byte is damaged', () => {
    const bytes = readFileSync(write());
    const mended = { html: 'mended', text: 'mended' };
    for (let place = 0; place < bytes.length; place++) {
      const damaged = Buffer.from(bytes);
      damaged[place]! ^= 0x40;
      writeFileSync(join(folder, '1.bin'), damaged);
      const bucket = readBucket<Named>(join(folder, '1.bin'), 'setup');
      if (!bucket) continue;
      expect(bucket.entries.map(({ name }) => name)).toEqual(items.map(({ entry }) => entry.name));
      const found = bodiesOf(bucket, (() => mended) as () => never);
      expect(found.filter((body) => JSON.stringify(body) === JSON.stringify(mended))).not.toEqual([]);
    }
  });

  it('is missing if truncated', () => {
    const bytes = readFileSync(write());
    for (let length = 0; length < 40; length++) {
      writeFileSync(join(folder, '1.bin'), bytes.subarray(0, length));
      expect(readBucket(join(folder, '1.bin'), 'setup')).toBeUndefined();
    }
  });
});
