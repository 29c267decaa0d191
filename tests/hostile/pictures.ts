import { drawPng } from '../support/picture.ts';

/** A PNG that says it is much larger than it is. */
function vastPng(width: number, height: number): Buffer {
  const png = drawPng(2, 2, [0, 0, 0]);
  png.writeUInt32BE(width, 16);
  png.writeUInt32BE(height, 20);
  return png;
}

const box = (name: string, length = 24): Buffer =>
  Buffer.concat([
    Buffer.from([0, 0, 0, length]),
    Buffer.from(name),
    Buffer.alloc(Math.max(0, length - 4 - name.length)),
  ]);
const html = Buffer.from('<!DOCTYPE html><script>alert(1)</script>');

/** Files that pass for pictures, by their names. */
export const hostilePictures: Readonly<Record<string, Buffer>> = {
  'mp4.jpg': Buffer.concat([box('ftypisom'), box('mdat', 64)]),
  'page.jpg': html,
  'page.svg': html,
  'page.png': html,
  'drawing.jpg': Buffer.from(
    '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>alert(1)</script></svg>',
  ),
  'script.gif': Buffer.from('GIF89a=alert(1)//;'),
  'page-in.gif': Buffer.concat([Buffer.from('GIF89a\u0001\0\u0001\0'), html]),
  'empty.jpg': Buffer.alloc(0),
  'short.png': Buffer.from('\x89PNG\r\n\x1A\n', 'latin1'),
  'short.jpg': Buffer.from([0xff, 0xd8, 0xff]),
  'vast.png': vastPng(100_000, 100_000),
  'vaster.png': vastPng(0xffff_ffff, 0xffff_ffff),
  'flat.png': vastPng(0, 0),
  'vast.gif': Buffer.concat([Buffer.from('GIF89a\xff\xff\xff\xff', 'latin1'), Buffer.alloc(20)]),
  'vast.webp': Buffer.concat([
    Buffer.from('RIFF\x20\0\0\0WEBPVP8X\x0a\0\0\0\0\0\0\0\xff\xff\xff\xff\xff\xff', 'latin1'),
    Buffer.alloc(20),
  ]),
  'circle.avif': Buffer.concat([box('ftypavif'), Buffer.from([0, 0, 0, 0]), Buffer.from('meta'), Buffer.alloc(99)]),
  'zeros.jpg': Buffer.alloc(1000),
  'loop.jpg': Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 0]), Buffer.alloc(999, 0xff)]),
  'utf-16.svg': Buffer.from(
    '\uFEFF<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>alert(1)</script></svg>',
    'utf16le',
  ),
  'icon.jpg': Buffer.concat([Buffer.from('icns'), Buffer.from([0, 0, 1, 0]), Buffer.from('ic07'), Buffer.alloc(300)]),
};
