import { isMeantAsType } from './article-types.ts';
import { type FieldMeaning, meaningOf } from './names.ts';
import { joinTime } from '../dates/join-time.ts';
import { parseDate } from '../dates/news-date.ts';
import { foldKey, normalizeText } from '../text/persian.ts';
import { slugify } from '../text/slug.ts';
import { decodePath } from '../urls.ts';
import type { Fields } from './written.ts';

/** Front matter under our names, while it is being built. */
export interface NamedTarget {
  readonly data: Readonly<Record<string, unknown>>;
  has(field: string): boolean;
  /** Set a field. Return `false` if the file already has it: a conflict, unless the value is empty. */
  set(path: Path, value: unknown, field: string): boolean;
  /** Change a field that is set already, in part. */
  amend(field: string, value: unknown): void;
  /** Report a value that is no time of day. */
  refuseTime(path: Path, value: string): void;
  /** Set a field that is not set yet. */
  place(field: string, value: unknown, origin: Path): void;
  /** Append items to a list, which another name may have started. */
  append(field: string, items: readonly ListItem[]): void;
  /** Record where a part of a field is written. */
  at(path: Path, origin: Path): void;
  isSection(name: string): boolean;
}

/** An item of a list, and its path as written. */
export interface ListItem {
  value: unknown;
  path: Path;
}

/** Names and list indices that lead to a value. */
export type Path = readonly PropertyKey[];

/** Reads a field, and returns the names of the fields that it sets; `undefined` if they are already set. */
type Reader = (to: NamedTarget, path: Path, value: unknown, field: string) => readonly string[] | undefined;

/** Reader of each kind of value. */
export const readers: Readonly<Record<FieldMeaning['reading'], Reader>> = {
  same: (to, path, value, field) => (to.set(path, value, field) ? [field] : undefined),
  spare: (to, path, value, field) => {
    if (to.has(field)) return [];
    return readers[field === 'image' ? 'picture' : 'same'](to, path, value, field);
  },
  time: (to, path, value, field) => {
    const date = to.data['date'];
    if (isEmpty(value) && to.has('date')) return undefined;
    if (typeof value !== 'string' || typeof date !== 'string' || isEmpty(date))
      return readers.same(to, path, value, field);
    const joined = joinTime(date, value);
    if (joined === 'conflict') return readers.same(to, path, value, field);
    if (joined !== undefined) {
      to.amend('date', joined);
      return ['date'];
    }
    // A second date is ignored where ours would be a conflict.
    if (typeof parseDate(value) === 'object')
      return meaningOf(String(path.at(-1)), 'file')?.isOwn ? readers.same(to, path, value, field) : [];
    to.refuseTime(path, value);
    return undefined;
  },
  part: (to, path, value, field) => {
    const [group = '', part = ''] = field.split('.');
    const whole = to.data[group];
    if (isEmpty(value) || !isGroup(whole) || !isEmpty(whole[part])) return [];
    to.amend(group, { ...whole, [part]: value });
    to.at([group, part], path);
    return [field];
  },
  type: (to, path, value, field) => (isMeantAsType(value) ? readers.same(to, path, value, field) : []),
  members: () => [],
  unused: () => [],
  list: (to, path, value, field) => {
    const items = listOf(value, path);
    const isSecond = to.has(field) && meaningOf(String(path[0]), 'file')?.isOwn === true;
    if (items.length === 0 || isSecond) return to.has(field) && !isSecond ? [] : readers.same(to, path, value, field);
    to.append(field, items);
    return [field];
  },
  picture: (to, path, value, field) => {
    if (typeof value !== 'string' || isEmpty(value)) return readers.same(to, path, value, field);
    if (!to.set(path, { src: value }, field)) return undefined;
    to.at([field, 'src'], path);
    return [`${field}.src`];
  },
  lead: (to, path, value) => {
    const free = ['lead', 'kicker'].find((field) => !to.has(field));
    const says = (field: string): boolean =>
      typeof to.data[field] === 'string' && typeof value === 'string' && foldKey(to.data[field]) === foldKey(value);
    // `summary` has always been a synonym of `lead` here.
    const isSynonym = foldKey(String(path[0])) === 'summary' && to.has('lead');
    if (!isSynonym && (says('lead') || says('kicker') || isEmpty(value))) return [];
    return readers.same(to, path, value, isSynonym ? 'lead' : (free ?? 'lead'));
  },
  category: (to, path, value) => {
    const items = listOf(value, path);
    const used = new Set<string>();
    for (const item of items) {
      const name = String(item.value);
      if (!to.has('section') && to.isSection(name)) {
        to.place('section', item.value, item.path);
        used.add('section');
      } else {
        to.append('tags', [item]);
        used.add('tags');
      }
    }
    // A file with categories needs no tags.
    if (!to.has('tags')) to.place('tags', [], path);
    return [...used];
  },
  published: (to, path, value) => {
    if (!isNo(value)) return [];
    return readers.same(to, path, 'true', 'draft');
  },
  status: (to, path, value) => {
    if (
      typeof value !== 'string' ||
      !/^(?:draft|private|pending|auto-draft|trash|members|paid|tiers|پیش‌?نویس)$/i.test(value.trim())
    )
      return [];
    return readers.same(to, path, 'true', 'draft');
  },
  address: (to, path, value) => {
    const old = typeof value === 'string' ? oldPath(value) : undefined;
    if (old === undefined) return [];
    const slug = slugify(
      /([^/]*?)(?:\.html?|\.php|\.aspx?)?\/?$/i.exec(old.replace(/\/index\.html?$/i, '/'))?.[1] ?? '',
    );
    const isAddress = slug !== '' && !to.has('slug');
    if (isAddress) to.place('slug', slug, path);
    // The page itself is at `/news/<slug>/`.
    const isOld = old.replace(/\/$/, '') !== `/news/${slug}`;
    if (isOld) to.append('aliases', [{ value: old, path }]);
    return [...(isAddress ? ['slug'] : []), ...(isOld ? ['aliases'] : [])];
  },
};

