import { type ImportNote, note } from '../../notes.ts';
import { recordAddress } from './elements.ts';
import type { ReadFields } from '../folder/fields.ts';
import { findLinked, findNamed } from '../folder/find-files.ts';
import { titleIn } from '../folder/matter.ts';
import type { FolderSite } from '../folder/site.ts';

/** Context for the conversion of a file's text. */
export interface BodyContext {
  site: FolderSite;
  /** Path of the file. */
  path: string;
  fields: ReadFields;
  /** The first address at which it was published; `undefined` if there is none. */
  address: string | undefined;
  /** Return the imported file of a page, given its file in any language; `undefined` if the page is not imported. */
  recordOf(path: string): string | undefined;
  /** Receives the findings. */
  notes: ImportNote[];
}

/** Add a note about a tag, whose text is put on one line. */
export function report({ notes }: BodyContext, kind: ImportNote['kind'], what: string, detail: string): void {
  if (notes.length < maxNotes) notes.push(note(kind, what, detail.replace(/\s+/g, ' ').trim()));
}

// Hostile files have as many as they have characters.
const maxNotes = 2000;

/**
 * Return the address for a reference to another file by path or name; `undefined`, with a note, if there is no such
 * file.
 */
export function addressOf(context: BodyContext, written: string): string | undefined {
  const { site, path } = context;
  const [target = '', fragment = ''] = written.split('#', 2);
  const linked = findLinked(site, path, written);
  if (linked?.path === path && linked.fragment !== '') return `#${linked.fragment}`;
  const [record] = [linked?.path, findNamed(site, path, target)].flatMap(
    (found) => context.recordOf(found ?? '') ?? [],
  );
  if (record !== undefined) return recordAddress(record, linked?.fragment ?? fragment);
  report(context, 'look', 'A reference to a file that is not in the folder was left as it is.', written);
  return undefined;
}

/** Read the title of another file, as the text of a link without one; `''` if it has no title. */
export function titleOf({ site }: BodyContext, path: string | undefined): string {
  return titleIn((path === undefined ? undefined : site.read(path)) ?? '');
}
