import { type Audio, audioEndings, type AudioType, mostAudioBytes } from './audio.ts';
import { readDuration } from './duration.ts';

/** The field `audio` as it is written. */
export interface WrittenAudio {
  src: string;
  title?: string | undefined;
  duration?: string | undefined;
  transcript?: string | undefined;
}

/** A recording's file as it was found. */
export interface FoundAudio {
  /** Percent-encoded path on the site. */
  src: string;
  /** Size in bytes. */
  bytes: number;
  /** By its first bytes; absent if it is no recording. */
  type?: AudioType | undefined;
}

/** Kinds of problems that a recording can have. */
export type AudioFault =
  | 'media-missing'
  | 'audio-type'
  | 'audio-empty'
  | 'audio-ending'
  | 'audio-large'
  | 'audio-duration'
  | 'audio-transcript';

/** What reading a recording needs. */
export interface AudioInput {
  /** Title of the article, which a recording without a title has. */
  title: string;
  text(value: string): string;
  /** Without these functions, no file is found. */
  findAudio?(src: string): FoundAudio | undefined;
  findDocument?: ((src: string) => { src: string } | undefined) | undefined;
  report(id: AudioFault, path: readonly string[], values: Record<string, string>): undefined;
}

/**
 * Media types of transcripts by ending, as podcast apps read them (Podcasting 2.0, `<podcast:transcript>`). HTML is left
 * out: a file of it could run scripts on the site.
 */
const transcripts: Readonly<Record<string, string>> = {
  vtt: 'text/vtt',
  srt: 'application/x-subrip',
  txt: 'text/plain',
};

/** Read an article's recording. Recordings of other hosts are not played: their size and type could not be told. */
export function readAudio({ src, title, duration, transcript }: WrittenAudio, input: AudioInput): Audio | undefined {
  const { report, text } = input;
  const shown = src.length > 80 ? `${src.slice(0, 79)}…` : src;
  const seconds = duration === undefined ? undefined : readDuration(duration);
  if (duration !== undefined && seconds === undefined)
    report('audio-duration', ['audio', 'duration'], { found: duration });
  const spoken = transcript === undefined ? undefined : readTranscript(transcript, input);
  const found = /^(?:[a-z][a-z\d+.-]*:|\/\/)/i.test(src) ? undefined : input.findAudio?.(src);
  const path = ['audio', 'src'];
  if (!found) return report('media-missing', path, { src: shown });
  const { bytes, type } = found;
  if (bytes === 0) return report('audio-empty', path, { src: shown });
  if (type === undefined) return report('audio-type', path, { src: shown });
  if (bytes > mostAudioBytes) {
    const [size, limit] = [bytes, mostAudioBytes].map((each) => String(Math.ceil(each / 1e6)));
    return report('audio-large', path, { src: shown, size: size!, limit: limit! });
  }
  const ending = endingOf(src);
  if (!audioEndings[type].includes(ending)) {
    const other = `${src.slice(0, src.length - ending.length).replace(/\.?$/, '.')}${audioEndings[type][0]}`;
    return report('audio-ending', path, { src: shown, other: `audio: {src: ${other}}` });
  }
  return {
    title: text(title ?? input.title),
    src: found.src,
    bytes,
    type,
    ...(seconds !== undefined && { seconds }),
    ...(spoken && { transcript: spoken }),
  };
}

function readTranscript(written: string, { findDocument, report }: AudioInput): Audio['transcript'] {
  const type = Object.hasOwn(transcripts, endingOf(written)) ? transcripts[endingOf(written)] : undefined;
  const found = type === undefined ? undefined : findDocument?.(written);
  if (found) return { src: found.src, type: type! };
  return report('audio-transcript', ['audio', 'transcript'], { src: written });
}

function endingOf(name: string): string {
  return /\.([a-z\d]+)$/i.exec(name.replace(/[?#].*$/, ''))?.[1]?.toLowerCase() ?? '';
}
