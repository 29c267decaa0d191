import { decodePath } from '../../urls.ts';
import { nearest } from './folder/find-files.ts';
import { type FolderSite, folderOf, joinPath, nameOf, stemOf } from './folder/site.ts';

/**
 * List the files that a picture's address may refer to, the best match first: beside the file, among the static files,
 * and finally any file of that name.
 *
 * @param path Path of the file that shows the picture.
 * @param src Address as written there.
 * @param address Address at which the file was published, against which browsers resolved relative ones.
 */
export function pictureCandidates(site: FolderSite, path: string, src: string, address?: string): string[] {
  const plain = localPath(site, src);
  if (plain === undefined || plain === '') return [];
  const isRooted = plain.startsWith('/');
  const own = plain.replace(/^(?:\/|@\/?|~\/)+/, '');
  const beside = folderOf(path);
  const published = address === undefined || isRooted ? [] : [joinPath(folderOf(address).slice(1), own)];
  const inFolders = (folders: readonly string[], name: string | undefined): (string | undefined)[] =>
    name === undefined ? [] : folders.map((folder) => joinPath(`${site.root}${folder}`, name));
  const statics = staticFolders[site.system];
  const candidates = [
    ...(isRooted ? [] : [joinPath(beside, own)]),
    ...(site.system === 'Hexo' || site.system === 'Jekyll' ? [joinPath(`${beside}${stemOf(path)}/`, own)] : []),
    ...(isRooted || plain.startsWith('@') || plain.startsWith('~') ? [] : [joinPath(beside, `../${own}`)]),
    ...inFolders(statics, own),
    ...published.flatMap((name) => inFolders(statics, name)),
    ...site.content.map((folder) => joinPath(folder, own)),
    joinPath('', own),
  ];
  const found = candidates.flatMap((candidate) => (candidate === undefined ? [] : (existing(site, candidate) ?? [])));
  const named = nearest(
    site
      .named(nameOf(own))
      .filter(
        (file) =>
          site.system === 'Obsidian' ||
          file.toLowerCase().endsWith(`/${own.replace(/^(?:\.\.?\/)+/, '').toLowerCase()}`),
      ),
    path,
  );
  return [...new Set([...found, ...(named === undefined ? [] : [named])])];
}

/** Folders whose files were published at the top of the site. */
const staticFolders: Readonly<Record<FolderSite['system'], readonly string[]>> = {
  Hugo: ['static/', 'assets/', 'static/images/', 'assets/images/', 'static/img/'],
  Jekyll: ['', 'assets/', 'assets/images/', 'assets/img/', 'images/', 'img/', 'assets/img/post/'],
  Hexo: ['source/', 'source/images/', 'source/_posts/'],
  Eleventy: ['', 'src/', 'public/', 'static/', 'src/static/', 'src/public/', 'assets/', 'src/assets/', 'content/'],
  Astro: ['public/', 'src/', 'src/assets/', 'src/content/', ''],
  Obsidian: ['', 'attachments/', 'assets/', 'content/', 'static/'],
  Markdown: ['', 'static/', 'public/', 'assets/', 'images/', 'img/'],
};

/** Return a picture's path, decoded, without the site's own address; `undefined` for pictures elsewhere. */
function localPath(site: FolderSite, src: string): string | undefined {
  const written = src.trim();
  if (/^(?:data|blob):/i.test(written)) return undefined;
  const isAbsolute = /^(?:https?:)?\/\//i.test(written);
  if (isAbsolute) {
    const url = URL.parse(written, 'https://localhost');
    const host = site.url === undefined ? undefined : URL.parse(site.url)?.host;
    if (!url || host === undefined || url.host.replace(/^www\./, '') !== host.replace(/^www\./, '')) return undefined;
    return localPath(site, url.pathname);
  }
  const [path = ''] = written.split(/[?#]/);
  const plain = decodePath(path) ?? path;
  return site.base !== '' && plain.startsWith(`${site.base}/`) ? plain.slice(site.base.length) : plain;
}

/** Return the path of an existing file, ignoring case and Unicode normalization; `undefined` if there is none. */
function existing(site: FolderSite, path: string): string | undefined {
  if (site.has(path)) return path;
  const composed = path.normalize('NFC').toLowerCase();
  return site.named(nameOf(path)).find((file) => file.normalize('NFC').toLowerCase() === composed);
}
