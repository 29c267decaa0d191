import { foldKey } from '../../text/persian.ts';
import { type FieldMeaning, meaningOf, rankOf } from '../../front-matter/names.ts';
import { type ImportNote, note } from '../notes.ts';
import { type Fields, fieldsOf, withoutEmails } from '../reading/values.ts';

/**
 * Values by our field names, and by names that only this room knows: `address`, `body:html`, `format`, `id`, `kind`.
 */
export type Collected = ReadonlyMap<string, unknown>;

/**
 * Gather the fields of a record under our names. Our own names take precedence over those of other systems, which rank
 * as in front matter. Fields without a counterpart get a note.
 */
export function collectFields(fields: Fields, notes: ImportNote[]): Collected {
  const found = new Map<string, unknown>();
  const unknown: string[] = [];
  for (const { key, meaning, value } of Object.entries(fields).flatMap(explain).toSorted(compare)) {
    if (value === null || value === undefined || value === '') continue;
    const name = nameIn(key, meaning);
    if (name === undefined) unknown.push(key);
    else if (name !== '' && !found.has(name)) found.set(name, invert(value, meaning));
  }
  for (const key of unknown.slice(0, mostNotes))
    notes.push(note('lost', 'A field has no counterpart here.', withoutEmails(key)));
  return found;
}

/** Format the beginning of a value; `JSON.stringify` fails on very deep ones. */
export function quoteJson(value: unknown): string {
  try {
    return JSON.stringify(value).slice(0, 60);
  } catch {
    return Array.isArray(value) ? 'a very deep list' : 'a very deep object';
  }
}

interface Entry {
  key: string;
  meaning: FieldMeaning | undefined;
  value: unknown;
}

/** Flatten the groups of other generators, such as `params`: their members are fields of the record. */
function explain([key, value]: [string, unknown]): Entry[] {
  if (key.length > longestKey) return [{ key: key.slice(0, longestKey), meaning: undefined, value }];
  const meaning = meaningOf(key, 'file');
  const group = meaning?.reading === 'members' ? fieldsOf(value) : undefined;
  if (!group) return [{ key, meaning, value }];
  return Object.entries(group).map(([name, inner]) => ({
    key: name,
    meaning: name.length > longestKey ? undefined : meaningOf(name, 'file'),
    value: inner,
  }));
}

function compare(a: Entry, b: Entry): number {
  return levelOf(a) - levelOf(b) || rankOf(a.key.slice(0, longestKey)) - rankOf(b.key.slice(0, longestKey));
}

function levelOf({ meaning }: Entry): number {
  return meaning?.isOwn ? 0 : meaning?.reading === 'spare' ? 2 : 1;
}

/** Return the name under which a field is gathered; `''` for known fields without use, `undefined` for unknown ones. */
function nameIn(key: string, meaning: FieldMeaning | undefined): string | undefined {
  const special = specialNames.get(foldKey(key.slice(0, longestKey)));
  if (special !== undefined) return special;
  if (!meaning) return undefined;
  const { field, reading } = meaning;
  if (reading === 'unused' || reading === 'members') return '';
  if (reading === 'address') return 'address';
  if (reading === 'category' && field === 'section') return 'category';
  if (reading === 'time') return 'time';
  if (reading === 'status') return 'status';
  if (field === 'corrections' || field === 'name' || field === 'role') return undefined;
  return field;
}

function invert(value: unknown, meaning: FieldMeaning | undefined): unknown {
  if (meaning?.reading !== 'published') return value;
  return value === false || value === 0 || value === 'false';
}

const specialNames = new Map(
  (
    [
      ['body', 'body content text article_body articlebody full_text fulltext post_content متن بدنه محتوا متن_خبر'],
      ['body:html', 'content_html body_html html'],
      ['body:markdown', 'markdown content_markdown body_markdown'],
      ['body:text', 'content_text plain_text plaintext body_text'],
      ['format', 'format body_format content_format content_type'],
      ['id', 'id _id guid uuid post_id news_id شناسه'],
      ['address', 'url link permalink path post_url canonical_url پیوند لینک'],
      ['kind', 'kind type'],
      ['image', 'banner_image images photos'],
      ['video', 'video_url videos'],
      ['category', 'article_section'],
      ['', 'external_url attachments version'],
    ] as const
  ).flatMap(([field, names]) => names.split(' ').map((name) => [foldKey(name), field] as const)),
);
const mostNotes = 20;
const longestKey = 100;
