import { expect, it } from 'vitest';
import { isWebVtt } from '../../../src/core/text/web-vtt.ts';

const cue = '00:00.000 --> 00:02.000\nاتوبوس برقی\n';

it.each([
  ['a header alone', 'WEBVTT', true],
  ['a header and captions', `WEBVTT\n\n${cue}`, true],
  ['a byte order mark', `\uFEFFWEBVTT\r\n\r\n${cue}`, true],
  ['a header with a text', `WEBVTT زیرنویس\n\n${cue}`, true],
  ['captions of SubRip', `1\n00:00:00,000 --> 00:00:02,000\nاتوبوس\n`, false],
  ['a word that begins alike', 'WEBVTTX\n', false],
  ['small letters', 'webvtt\n', false],
  ['a blank line first', `\nWEBVTT\n`, false],
  ['nothing', '', false],
])('a file with %s', (_, text, expected) => {
  expect(isWebVtt(new TextEncoder().encode(text))).toBe(expected);
});

it('the last letter of the beginning may be cut off, but all must be UTF-8', () => {
  const bytes = new TextEncoder().encode('WEBVTT\n\nاتوبوس');
  expect(isWebVtt(bytes.subarray(0, -1))).toBe(true);
  // «سلام» in Windows-1256.
  expect(isWebVtt(Uint8Array.of(...bytes.subarray(0, 8), 0xd3, 0xe1, 0xc7, 0xe3))).toBe(false);
});
