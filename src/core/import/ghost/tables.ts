import { elementsOf, hasMore, type JsonPlace, memberOf, membersOf, parsePlace, rootOf } from '../reading/json-text.ts';
import { type Fields, fieldsOf, nameOf, textIn, valueOf } from '../reading/values.ts';

/** Contents of an export's tables. Tables with members, e-mails or keys are not read. */
export interface GhostTables {
  /** Places of the posts in the text. */
  posts: readonly JsonPlace[];
  /** Rows of `posts_meta` by post. */
  meta: ReadonlyMap<string, Fields>;
  /** Rows of authors that have written a post. */
  users: readonly Fields[];
  /** Public tags. */
  tags: readonly { name: string; slug: string }[];
  /** The site's name. */
  title: string | undefined;
  /** Names of a post's public tags, the primary one first. */
  tagsOf: (post: string) => readonly string[];
  /** Names of a post's authors, in order; `fallback` is the author of old exports. */
  authorsOf: (post: string, fallback: string) => readonly string[];
  /** Whether the file ends in the middle. */
  isCut: boolean;
  /** Line where the file ends. */
  lastLine: number;
}

/** Find the tables of an export: in `db[0].data`, in `data`, or bare. */
export function readTables(text: string): GhostTables {
  const root = rootOf(text);
  const places = findTables(text, root);
  const rows = (name: string): Fields[] => readRows(text, places.get(name));
  const tags = new Map(rows('tags').map((row) => [textIn(row, 'id'), row]));
  const users = new Map(rows('users').map((row) => [textIn(row, 'id'), row]));
  const tagged = groupByPost(rows('posts_tags'));
  const written = groupByPost(rows('posts_authors'));
  const posts = places.has('posts') ? [...elementsOf(text, places.get('posts')!)] : [];
  const isWhole = root !== undefined && root.isWhole && !hasMore(text, root);
  const wroteOne = new Set([...written.values()].flat().map((row) => textIn(row, 'author_id')));
  const title = rows('settings').find((row) => textIn(row, 'key') === 'title');
  return {
    posts,
    meta: new Map(rows('posts_meta').map((row) => [textIn(row, 'post_id'), row])),
    users: [...users].filter(([id]) => wroteOne.size === 0 || wroteOne.has(id)).map(([, row]) => row),
    tags: [...tags.values()]
      .filter(isPublic)
      .map((row) => ({ name: textIn(row, 'name').trim(), slug: textIn(row, 'slug') })),
    title: textIn(title, 'value').trim() || undefined,
    tagsOf: (post) =>
      (tagged.get(post) ?? [])
        .map((row) => tags.get(textIn(row, 'tag_id')))
        .filter((row) => row !== undefined && isPublic(row))
        .map((row) => textIn(row, 'name').trim()),
    authorsOf: (post, fallback) =>
      (written.get(post)?.map((row) => textIn(row, 'author_id')) ?? [fallback])
        .map((id) => nameOf(textIn(users.get(id), 'name')))
        .filter((name) => name !== ''),
    isCut: !isWhole && posts.every((place) => place.isWhole),
    lastLine: text.split('\n').length,
  };
}

function findTables(text: string, root: JsonPlace | undefined): Map<string, JsonPlace> {
  const database = memberOf(text, root, 'db');
  const first = database && elementsOf(text, database).next().value;
  const data = memberOf(text, first ?? root, 'data') ?? root;
  return new Map(data ? Array.from(membersOf(text, data), (place) => [place.key, place]) : []);
}

function readRows(text: string, table: JsonPlace | undefined): Fields[] {
  if (!table) return [];
  return Array.from(elementsOf(text, table), (place) => fieldsOf(parsePlace(text, place))).filter(
    (row) => row !== undefined,
  );
}

function groupByPost(rows: readonly Fields[]): Map<string, Fields[]> {
  const groups = new Map<string, Fields[]>();
  for (const row of rows) {
    const post = textIn(row, 'post_id');
    const group = groups.get(post);
    if (group) group.push(row);
    else groups.set(post, [row]);
  }
  for (const group of groups.values()) group.sort((a, b) => orderOf(a) - orderOf(b));
  return groups;
}

function orderOf(row: Fields): number {
  return Number(valueOf(row, 'sort_order') ?? 0) || 0;
}

/** Tags whose name begins with `#` are internal: no page shows them. */
function isPublic(tag: Fields): boolean {
  const name = textIn(tag, 'name').trim();
  return name !== '' && !name.startsWith('#') && textIn(tag, 'visibility') !== 'internal';
}
