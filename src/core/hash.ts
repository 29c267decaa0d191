/** Hash a text to eight hexadecimal digits (FNV-1a, 32 bits, over UTF-16 code units). Not for secrets. */
export function hashText(text: string): string {
  return hashNumber(text).toString(16).padStart(8, '0');
}

/** Hash a text to a whole number below 2³², as {@link hashText}. */
export function hashNumber(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return hash >>> 0;
}
