import { isMeantAsType } from './article-types.ts';
import { type FieldGroup, groupOf, isOwnName, meaningOf, rankOf } from './names.ts';
import { type Entry, entryOf, isAbsent, isDenied, isTime, nameOf, partition } from './entries.ts';
import { foldKey } from '../text/persian.ts';
import { isEmpty, isGroup, type NamedTarget, type Path, readers } from './readings.ts';
import type { Fields } from './written.ts';

/** Front matter under our names. */
export interface NamedFields {
  data: Readonly<Record<string, unknown>>;
  /** Convert a path under our names to the path as written in the file. */
  originOf(path: readonly PropertyKey[]): readonly PropertyKey[];
  /** Names of other generators, whether read or unused. */
  notes: readonly NameNote[];
  /** Fields that the file sets twice, under different names. */
  conflicts: readonly NameConflict[];
}

/** A name of another generator. */
export interface NameNote {
  /** Path as written. */
  path: readonly PropertyKey[];
  /** The fields that it sets, such as `tags`; empty if it is unused. */
  fields: readonly string[];
}

/** A second name for a field that the file already has. */
export interface NameConflict {
  /** Path as written. */
  path: readonly PropertyKey[];
  /** The first name, as written; absent for a time of day that is none. */
  other?: string | undefined;
  /** The value that is no time of day. */
  found?: string | undefined;
}

/** Returns whether the newspaper has a section of this name. */
export type IsSection = (name: string) => boolean;

/**
 * Translate front matter to our names. Values stay as written, except that forms of other generators, such as
 * `published: false`, are converted to ours. Unknown names stay.
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
    if (name === 'type' && !isMeantAsType(value)) return false;
    if (isDenied(name, value)) return false;
    const group = groupOf(name);
    return group === undefined || itemsOf(value).every((item) => hasOwnNames(item, group));
  });
}

function hasOwnNames(value: unknown, group: FieldGroup): boolean {
  return !isGroup(value) || Object.keys(value).every((name) => isOwnName(name, group));
}

class Translation implements NamedFields, NamedTarget {
  readonly data: Record<string, unknown> = {};
  readonly notes: NameNote[] = [];
  readonly conflicts: NameConflict[] = [];
  readonly #origins = new Map<string, Path>();
  readonly #isSection: IsSection;

  constructor(written: Fields, isSection: IsSection) {
    this.#isSection = isSection;
    const entries = Object.entries(written).map(([name, value]) => entryOf([name], value));
    for (const { path, value } of entries.filter(({ meaning }) => !meaning)) setOwn(this.data, String(path[0]), value);
    const known = entries.filter((entry): entry is Entry => entry.meaning !== undefined);
    const [absent, given] = partition(known, isAbsent);
    const [times, others] = partition(given, isTime);
    for (const entry of others.filter(({ meaning }) => meaning.isOwn)) this.#read(entry);
    // By precedence: «summary» is the lead rather than «subtitle».
    const foreign = others.filter(({ meaning }) => !meaning.isOwn);
    for (const entry of foreign.toSorted((a, b) => rankOf(nameOf(a)) - rankOf(nameOf(b)))) this.#read(entry);
    for (const { path, value } of others.filter(({ meaning }) => meaning.reading === 'members'))
      for (const [name, item] of Object.entries(isGroup(value) ? value : {})) this.#readMember([...path, name], item);
    for (const entry of times) this.#read(entry);
    for (const { path, meaning } of absent) {
      if (!this.has(meaning.field)) this.place(meaning.field, '', path);
      this.notes.push({ path, fields: [] });
    }
  }

  readonly originOf = (path: Path): Path => {
    for (let length = path.length; length > 0; length -= 1) {
      const origin = this.#origins.get(keyOf(path.slice(0, length)));
      if (origin) return [...origin, ...path.slice(length)];
    }
    return path;
  };

  #read({ path, value, meaning }: Entry): void {
    if (meaning.reading === 'members' && isGroup(value)) return;
    const fields = readers[meaning.reading](this, path, value, meaning.field);
    if (fields === undefined) return;
    const isReshaped = fields.some((field) => field.includes('.'));
    if (!meaning.isOwn || isReshaped || fields.length === 0) this.notes.push({ path, fields });
  }

  /** Read a member of a group such as `extra`, unless the file itself sets the field. */
  #readMember(path: Path, value: unknown): void {
    const { meaning } = entryOf(path, value);
    const isList = meaning?.field === 'tags' || meaning?.field === 'authors';
    const isFree = meaning !== undefined && !isAbsent({ path, value, meaning }) && (isList || !this.has(meaning.field));
    const reading = isList && meaning.reading === 'same' ? 'list' : meaning?.reading;
    const fields = isFree ? readers[reading!](this, path, value, meaning.field) : [];
    this.notes.push({ path, fields: fields ?? [] });
  }

  amend(field: string, value: unknown): void {
    this.data[field] = value;
  }

  refuseTime(path: Path, value: string): void {
    this.conflicts.push({ path, found: value });
  }

  /** Set a field, unless the file already has it. */
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

  /** Append items to a list, which another name may have started. */
  append(field: string, items: readonly { value: unknown; path: Path }[]): void {
    const before = this.data[field] ?? [];
    if (!Array.isArray(before)) return;
    const list: unknown[] = [...before];
    if (!this.#origins.has(field) && items[0])
      this.#origins.set(field, this.has(field) ? [field] : items[0].path.slice(0, 1));
    for (const { value, path } of items) {
      const key = typeof value === 'string' ? foldKey(value) || value : undefined;
      if (key !== undefined && list.some((known) => typeof known === 'string' && (foldKey(known) || known) === key))
        continue;
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
      const [own, written] = isList
        ? [
            [field, index],
            [...path, index],
          ]
        : [[field], path];
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

function itemsOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [value];
}

/** Set a field of any name. Assigning to `__proto__` would not create a field. */
function setOwn(fields: Record<string, unknown>, name: string, value: unknown): void {
  Object.defineProperty(fields, name, { value, writable: true, enumerable: true, configurable: true });
}

function keyOf(path: Path): string {
  return path.map(String).join('\u0000');
}
