import { splitNames } from '../../../front-matter/author-names.ts';
import { isGroup, splitList } from '../../../front-matter/readings.ts';
import type { Fields } from '../../../front-matter/written.ts';
import type { ImportedAuthor } from '../../record.ts';
import { readData, readDataList } from './data-files.ts';
import { readMatter } from './matter.ts';
import { type FolderSite, folderOf, isYes, nameOf, stemOf, textsOf, valueOf } from './site.ts';

/**
 * Read the names of authors: a text, a list, a group with a name, or keys of the site's data about authors. E-mail
 * addresses are dropped.
 */
export function readAuthors(site: FolderSite, value: unknown): string[] {
  if (Array.isArray(value)) return unique(value.flatMap((item) => readAuthors(site, item)));
  if (typeof value === 'object' && value !== null) {
    const name = ['name', 'display_name', 'fullname', 'title', 'author', 'twitter'].flatMap((key) =>
      textsOf(valueOf(value, key)),
    )[0];
    return name === undefined ? [] : [cleanName(name)];
  }
  if (typeof value !== 'string') return [];
  const people = peopleOf(site);
  const whole = people.get(keyOf(value));
  if (whole) return [whole.name];
  const names = splitNames(value) ?? splitList(value);
  return unique(names.map((name) => people.get(keyOf(name))?.name ?? cleanName(name)).filter((name) => name !== ''));
}

/** Read the authors that the site's data describes. */
export function describeAuthors(site: FolderSite): ImportedAuthor[] {
  return [...new Set(peopleOf(site).values())];
}

const known = new WeakMap<FolderSite, ReadonlyMap<string, ImportedAuthor>>();

/** Index the people in a site's data files by key and by name. */
function peopleOf(site: FolderSite): ReadonlyMap<string, ImportedAuthor> {
  const before = known.get(site);
  if (before) return before;
  const people = new Map<string, ImportedAuthor>();
  const add = (key: string, data: Fields): void => {
    const [name] = ['name', 'display_name', 'title', 'fullname'].flatMap((field) => textsOf(valueOf(data, field)));
    if (name === undefined || people.has(keyOf(key))) return;
    const author = authorOf(name, data);
    people.set(keyOf(key), author);
    for (const other of [name, ...textsOf(valueOf(data, 'short_name'))])
      if (!people.has(keyOf(other))) people.set(keyOf(other), author);
  };
  for (const path of site.files) {
    const inSite = path.slice(site.root.length);
    if (!path.startsWith(site.root)) continue;
    if (/^(?:_?data|source\/_data|src\/_data)\/(?:authors?|people|writers?)\.(?:ya?ml|toml|json)$/i.test(inSite)) {
      const text = site.read(path) ?? '';
      for (const [key, data] of Object.entries(readData(path, text))) if (isGroup(data)) add(key, data);
      for (const data of readDataList(path, text)) {
        const [key] = isGroup(data)
          ? ['id', 'key', 'username', 'short_name', 'name'].flatMap((name) => textsOf(valueOf(data, name)))
          : [];
        if (key !== undefined) add(key, data as Fields);
      }
    } else if (/^(?:_?data)\/(?:authors?|people)\/[^/]+\.(?:ya?ml|toml|json)$/i.test(inSite)) {
      add(stemOf(path), readData(path, site.read(path) ?? ''));
    } else if (
      /^(?:_authors\/[^/]+|(?:content\/)?authors?\/[^/]+\/_?index(?:\.fa)?|src\/content\/authors?\/[^/]+)\.(?:md|markdown)$/i.test(
        inSite,
      )
    ) {
      const file = readMatter(path, site.read(path) ?? '');
      const key = /^_?index/.test(nameOf(path)) ? nameOf(folderOf(path).slice(0, -1)) : stemOf(path);
      if ('fields' in file) add(key, file.fields);
    }
  }
  const inConfig = valueOf(site.config, 'authors');
  if (isGroup(inConfig)) for (const [key, data] of Object.entries(inConfig)) if (isGroup(data)) add(key, data);
  known.set(site, people);
  return people;
}

function authorOf(name: string, data: Fields): ImportedAuthor {
  const text = (...names: string[]): string | undefined => names.flatMap((field) => textsOf(valueOf(data, field)))[0];
  const [bio, role] = [text('bio', 'description', 'about'), text('role', 'position', 'job')];
  const src = text('avatar', 'picture', 'image', 'photo');
  const image = src === undefined || isYes(src) ? undefined : { src };
  return { name: cleanName(name), bio, role, image, addresses: [] };
}

function keyOf(name: string): string {
  return name.trim().toLowerCase();
}

/** Remove an e-mail address after or instead of a name. */
export function cleanName(name: string): string {
  return name
    .replace(/\s*[<(]?[^\s<>()@]{1,100}@[^\s<>()@]{1,100}[>)]?/g, '')
    .replace(/^\[\[(?:[^\]|]*\|)?([^\]|]+)\]\]$|^\[([^\]]*)\]\([^)]*\)$/, '$1$2')
    .trim();
}

function unique(names: readonly string[]): string[] {
  return [...new Set(names)];
}
