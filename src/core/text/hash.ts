/** Hash a text to eight hexadecimal digits (FNV-1a, 32 bits, over UTF-16 code units). Not for secrets. */
export function hashText(text: string): string {
  return hexOf(hashNumber(text));
}

/** Hash a text to a whole number below 2³², as {@link hashText}. */
export function hashNumber(text: string): number {
  return fold(text, 0x811c9dc5, 0x01000193);
}

/** Hash a text to sixteen hexadecimal digits, for telling whether something changed. Not for secrets. */
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
