/** A comment of another system. */
export interface SourceComment {
  /** Name of the system and the comment’s id there: equal for equal comments, whenever they are imported. */
  key: string;
  /** The key of the comment that it answers. */
  parent?: string | undefined;
  slug: string;
  /** In milliseconds since 1970-01-01T00:00Z. */
  at: number;
  name: string;
  text: string;
  /** Whether it is approved or pending; others are not imported. */
  state: 'approved' | 'held';
  /** Set if the newsroom wrote it. */
  by?: string | undefined;
  /** Its id, if it comes from this system. */
  id?: string | undefined;
}

/** Receives the comments of a file, one by one. */
export type Receive = (comment: SourceComment) => void;

/** Return the plain text of a comment’s HTML: paragraphs and line breaks stay. */
export function plainText(markup: string, decode: (text: string) => string): string {
  const text = markup
    .replace(/\r\n?/g, '\n')
    .replace(/<br\s*\/?>\n?/gi, '\n')
    .replace(/<\/(?:p|div|li|blockquote)\s*>\s*/gi, '\n\n')
    .replace(/<[^<>]*>/g, '');
  // Empty lines that are left out here need not be cleaned, which takes much longer.
  return decode(text)
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** Return the last part of an address’s path, which names the article; `undefined` if there is none. */
export function slugOfAddress(address: string): string | undefined {
  const path = URL.parse(address, 'https://site.invalid')?.pathname ?? '';
  const last = path.split('/').findLast((part) => part !== '');
  try {
    return last === undefined ? undefined : decodeURIComponent(last).replace(/\.html?$/, '');
  } catch {
    return undefined;
  }
}
