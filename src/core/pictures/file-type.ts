/** Picture types that pages show. */
export type PictureType = 'jpeg' | 'png' | 'gif' | 'webp' | 'avif' | 'svg';

/**
 * Detect the type of a picture from its first bytes, regardless of its name; `undefined` if pages do not show it. SVG
 * has no magic number: it is detected by its root element.
 */
export function pictureTypeOf(bytes: Uint8Array): PictureType | undefined {
  const head = latin(bytes, 0, 16);
  if (head.startsWith('\u00FF\u00D8\u00FF')) return 'jpeg';
  if (head.startsWith('\u0089PNG\r\n\u001A\n')) return 'png';
  if (/^GIF8[79]a/.test(head)) return 'gif';
  if (/^RIFF.{4}WEBP/s.test(head)) return 'webp';
  // ISO 14496-12: the major brand or one of the compatible brands.
  if (head.startsWith('ftyp', 4) && /avi[fs]/.test(latin(bytes, 8, firstBox(bytes)))) return 'avif';
  return /<(?:\w+:)?svg[\s>]/i.test(latin(bytes, 0, svgSearch)) ? 'svg' : undefined;
}

/**
 * Return whether a picture may be animated: every GIF, and PNG, WebP and AVIF according to their headers. Animated
 * pictures are published unchanged.
 */
export function isAnimated(bytes: Uint8Array, type: PictureType): boolean {
  if (type === 'gif') return true;
  // PNG announces animation (APNG, `acTL`) before the first image data.
  if (type === 'png') return /^(?:(?!IDAT).)*acTL/s.test(latin(bytes, 0, pngSearch));
  // RFC 9649, section 2.7.1: the second lowest bit of the flags.
  if (type === 'webp') return latin(bytes, 12, 16) === 'VP8X' && (bytes[20]! & 2) !== 0;
  return type === 'avif' && /avis/.test(latin(bytes, 8, firstBox(bytes)));
}

/** Bytes searched: comments may precede the root of an SVG; a few small chunks precede the data of a PNG. */
const [svgSearch, pngSearch] = [20_000, 4_000];

function firstBox(bytes: Uint8Array): number {
  return Math.min(bytes[3]! + bytes[2]! * 256, 256);
}

/** Decode bytes as Latin-1. */
function latin(bytes: Uint8Array, start: number, end: number): string {
  return String.fromCharCode(...bytes.subarray(start, end));
}
