import { type FieldGroup, type FieldMeaning, isOwnName, meaningOf, rankOf } from './names.ts';
import { foldKey, normalizeText } from '../text/persian.ts';
import { slugify } from '../text/slug.ts';

/** Front matter under our names. */
export interface NamedFields {
  data: Readonly<Record<string, unknown>>;
  /** The path as written in the file, of a path under our names. */
  originOf(path: readonly PropertyKey[]): readonly PropertyKey[];
  /** Names of other generators that were read, or left unused. */
  notes: readonly NameNote[];
  /** Fields of which the file says two things. */
  conflicts: readonly NameConflict[];
}

/** A name of another generator. */
export interface NameNote {
  /** Path as written. */
  path: readonly PropertyKey[];
  /** Our names for it, as `tags`; empty if it is not used. */
  fields: readonly string[];
}

/** A second name for a field that the file has already. */
export interface NameConflict {
  /** Path as written. */
  path: readonly PropertyKey[];
  /** The first name, as written. */
  other: string;
}

/** Return whether a section of the newspaper has this name. */
export type IsSection = (name: string) => boolean;

type Fields = Readonly<Record<string, unknown>>;
type Path = readonly PropertyKey[];

/**
 * Translate front matter to our names. Values keep their text; where another generator says the same in another form,
 * such as `published: false`, they take ours. Names that nobody uses stay.
 *
 * @example translateFields({ عنوان: 'خبر', cover: 'a.jpg' }).data // { title: 'خبر', image: { src: 'a.jpg' } }
 */
export function translateFields(data: Fields, isSection: IsSection = () => false): NamedFields {
  if (usesOwnNames(data)) return { data, originOf: (path) => path, notes: [], conflicts: [] };
  return new Translation(data, isSection);
}

function usesOwnNames(data: Fields): boolean {
  return Object.entries(data).every(([name, value]) => {
    if (!isOwnName(name, 'file')) return false;
    if (name === 'image' && typeof value === 'string') return false;
    const group = groupOf(name);
    return group === undefined || itemsOf(value).every((item) => hasOwnNames(item, group));
  });
}

function hasOwnNames(value: unknown, group: FieldGroup): boolean {
  return !isGroup(value) || Object.keys(value).every((name) => isOwnName(name, group));
}

class Translation implements NamedFields {
  readonly data: Record<string, unknown> = {};
  readonly notes: NameNote[] = [];
  readonly conflicts: NameConflict[] = [];
  readonly #origins = new Map<string, Path>();
  readonly #isSection: IsSection;

  constructor(written: Fields, isSection: IsSection) {
    this.#isSection = isSection;
    const entries = Object.entries(written).map(([name, value]) => ({ name, value, meaning: meaningOf(name, 'file') }));
    for (const { name, value } of entries.filter(({ meaning }) => !meaning)) setOwn(this.data, name, value);
    const known = entries.filter((entry): entry is Entry => entry.meaning !== undefined);
    for (const entry of known.filter(({ meaning }) => meaning.isOwn)) this.#read(entry);
    // What says most comes first: «summary» is the lead rather than «subtitle».
    const foreign = known.filter(({ meaning }) => !meaning.isOwn);
    for (const entry of foreign.toSorted((a, b) => rankOf(a.name) - rankOf(b.name))) this.#read(entry);
  }

  readonly originOf = (path: Path): Path => {
    for (let length = path.length; length > 0; length -= 1) {
      const origin = this.#origins.get(keyOf(path.slice(0, length)));
      if (origin) return [...origin, ...path.slice(length)];
    }
    return path;
  };

  #read({ name, value, meaning }: Entry): void {
    const fields = readers[meaning.reading](this, [name], value, meaning.field);
    if (fields === undefined) return;
    const isReshaped = fields.some((field) => field.includes('.'));
    if (!meaning.isOwn || isReshaped || fields.length === 0) this.notes.push({ path: [name], fields });
  }

  /** Set a field, unless the file has it already. */
  set(path: Path, value: unknown, field: string): boolean {
    const [name] = path;
    const first = this.#origins.get(field) ?? (Object.hasOwn(this.data, field) ? [field] : undefined);
    if (first !== undefined) {
      if (!isEmpty(value)) this.conflicts.push({ path, other: String(first[0] ?? name) });
      return false;
    }
    this.place(field, this.#translateGroup(path, value, field), path);
    return true;
  }

  place(field: string, value: unknown, origin: Path): void {
    this.data[field] = value;
    this.#origins.set(field, origin);
  }

  has(field: string): boolean {
    return Object.hasOwn(this.data, field);
  }

  isSection(name: string): boolean {
    return this.#isSection(name);
  }

  /** Add items to a list, which another name may have begun. */
  append(field: string, items: readonly { value: unknown; path: Path }[]): void {
    const before = this.data[field] ?? [];
    if (!Array.isArray(before)) return;
    const list: unknown[] = [...before];
    if (!this.#origins.has(field) && items[0]) this.#origins.set(field, this.has(field) ? [field] : items[0].path.slice(0, 1));
    for (const { value, path } of items) {
      const key = typeof value === 'string' ? foldKey(value) || value : undefined;
      if (key !== undefined && list.some((known) => typeof known === 'string' && (foldKey(known) || known) === key)) continue;
      this.#origins.set(keyOf([field, list.length]), path);
      list.push(value);
    }
    this.data[field] = list;
  }

  at(path: Path, origin: Path): void {
    this.#origins.set(keyOf(path), origin);
  }

  #translateGroup(path: Path, value: unknown, field: string): unknown {
    const group = groupOf(field);
    if (group === undefined) return value;
    const isList = Array.isArray(value);
    const items = itemsOf(value).map((item, index) => {
      const [own, written] = isList ? [[field, index], [...path, index]] : [[field], path];
      return isGroup(item) ? this.#translateItem(own, written, item, group) : item;
    });
    return isList ? items : items[0];
  }

  #translateItem(own: Path, written: Path, item: Fields, group: FieldGroup): unknown {
    const result: Record<string, unknown> = {};
    const first = new Map<string, string>();
    for (const [name, value] of Object.entries(item)) {
      const meaning = meaningOf(name, group);
      const path = [...written, name];
      if (meaning?.reading === 'unused') {
        this.notes.push({ path, fields: [] });
        continue;
      }
      const field = meaning?.field ?? name;
      const other = first.get(field);
      if (other !== undefined) {
        this.conflicts.push({ path, other });
        continue;
      }
      if (meaning && !meaning.isOwn) this.notes.push({ path, fields: [`${group}.${field}`] });
      first.set(field, name);
      result[field] = value;
      this.#origins.set(keyOf([...own, field]), path);
    }
    return result;
  }
}

