import { describe, expect, it } from 'vitest';
import { mediaTypeOf } from '../../../src/core/text/media-type.ts';

describe('mediaTypeOf', () => {
  it.each([
    ['a.avif', 'image/avif'],
    ['a.gif', 'image/gif'],
    ['a.jpeg', 'image/jpeg'],
    ['/files/شهر.JPG', 'image/jpeg'],
    ['a.png', 'image/png'],
    ['a.svg', 'image/svg+xml'],
    ['a.webp', 'image/webp'],
    ['a.m3u8', 'application/vnd.apple.mpegurl'],
    ['a.m4v', 'video/mp4'],
    ['a.mov', 'video/quicktime'],
    ['a.mp4', 'video/mp4'],
    ['a.ogv', 'video/ogg'],
    ['a.webm', 'video/webm'],
    ['a.mp3', 'audio/mpeg'],
    ['a.tar.html', 'text/html'],
  ])('of %s is %s', (name, type) => expect(mediaTypeOf(name)).toBe(type));

  it.each(['jpg', 'a', 'a.', 'a.jpg/', 'a.unheard', 'a.constructor', 'a.tostring', 'a.jp\u200Cg', ''])(
    'is unknown of %j',
    (name) => expect(mediaTypeOf(name)).toBeUndefined(),
  );
});
