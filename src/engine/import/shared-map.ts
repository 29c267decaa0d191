import { hashNumber } from '../../core/text/hash.ts';

/**
 * A map of texts in shared memory: threads that are given it read the same bytes. An open-addressing hash table of
 * offsets, and entries of a key's length, a value's length (32 bits each), and both in UTF-8.
 */
export interface SharedMap {
  /** Offset of each entry plus one; 0 where there is none. A power of two of them. */
  slots: Uint32Array;
  entries: Uint8Array;
}

/** Copy a map into shared memory. It may have up to 4 GB of text. */
export function shareMap(map: ReadonlyMap<string, string>): SharedMap {
  const slots = new Uint32Array(
    new SharedArrayBuffer(Uint32Array.BYTES_PER_ELEMENT * 2 ** Math.ceil(Math.log2(map.size * 2 + 1))),
  );
  let size = 0;
  for (const [key, value] of map) size += headSize + Buffer.byteLength(key) + Buffer.byteLength(value);
  const entries = Buffer.from(new SharedArrayBuffer(size));
  let offset = 0;
  for (const [key, value] of map) {
    slots[findSlot(slots, key, () => false)] = offset + 1;
    const keySize = entries.write(key, offset + headSize);
    const valueSize = entries.write(value, offset + headSize + keySize);
    entries.writeUInt32LE(keySize, offset);
    entries.writeUInt32LE(valueSize, offset + headSize / 2);
    offset += headSize + keySize + valueSize;
  }
  return { slots, entries: new Uint8Array(entries.buffer) };
}

/** Look up a key. Takes constant time. */
export function lookUp({ slots, entries }: SharedMap, key: string): string | undefined {
  const bytes = Buffer.from(entries.buffer);
  const wanted = Buffer.from(key);
  const keyAt = (offset: number): Buffer =>
    bytes.subarray(offset + headSize, offset + headSize + bytes.readUInt32LE(offset));
  const slot = findSlot(slots, key, (offset) => wanted.equals(keyAt(offset)));
  if (slots[slot] === 0) return undefined;
  const offset = slots[slot]! - 1;
  const start = offset + headSize + wanted.length;
  return bytes.toString('utf8', start, start + bytes.readUInt32LE(offset + headSize / 2));
}

const headSize = 8;

/** Find the slot of a key's entry, or the free one where it would be. */
function findSlot(slots: Uint32Array, key: string, isEntry: (offset: number) => boolean): number {
  let slot = hashNumber(key) & (slots.length - 1);
  while (slots[slot] !== 0 && !isEntry(slots[slot]! - 1)) slot = (slot + 1) & (slots.length - 1);
  return slot;
}
