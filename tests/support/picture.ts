import { crc32, deflateSync } from 'node:zlib';

/** Draw a PNG of one colour: red, green and blue, 0 to 255 each. */
export function drawPng(width: number, height: number, colour: readonly [number, number, number]): Buffer {
  const size = Buffer.alloc(13);
  size.writeUInt32BE(width, 0);
  size.writeUInt32BE(height, 4);
  // Eight bits per channel, RGB.
  size.set([8, 2], 8);
  const row = Buffer.concat([Buffer.of(0), Buffer.alloc(width * 3, Buffer.from(colour))]);
  const rows = deflateSync(Buffer.alloc(row.length * height, row));
  return Buffer.concat([Buffer.from('\x89PNG\r\n\x1A\n', 'latin1'), chunk('IHDR', size), chunk('IDAT', rows), end]);
}

function chunk(name: string, content: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name), content]);
  const [length, checksum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(content.length);
  checksum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, checksum]);
}

const end = chunk('IEND', Buffer.alloc(0));
