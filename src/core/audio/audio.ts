/** A recording of an article: a file of the newspaper's own. */
export interface Audio {
  title: string;
  /** Percent-encoded path on the site. */
  src: string;
  /** Size in bytes. */
  bytes: number;
  /** Media type, known by its bytes. */
  type: AudioType;
  /** Length in seconds, if the writer gave it. */
  seconds?: number | undefined;
  /** What is said in it: a percent-encoded path on the site, and its media type. */
  transcript?: { src: string; type: string } | undefined;
}

/** Media types of recordings that browsers and podcast apps play. */
export type AudioType = 'audio/mpeg' | 'audio/mp4' | 'audio/ogg';

/** Endings of files by type: of others, servers would send another type. */
export const audioEndings: Readonly<Record<AudioType, readonly string[]>> = {
  'audio/mpeg': ['mp3'],
  'audio/mp4': ['m4a'],
  'audio/ogg': ['ogg', 'oga'],
};

/** Return the type that a file's ending says, where its bytes can't be seen. */
export function typeOfEnding(name: string): AudioType | undefined {
  const ending = /\.([a-z\d]+)$/i.exec(name)?.[1]?.toLowerCase() ?? '';
  return (Object.keys(audioEndings) as AudioType[]).find((type) => audioEndings[type].includes(ending));
}

/** Largest recording, in bytes. */
export const mostAudioBytes = 200_000_000;

/** Bytes from the beginning of a file that tell its type. */
export const audioStart = 4096;

/**
 * Return the type of a recording by its first bytes: MPEG-1 or 2 Layer III with or without an ID3 tag (ISO 11172-3, ID3v2),
 * MPEG-4 audio (ISO 14496-12, brand `M4A` or a general one), Ogg (RFC 3533). `undefined` for everything else.
 */
export function audioTypeOf(start: Uint8Array): AudioType | undefined {
  const text = (from: number, to: number): string => String.fromCharCode(...start.subarray(from, to));
  if (text(0, 4) === 'OggS') return 'audio/ogg';
  if (text(4, 8) === 'ftyp' && /^(?:M4A|M4B|mp4[12]|iso|dash)/.test(text(8, 12))) return 'audio/mp4';
  if (text(0, 3) === 'ID3' && start.length > 10) return 'audio/mpeg';
  return isFrame(start) ? 'audio/mpeg' : undefined;
}

/** Return whether a frame of Layer III begins: the sync word, a version, the layer, a bit rate and a sampling rate that exist. */
function isFrame([first = 0, second = 0, third = 0]: Uint8Array): boolean {
  const [version, layer] = [(second >> 3) & 3, (second >> 1) & 3];
  const [bitRate, sampling] = [third >> 4, (third >> 2) & 3];
  return (
    first === 0xff &&
    second >> 5 === 7 &&
    version !== 1 &&
    layer === 1 &&
    bitRate !== 15 &&
    bitRate !== 0 &&
    sampling !== 3
  );
}
