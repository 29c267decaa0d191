import { describe, expect, it } from 'vitest';
import { audioTypeOf, mostAudioBytes } from '../../../src/core/audio/audio.ts';
import { formatDuration, isoDuration, readDuration } from '../../../src/core/audio/duration.ts';
import { type AudioFault, type FoundAudio, readAudio, type WrittenAudio } from '../../../src/core/audio/read-audio.ts';

const bytes = (...parts: (string | number[])[]): Uint8Array =>
  Uint8Array.from(parts.flatMap((part) => (typeof part === 'string' ? [...Buffer.from(part, 'latin1')] : part)));

describe('audioTypeOf', () => {
  it.each([
    ['MP3 with an ID3 tag', bytes('ID3', [4, 0, 0, 0, 0, 0, 35], 'TIT2'), 'audio/mpeg'],
    ['MP3 without one', bytes([0xff, 0xfb, 0x90, 0x64]), 'audio/mpeg'],
    ['MP3 of MPEG-2', bytes([0xff, 0xf3, 0x40, 0xc4]), 'audio/mpeg'],
    ['M4A', bytes([0, 0, 0, 32], 'ftypM4A '), 'audio/mp4'],
    ['M4A of a general brand', bytes([0, 0, 0, 24], 'ftypisom'), 'audio/mp4'],
    ['Ogg', bytes('OggS', [0, 2]), 'audio/ogg'],
  ])('knows %s', (_, start, type) => {
    expect(audioTypeOf(start)).toBe(type);
  });

  it.each([
    ['nothing', bytes()],
    ['text', bytes('این صدا نیست')],
    ['a tag alone', bytes('ID3')],
    ['AAC', bytes([0xff, 0xf1, 0x50, 0x80])],
    ['a frame without a bit rate', bytes([0xff, 0xfb, 0xf0, 0x64])],
    ['a JPEG', bytes([0xff, 0xd8, 0xff, 0xe0])],
    ['UTF-16', bytes([0xff, 0xfe, 0x41, 0])],
    ['a video of QuickTime', bytes([0, 0, 0, 20], 'ftypqt  ')],
    ['WAV', bytes('RIFF', [36, 0, 0, 0], 'WAVE')],
  ])('knows that %s is none', (_, start) => {
    expect(audioTypeOf(start)).toBeUndefined();
  });
});

it('durations are read in any notation, and written', () => {
  expect(['12:40', '۱۲:۴۰', '1:02:10', '760', '90:00', '0:07'].map(readDuration)).toEqual([
    760, 760, 3730, 760, 5400, 7,
  ]);
  expect(['دراز', '12:60', '1:60:00', '0', '0:00', '-5', '', '1:2'].map(readDuration)).toEqual(
    Array(8).fill(undefined),
  );
  expect([760, 3730, 7].map(formatDuration)).toEqual(['۱۲:۴۰', '۱:۰۲:۱۰', '۰:۰۷']);
  expect([760, 3730, 3600].map(isoDuration)).toEqual(['PT12M40S', 'PT1H2M10S', 'PT1H']);
});

describe('readAudio', () => {
  const files: Record<string, FoundAudio> = {
    'a.mp3': { src: '/files/a.mp3', bytes: 9, type: 'audio/mpeg' },
    'a.ogg': { src: '/files/a.ogg', bytes: 9, type: 'audio/mpeg' },
    صدا: { src: '/files/x', bytes: 9, type: 'audio/mp4' },
    'empty.mp3': { src: '/files/empty.mp3', bytes: 0 },
    'text.mp3': { src: '/files/text.mp3', bytes: 9 },
    'large.mp3': { src: '/files/large.mp3', bytes: mostAudioBytes + 1, type: 'audio/mpeg' },
  };
  const read = (written: WrittenAudio) => {
    const faults: [AudioFault, string, string | undefined][] = [];
    const audio = readAudio(written, {
      title: 'گفت‌وگو',
      text: (value) => value,
      findAudio: (src) => files[src],
      findDocument: (src) => (src === 'a.vtt' ? { src: '/files/a.vtt' } : undefined),
      report: (id, path, values) => void faults.push([id, path.join('.'), values['other']]) as undefined,
    });
    return { audio, faults };
  };

  it('reads a recording with its duration and transcript', () => {
    expect(read({ src: 'a.mp3', duration: '12:40', transcript: 'a.vtt' })).toEqual({
      audio: {
        title: 'گفت‌وگو',
        src: '/files/a.mp3',
        bytes: 9,
        type: 'audio/mpeg',
        seconds: 760,
        transcript: { src: '/files/a.vtt', type: 'text/vtt' },
      },
      faults: [],
    });
    expect(read({ src: 'a.mp3', title: 'دیگر' }).audio?.title).toBe('دیگر');
  });

  it.each([
    [{ src: 'b.mp3' }, [['media-missing', 'audio.src', undefined]]],
    [{ src: 'https://example.org/a.mp3' }, [['media-missing', 'audio.src', undefined]]],
    [{ src: 'empty.mp3' }, [['audio-empty', 'audio.src', undefined]]],
    [{ src: 'text.mp3' }, [['audio-type', 'audio.src', undefined]]],
    [{ src: 'large.mp3' }, [['audio-large', 'audio.src', undefined]]],
    [{ src: 'a.ogg' }, [['audio-ending', 'audio.src', 'audio: {src: a.mp3}']]],
    [{ src: 'صدا' }, [['audio-ending', 'audio.src', 'audio: {src: صدا.m4a}']]],
    [
      { src: 'b.mp3', duration: 'x', transcript: 'a.doc' },
      [
        ['audio-duration', 'audio.duration', undefined],
        ['audio-transcript', 'audio.transcript', undefined],
        ['media-missing', 'audio.src', undefined],
      ],
    ],
    [{ src: 'a.mp3', transcript: 'b.vtt' }, [['audio-transcript', 'audio.transcript', undefined]]],
  ])('reports all that is wrong: %j', (written, faults) => {
    expect(read(written).faults).toEqual(faults);
  });
});
