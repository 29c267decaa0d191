import { decodePath } from '../urls.ts';

/**
 * Return the slug of the article whose page a request is for, whatever its query; `undefined` for everything else.
 *
 * @param target As in a log, one character per byte: an absolute path or URL, percent-encoded or not, perhaps with the
 *   escapes of nginx and Apache (`\x22`).
 * @param base The site's path without a final slash.
 */
export function articleOf(target: string, base: string): string | undefined {
  const [path = ''] = target.replace(/^https?:\/\/[^/?#]*/i, '').split(/[?#]/, 1);
  const decoded = decodePath(utf8(path));
  if (!decoded?.startsWith(`${base}/news/`)) return undefined;
  const [, slug] = /^([^/]+)\/(?:index\.html)?$/.exec(decoded.slice(`${base}/news/`.length)) ?? [];
  return slug?.normalize('NFC');
}

const decoder = new TextDecoder();

/** Decode UTF-8 from a string whose characters are bytes. */
function utf8(text: string): string {
  const bytes = text.replace(/\\x([0-9A-Fa-f]{2})/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
  if (!/[\u0080-\u00FF]/.test(bytes) || /[\u0100-\uFFFF]/.test(bytes)) return bytes;
  return decoder.decode(Uint8Array.from(bytes, (byte) => byte.charCodeAt(0)));
}