/** Return the path of a page on an older site; `undefined` for a pattern such as `/:year/:title/`. */
function oldPath(written: string): string | undefined {
  const url = /^https?:\/\//i.test(written) ? URL.parse(written) : undefined;
  const path = url ? (decodePath(url.pathname) ?? url.pathname) + url.search : `/${written.trim().replace(/^\/+/, '')}`;
  return /[:?#*{}\\%]|^\/$|\/\.{1,2}(?:\/|$)/.test(path) ? undefined : path;
}

/** Read a list or a comma-separated text. Items may be groups with a name, as authors are. */
function listOf(value: unknown, path: Path): ListItem[] {
  if (typeof value === 'string') return splitList(value).map((item) => ({ value: item, path }));
  if (isGroup(value))
    return typeof value['name'] === 'string' ? [{ value: value['name'], path: [...path, 'name'] }] : [];
  if (!Array.isArray(value)) return [];
  return value.flatMap((item, index) => {
    if (isGroup(item)) return listOf(item, [...path, index]);
    return isEmpty(item) ? [] : [{ value: item as unknown, path: [...path, index] }];
  });
}

/**
 * Split a text at commas of any script, but not inside guillemets.
 *
 * @example splitList('ایران، «نفت، گاز»') // ['ایران', 'نفت، گاز']
 */
export function splitList(text: string): string[] {
  const items = text.match(/(?:«[^»]*»|&(?:#?\w+;)+|[^,،;؛])+/g) ?? [];
  return items
    .map((item) =>
      item
        .trim()
        .replace(/^«([^«»]*)»$/, '$1')
        .trim(),
    )
    .filter((item) => item !== '');
}

/** Return whether a value means “no”, in English or Persian. */
export function isNo(value: unknown): boolean {
  return typeof value === 'string' && /^(?:false|no|n|off|0|خیر|نه)$/i.test(normalizeText(value).trim());
}

/** Return whether a value is absent or blank. */
export function isEmpty(value: unknown): boolean {
  return value === null || value === undefined || (typeof value === 'string' && value.trim() === '');
}

/** Return whether a value is a group of fields. */
export function isGroup(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
