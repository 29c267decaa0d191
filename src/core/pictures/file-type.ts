/** The kinds of picture that pages show. */
export type PictureType = 'jpeg' | 'png' | 'gif' | 'webp' | 'avif' | 'svg';

/**
 * Tell by its first bytes what kind of picture a file holds, whatever its name says; `undefined` if it is none that pages
 * show. Only the root of an SVG is looked for, since texts have no mark of their kind.
 */
export function pictureTypeOf(bytes: Uint8Array): PictureType | undefined {
  const head = latin(bytes, 0, 16);
  if (head.startsWith('\u00FF\u00D8\u00FF')) return 'jpeg';
  if (head.startsWith('\u0089PNG\r\n\u001A\n')) return 'png';
  if (/^GIF8[79]a/.test(head)) return 'gif';
  if (/^RIFF.{4}WEBP/s.test(head)) return 'webp';
  // ISO 14496-12: the major brand, or one of those that it is compatible with.
  if (head.startsWith('ftyp', 4) && /avi[fs]/.test(latin(bytes, 8, firstBox(bytes)))) return 'avif';
  return /<(?:\w+:)?svg[\s>]/i.test(latin(bytes, 0, svgSearch)) ? 'svg' : undefined;
}

/**
 * Tell whether a picture may move: every GIF, and what the headers of PNG, WebP and AVIF say. Pictures that move are shown
 * as they are.
 */
export function isAnimated(bytes: Uint8Array, type: PictureType): boolean {
  if (type === 'gif') return true;
  // The frames of a PNG are announced before the first data of the picture (APNG, `acTL`).
  if (type === 'png') return /^(?:(?!IDAT).)*acTL/s.test(latin(bytes, 0, pngSearch));
  // RFC 9649, section 2.7.1: the second lowest bit of the flags.
  if (type === 'webp') return latin(bytes, 12, 16) === 'VP8X' && (bytes[20]! & 2) !== 0;
  return type === 'avif' && /avis/.test(latin(bytes, 8, firstBox(bytes)));
}

/** Before its root, an SVG may have comments; before its data, a PNG has few and small chunks. Bytes. */
const [svgSearch, pngSearch] = [20_000, 4_000];

function firstBox(bytes: Uint8Array): number {
  return Math.min(bytes[3]! + bytes[2]! * 256, 256);
}

/** Each byte as a character of its number. */
function latin(bytes: Uint8Array, start: number, end: number): string {
  return String.fromCharCode(...bytes.subarray(start, end));
}
