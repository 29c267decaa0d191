import { decodePath } from '../../../urls.ts';
import { type FolderSite, folderOf, joinPath, nameOf, stemOf } from './site.ts';

/** Extensions of files of text. */
export const markdownFile: RegExp = /\.(?:md|markdown|mdown|mkd|mdx)$/i;

/**
 * Find the file that a link between files refers to: with or without extension, as a bundle or section, relative to the
 * file or to a content folder.
 *
 * @returns Its path, and the fragment of the link; `undefined` if there is no such file.
 */
export function findLinked(
  site: FolderSite,
  from: string,
  written: string,
): { path: string; fragment: string } | undefined {
  const [target = '', fragment = ''] = written.split('#', 2);
  const plain = decodePath(target.split('?')[0]!) ?? target;
  if (plain === '') return fragment === '' ? undefined : { path: from, fragment };
  const isRooted = plain.startsWith('/');
  const folders = [...(isRooted ? [] : [folderOf(from)]), ...site.content, site.root, ''];
  for (const folder of folders) {
    const path = joinPath(folder, plain.replace(/^\/+/, ''));
    const found = path === undefined ? undefined : fileAt(site, path);
    if (found !== undefined) return { path: found, fragment: decodePath(fragment) ?? fragment };
  }
  return undefined;
}

/** Find a text file by its path, which may lack the extension, the language or the index file. */
export function fileAt(site: FolderSite, path: string): string | undefined {
  const plain = path.replace(/\/$/, '');
  const languages = ['', '.fa', '.en'];
  const candidates = [
    plain,
    ...languages.flatMap((language) => ['.md', '.markdown', '.mdx', '.html'].map((type) => plain + language + type)),
    ...languages.flatMap((language) => ['index', '_index'].map((name) => `${plain}/${name}${language}.md`)),
  ];
  return candidates.find(
    (candidate) => site.has(candidate) && (markdownFile.test(candidate) || candidate.endsWith('.html')),
  );
}

/** Find the nearest text file with a name, as Hugo's `ref`, Hexo's `post_link` and Obsidian's links do. */
export function findNamed(site: FolderSite, from: string, written: string): string | undefined {
  const plain = written
    .trim()
    .replace(/^\/+|\/+$/g, '')
    .normalize('NFC')
    .toLowerCase();
  const name = nameOf(plain);
  const files = [name, `${name}.md`, `${name}.markdown`, `${name}.mdx`]
    .flatMap((each) => site.named(each))
    .filter((path) => markdownFile.test(path));
  const bundles = indexOf(site).bundles.get(name) ?? [];
  const matching = [...files, ...bundles].filter((path) => {
    const lower = path.toLowerCase().normalize('NFC');
    const whole = lower.replace(/\/_?index\.md$/, '');
    return [lower, whole, lower.replace(markdownFile, '')].some((each) => each === plain || each.endsWith(`/${plain}`));
  });
  return nearest(matching, from);
}

/** Return the path that shares the longest prefix of its folder with a file; of several, the shortest. */
export function nearest(paths: readonly string[], from: string): string | undefined {
  const shared = (path: string): number => {
    const [own, other] = [folderOf(from), folderOf(path)];
    let length = 0;
    while (length < own.length && own[length] === other[length]) length += 1;
    return length;
  };
  return paths.toSorted((a, b) => shared(b) - shared(a) || a.length - b.length || (a < b ? -1 : 1))[0];
}

/** Find a post of Jekyll or Hexo by its name, with or without its folder and date. */
export function findPost(site: FolderSite, written: string): string | undefined {
  const plain = (decodePath(written) ?? written)
    .trim()
    .replace(/^\/+/, '')
    .replace(/\.(?:md|markdown|html)$/i, '');
  const name = nameOf(plain).toLowerCase();
  const files = ['.md', '.markdown', '.html', '.mdx'].flatMap((type) => site.named(name + type));
  const exact = files.find((path) => path.replace(/\.\w+$/, '').endsWith(plain));
  if (exact !== undefined) return exact;
  if (files[0] !== undefined) return files[0];
  return indexOf(site).posts.get(name);
}

const indexes = new WeakMap<FolderSite, { bundles: Map<string, string[]>; posts: Map<string, string> }>();

/** Index bundles by the name of their folder, and files by their name without its date, in lower case. */
function indexOf(site: FolderSite): { bundles: Map<string, string[]>; posts: Map<string, string> } {
  const before = indexes.get(site);
  if (before) return before;
  const index = { bundles: new Map<string, string[]>(), posts: new Map<string, string>() };
  for (const path of site.files) {
    if (!markdownFile.test(path)) continue;
    const plain = stemOf(path)
      .replace(/^\d{4}-\d\d?-\d\d?-/, '')
      .toLowerCase();
    if (!index.posts.has(plain)) index.posts.set(plain, path);
    if (!/^_?index\.md$/.test(nameOf(path))) continue;
    const folder = nameOf(folderOf(path).slice(0, -1)).toLowerCase();
    index.bundles.set(folder, [...(index.bundles.get(folder) ?? []), path]);
  }
  indexes.set(site, index);
  return index;
}
