import { lookup } from 'mrmime';

/** Registered or in general use, and missing in mrmime. */
const others: Readonly<Record<string, string>> = { m3u8: 'application/vnd.apple.mpegurl', m4v: 'video/mp4' };

/**
 * Return the media type of a file by the extension of its name or path (RFC 6838, registry of IANA), without a charset;
 * `undefined` where the extension says nothing.
 *
 * @example mediaTypeOf('شهر.JPG') // 'image/jpeg'
 */
export function mediaTypeOf(name: string): string | undefined {
  const extension = /\.([a-z\d]+)$/i.exec(name)?.[1]?.toLowerCase() ?? '';
  // Both tables are plain objects, which also have «constructor».
  const type: unknown = Object.hasOwn(others, extension) ? others[extension] : lookup(extension);
  return typeof type === 'string' ? type : undefined;
}
