/**
 * Return whether a file is a WebVTT file (w3.org/TR/webvtt1, section 4.1), by its beginning: browsers ignore captions that do not
 * begin with `WEBVTT`, and read all of them as UTF-8.
 *
 * @param start Its first bytes, at least ten if it has as many.
 */
export function isWebVtt(start: Uint8Array): boolean {
  try {
    // The last letter may be cut off.
    const text = new TextDecoder('utf-8', { fatal: true }).decode(start, { stream: true });
    return /^WEBVTT(?:[ \t\r\n]|$)/.test(text);
  } catch {
    return false;
  }
}