interface Entry {
  name: string;
  value: unknown;
  meaning: FieldMeaning;
}

/** Reads a field, and returns our names for it; `undefined` if it says the same as another. */
type Reader = (to: Translation, path: Path, value: unknown, field: string) => readonly string[] | undefined;

const readers: Readonly<Record<FieldMeaning['reading'], Reader>> = {
  same: (to, path, value, field) => (to.set(path, value, field) ? [field] : undefined),
  spare: (to, path, value, field) => {
    if (to.has(field)) return [];
    return readers[field === 'image' ? 'picture' : 'same'](to, path, value, field);
  },
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
    // `summary` has always been another name for the lead here.
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
    // A file that sorts by categories has no need of tags.
    if (!to.has('tags')) to.place('tags', [], path);
    return [...used];
  },
  published: (to, path, value) => {
    if (!isNo(value)) return [];
    return readers.same(to, path, 'true', 'draft');
  },
  status: (to, path, value) => {
    if (typeof value !== 'string' || !/^(?:draft|private|pending|auto-draft|trash|پیش‌?نویس)$/i.test(value.trim())) return [];
    return readers.same(to, path, 'true', 'draft');
  },
  address: (to, path, value) => {
    const old = typeof value === 'string' ? oldPath(value) : undefined;
    if (old === undefined) return [];
    const slug = slugify(/([^/]*?)(?:\.html?|\.php|\.aspx?)?\/?$/i.exec(old.replace(/\/index\.html?$/i, '/'))?.[1] ?? '');
    const isAddress = slug !== '' && !to.has('slug');
    if (isAddress) to.place('slug', slug, path);
    // The page itself is at `/news/<slug>/`.
    const isOld = old.replace(/\/$/, '') !== `/news/${slug}`;
    if (isOld) to.append('aliases', [{ value: old, path }]);
    return [...(isAddress ? ['slug'] : []), ...(isOld ? ['aliases'] : [])];
  },
};

/** The path of a page of an older site; `undefined` for a pattern such as `/:year/:title/`. */
function oldPath(written: string): string | undefined {
  const url = /^https?:\/\//i.test(written) ? URL.parse(written) : undefined;
  const path = url ? decodeSoftly(url.pathname) + url.search : `/${written.trim().replace(/^\/+/, '')}`;
  return /[:?#*{}\\%]|^\/$|\/\.{1,2}(?:\/|$)/.test(path) ? undefined : path;
}

function decodeSoftly(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** Read a list, or a text with commas; authors may be groups with a name. */
function listOf(value: unknown, path: Path): { value: unknown; path: Path }[] {
  if (typeof value === 'string') return splitList(value).map((item) => ({ value: item, path }));
  if (isGroup(value)) return typeof value['name'] === 'string' ? [{ value: value['name'], path: [...path, 'name'] }] : [];
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
  const items = text.match(/(?:«[^»]*»|[^,،;؛])+/g) ?? [];
  return items.map((item) => item.trim().replace(/^«([^«»]*)»$/, '$1').trim()).filter((item) => item !== '');
}

/** Return whether a text says no, in English or Persian. */
function isNo(value: unknown): boolean {
  return typeof value === 'string' && /^(?:false|no|off|0|خیر|نه)$/i.test(normalizeText(value).trim());
}

function isEmpty(value: unknown): boolean {
  return value === null || value === undefined || (typeof value === 'string' && value.trim() === '');
}

function groupOf(field: string): FieldGroup | undefined {
  return field === 'image' || field === 'video' || field === 'source' || field === 'corrections' ? field : undefined;
}

function itemsOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [value];
}

function isGroup(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Set a field of any name: assigning to `__proto__` would set no field. */
function setOwn(fields: Record<string, unknown>, name: string, value: unknown): void {
  Object.defineProperty(fields, name, { value, writable: true, enumerable: true, configurable: true });
}

function keyOf(path: Path): string {
  return path.map(String).join('\u0000');
}
