import { meaningOf } from '../../front-matter/names.ts';
import { type ImportNote, note } from '../notes.ts';
import { plainText } from '../reading/html-scan.ts';
import { type Fields, fieldsOf, isYes, listOf, nameOf, textOf, valueOf } from '../reading/values.ts';
import type { ImportedPicture, ImportRecord } from '../record.ts';
import type { Collected } from './fields.ts';

/** Read a list of texts, of objects with a name, or one text separated by commas. */
export function textsOf(value: unknown): string[] {
  const values = Array.isArray(value) ? value : typeof value === 'string' ? value.split(/[,،؛;|]/) : [value];
  return values.map(textIn).filter((text) => text !== '');
}

/** Read names of people. */
export function namesOf(value: unknown): string[] {
  return [...new Set(textsOf(value).map(nameOf))].filter((name) => name !== '');
}

/** Read a source: its name, or an object with name and address. */
export function sourceOf(value: unknown, url: string | undefined): ImportRecord['source'] {
  const fields = fieldsOf(value);
  const name = textIn(value).slice(0, longest);
  const own = partsOf(fields, 'source').get('url');
  const address = own ?? (fields ? undefined : url);
  return name === '' ? undefined : { name, url: /^https?:\/\//.test(address ?? '') ? address : undefined };
}

/**
 * Read the picture: an address, or an object in the names of front matter. Its parts may also be fields of the record.
 */
export function pictureOf(found: Collected, notes: ImportNote[]): ImportedPicture | undefined {
  const value = found.get('image');
  const [first, ...others] = Array.isArray(value) ? listOf(value) : [value];
  if (others.length > 0) notes.push(note('lost', 'A record has more than one picture; the first was taken.'));
  const parts = partsOf(fieldsOf(first), 'image');
  const part = (name: string): string | undefined =>
    plainText((parts.get(name) || textOf(found.get(`image.${name}`))).slice(0, longest * 20)) || undefined;
  const src = (textOf(first) || parts.get('src') || '').trim();
  return src === '' ? undefined : { src, alt: part('alt'), caption: part('caption'), credit: part('credit') };
}

/** Read the video: an address, or an object with address and title. */
export function videoOf(value: unknown, notes: ImportNote[]): ImportRecord['video'] {
  const [first, ...others] = Array.isArray(value) ? listOf(value) : [value];
  if (others.length > 0) notes.push(note('lost', 'A record has more than one video; the first was taken.'));
  const parts = partsOf(fieldsOf(first), 'video');
  const url = (textOf(first) || parts.get('url') || parts.get('src') || '').trim();
  return url === '' ? undefined : { url, title: parts.get('title')?.trim() || undefined };
}

/** Return why a record must not be published, from `draft` and `status`. */
export function statusOf(found: Collected): string | undefined {
  const draft = found.get('draft');
  if (isYes(draft) || /^(?:yes|on|بله|آری)$/i.test(textOf(draft).trim())) return 'It was a draft.';
  const status = textOf(found.get('status')).trim().slice(0, 40);
  return status === '' || publicStatus.test(status) ? undefined : 'Its status was not that of published articles.';
}

/** Collect the texts of an object under our names. */
function partsOf(fields: Fields | undefined, group: 'image' | 'video' | 'source'): ReadonlyMap<string, string> {
  const parts = new Map<string, string>();
  for (const [key, part] of Object.entries(fields ?? {})) {
    const meaning = key.length > longest ? undefined : meaningOf(key, group);
    if (meaning && meaning.reading !== 'unused' && !parts.has(meaning.field)) parts.set(meaning.field, textOf(part));
  }
  return parts;
}

function textIn(value: unknown): string {
  const fields = fieldsOf(value);
  if (!fields) return textOf(value).trim();
  const names = ['name', 'title', 'label', 'display_name', 'نام', 'عنوان'].map((name) =>
    textOf(valueOf(fields, name)).trim(),
  );
  return names.find((name) => name !== '') ?? '';
}

const publicStatus = /^(?:publish(?:ed)?|public|live|active|online|visible|future|scheduled|منتشر\s?شده|true|1)$/i;
const longest = 200;
