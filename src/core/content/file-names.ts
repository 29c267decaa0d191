import type { Problem } from '../problems/problem.ts';
import { byteLength, maxSlugBytes, slugify } from '../text/slug.ts';

/** Extensions of markdown files, in any letter case. */
export const markdownEnding = /\.(?:md|markdown)$/i;

/** Return whether a file of this name is read as markdown. */
export function isMarkdownName(name: string): boolean {
  return markdownEnding.test(name);
}

/**
 * Derive the slug of a file from its path, and report problems with the slug.
 *
 * @param bundle Name of the folder of an `index.md`; absent for other files.
 */
export function readSlug(path: string, bundle?: string): { slug: string; problems: Problem[] } {
  const name = bundle ?? path.slice(path.lastIndexOf('/') + 1).replace(markdownEnding, '');
  const slug = slugify(name);
  const at = { file: path, line: 1, column: 1 };
  if (slug === '') return { slug, problems: [{ ...at, id: 'slug-empty', values: {} }] };
  return { slug, problems: lengthProblems(slug, path) };
}

/** Report a slug that is too long for file systems. */
export function lengthProblems(slug: string, file: string): Problem[] {
  const bytes = byteLength(slug);
  if (bytes <= maxSlugBytes) return [];
  const values = { bytes: `${bytes}`, limit: `${maxSlugBytes}` };
  return [{ id: 'slug-too-long', file, line: 1, column: 1, values }];
}

/**
 * Classify a file that is not read: `text` if it only needs another name, `document` if its text must be copied out of
 * another program's format. Pictures, media, data and editors' backups are neither.
 *
 * @param name File name without folders.
 * @example unreadKind('khabar.md.txt') // 'text'
 */
export function unreadKind(name: string): 'text' | 'document' | undefined {
  if (/^[.~]|~$|\.(?:bak|orig|old|save|sw[op]|tmp|part|crdownload)$/i.test(name)) return undefined;
  if (/\.(?:docx?|docm|dotx?|odt|ott|rtf|pages|wps|wpd|html?|xhtml|mht|mhtml|gdoc|epub|tex|zim)$/i.test(name)) {
    return 'document';
  }
  const isText = /\.(?:te?xt|mdx|mdown|mdwn|mkdn?|mdtxt|mdtext|rmd|qmd|rst|adoc|asciidoc|org|textile)$/i.test(name);
  return isText || !extension.test(name) || /\.(?:md|markdown)\.[^.]*$/i.test(name) ? 'text' : undefined;
}

/** A file extension. A Persian word after a dot is part of the name. */
const extension = /\.(?=[a-z\d]*[a-z])[a-z\d]{1,10}$/i;

/**
 * Create the warning about a file that is not read, with its remedy.
 *
 * @param path Shown in the warning.
 */
export function describeUnread(path: string): Problem {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const isDocument = unreadKind(name) === 'document';
  const proposed = proposeName(name);
  return {
    id: isDocument ? 'file-document' : 'file-unread',
    file: path,
    line: 1,
    column: 1,
    values: { proposed },
  };
}

function proposeName(name: string): string {
  const bare = name.replace(extension, '').replace(markdownEnding, '');
  return `${bare === '' ? name : bare}.md`;
}
