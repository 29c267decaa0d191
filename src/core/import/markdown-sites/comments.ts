import type { Fields } from '../../front-matter/written.ts';
import type { ImportedComment } from '../record.ts';
import { readData, readDataList } from './folder/data-files.ts';
import { readMoment } from './folder/moments.ts';
import { cleanName } from './folder/people.ts';
import { type FolderSite, folderOf, isYes, nameOf, stemOf, textsOf, valueOf } from './folder/site.ts';

/**
 * Read the comments of a post from the site's data, as written by Staticman and the like: a file with a list, or a
 * folder with a file for each. E-mail addresses and their hashes are not read.
 */
export function readComments(site: FolderSite, path: string, slug: string | undefined): ImportedComment[] | undefined {
  const files = commentFiles(site);
  if (files.size === 0) return undefined;
  const names = new Set([
    stemOf(path),
    slug ?? '',
    stemOf(path).replace(/^\d{4}-\d\d?-\d\d?-/, ''),
    nameOf(folderOf(path).slice(0, -1)),
  ]);
  const found = [...names]
    .filter((name) => name !== '' && !name.startsWith('_'))
    .flatMap((name) => files.get(name.toLowerCase()) ?? []);
  const comments = found.flatMap((file) => {
    const text = site.read(file) ?? '';
    const list = readDataList(file, text);
    const isMap = list.length === 1 && textIn(list[0]) === undefined;
    const items = isMap
      ? Object.entries(readData(file, text)).map(([id, data]) => [id, data] as const)
      : list.map((data) => [undefined, data] as const);
    return items.flatMap(([id, data], index) =>
      readComment(site, data, id ?? (list.length === 1 ? stemOf(file) : `${stemOf(file)}-${index + 1}`), undefined, 0),
    );
  });
  return comments.length === 0 ? undefined : comments;
}

const known = new WeakMap<FolderSite, ReadonlyMap<string, string[]>>();

/** Index the files of comments by the name of the post. */
function commentFiles(site: FolderSite): ReadonlyMap<string, string[]> {
  const before = known.get(site);
  if (before) return before;
  const files = new Map<string, string[]>();
  for (const path of site.files) {
    const own = path.slice(site.root.length);
    const [, rest] = /^(?:_?data|source\/_data|src\/_data)\/comments\/(.+)\.(?:ya?ml|json|toml)$/i.exec(own) ?? [];
    if (rest === undefined) continue;
    const parts = rest.split('/');
    const name = (parts.length > 1 ? parts.at(-2)! : parts[0]!).toLowerCase();
    files.set(name, [...(files.get(name) ?? []), path]);
  }
  known.set(site, files);
  return files;
}

function textIn(data: unknown): string | undefined {
  return ['message', 'comment', 'text', 'body', 'content'].flatMap((name) => textsOf(valueOf(data, name)))[0];
}

const maxDepth = 10;

function readComment(
  site: FolderSite,
  data: unknown,
  id: string,
  parent: string | undefined,
  depth: number,
): ImportedComment[] {
  const text = textIn(data);
  const value = (...names: string[]): string | undefined => names.flatMap((name) => textsOf(valueOf(data, name)))[0];
  const date = readMoment(value('date', 'created', 'timestamp', 'time') ?? '', site.zone).date;
  if (text === undefined || typeof date === 'string' || depth > maxDepth) return [];
  const own = value('_id', 'id', 'slug') ?? id;
  const above = value('_parent', 'parent', 'reply_to', 'replying_to', 'replyto', 'parent_id', 'parent_uid');
  const name = cleanName(value('name', 'author', 'nickname') ?? value('author_name') ?? '');
  const replies = valueOf(data, 'replies');
  return [
    {
      id: own,
      parent: parent ?? (above === own || above === undefined || /^0?$/.test(above) ? undefined : above),
      date,
      name,
      text: text.replace(/\r\n?/g, '\n').trim(),
      isStaff: isYes(valueOf(data as Fields, 'is_staff')) || isYes(valueOf(data as Fields, 'isAdmin')),
    },
    ...(Array.isArray(replies)
      ? (replies as unknown[]).flatMap((reply, index) =>
          readComment(site, reply, `${own}-${index + 1}`, own, depth + 1),
        )
      : []),
  ];
}
