/** Writes the binary files of the search index: unsigned integers, texts and bytes in sequence. */
export interface ByteWriter {
  /** Write an integer from 0 to 2^32 - 1 in as few bytes as it needs (LEB128). */
  number(value: number): void;
  /** Write the length of a text in UTF-16 code units, then each unit as a number: common ones take one byte. */
  text(value: string): void;
  bytes(values: Uint8Array): void;
  /** Number of bytes written. */
  readonly length: number;
  finish(): Uint8Array<ArrayBuffer>;
}

/** Create a writer. */
export function createWriter(): ByteWriter {
  let buffer = new Uint8Array(256);
  let length = 0;
  const reserve = (count: number): void => {
    if (length + count <= buffer.length) return;
    const larger = new Uint8Array(Math.max(length + count, 2 * buffer.length));
    larger.set(buffer);
    buffer = larger;
  };
  const bytes = (values: Uint8Array): void => {
    reserve(values.length);
    buffer.set(values, length);
    length += values.length;
  };
  const number = (value: number): void => {
    reserve(5);
    let rest = value;
    for (; rest > 0x7f; rest = rest >>> 7) buffer[length++] = (rest & 0x7f) | 0x80;
    buffer[length++] = rest;
  };
  return {
    number,
    text: (value) => {
      number(value.length);
      for (let index = 0; index < value.length; index++) number(codeOf(value.charCodeAt(index)));
    },
    bytes,
    get length() {
      return length;
    },
    finish: () => buffer.slice(0, length),
  };
}

/** Reads the output of a {@link ByteWriter}, in the same order. */
export interface ByteReader {
  number(): number;
  text(): string;
  /** Return the next `count` bytes. */
  bytes(count: number): Uint8Array;
  readonly isAtEnd: boolean;
}

/** Create a reader. Reading past the end yields 0 and empty values: callers verify a file's mark first. */
export function createReader(buffer: Uint8Array): ByteReader {
  let at = 0;
  const number = (): number => {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = buffer[at++] ?? 0;
      value |= (byte & 0x7f) << shift;
      if (byte < 0x80) return value >>> 0;
    }
  };
  const bytes = (count: number): Uint8Array => buffer.subarray(at, (at += count));
  return {
    number,
    text: () => {
      let value = '';
      for (let left = number(); left > 0; left--) value += charOf(number());
      return value;
    },
    bytes,
    get isAtEnd() {
      return at >= buffer.length;
    },
  };
}

// These, with U+200C (the half-space), are written as one byte; any other code unit follows above them.
const letters = ' \u200Cابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهیآئءأؤۀة۰۱۲۳۴۵۶۷۸۹0123456789abcdefghijklmnopqrstuvwxyz-';
const codes = new Map(Array.from(letters, (letter, code) => [letter.charCodeAt(0), code]));
const otherCodes = 0x80;

function codeOf(unit: number): number {
  return codes.get(unit) ?? otherCodes + unit;
}

function charOf(code: number): string {
  return code < otherCodes ? letters.charAt(code) : String.fromCharCode(code - otherCodes);
}
