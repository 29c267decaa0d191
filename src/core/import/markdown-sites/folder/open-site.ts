import { isAbsoluteUrl } from '../../../urls.ts';
import { readData } from './data-files.ts';
import { markdownFile } from './find-files.ts';
import { type FolderSite, type FolderSystem, folderOf, nameOf, settingOf, valueOf } from './site.ts';
import type { Fields } from '../../../front-matter/written.ts';

/** Reads the text of a small file; `undefined` if it cannot be read. */
export type ReadFile = (path: string) => string | undefined;

/**
 * Recognise the system of a folder, and read its configuration.
 *
 * @param files Paths of all files, relative to the folder, with `/`.
 * @param now The moment of the import, in milliseconds since 1970-01-01T00:00Z.
 */
export function openSite(files: readonly string[], readFile: ReadFile, now: number): FolderSite {
  const read = remember(readFile);
  const { system, root } = recognizeSite(files, read);
  const config = configOf(system, root, files, read);
  const url = urlOf(config);
  const known = new Set(files);
  const names = new Map<string, string[]>();
  for (const path of files) {
    const name = nameOf(path).toLowerCase();
    const list = names.get(name);
    if (list) list.push(path);
    else names.set(name, [path]);
  }
  const base = settingOf(config, 'baseurl');
  const isPath = base !== undefined && !isAbsoluteUrl(base);
  const path = system === 'Hexo' ? settingOf(config, 'root') : isPath ? base : url && URL.parse(url)?.pathname;
  return {
    system,
    files,
    read,
    root,
    config,
    now,
    url,
    base: `/${path ?? ''}`.replace(/\/{2,}/g, '/').replace(/\/$/, ''),
    title: titleOf(config),
    zone: settingOf(config, 'timezone'),
    has: (name) => known.has(name),
    named: (name) => names.get(name.toLowerCase()) ?? [],
    content: contentOf(system, root, config, files, read),
  };
}

/** Cache the texts of files, which references and templates read many times. */
function remember(read: ReadFile): ReadFile {
  const texts = new Map<string, string | undefined>();
  return (path) => {
    if (texts.has(path)) return texts.get(path);
    const text = read(path);
    if (texts.size < maxTexts) texts.set(path, text);
    return text;
  };
}

const maxTexts = 1000;

/** Recognise the system of a site, and find the site's folder within the imported one: `''`, or `docs/`. */
export function recognizeSite(files: readonly string[], read: ReadFile): { system: FolderSystem; root: string } {
  const own = files.filter((path) => !foreign.test(path)).toSorted((a, b) => depthOf(a) - depthOf(b));
  const found = (pattern: RegExp): string | undefined => own.find((path) => pattern.test(path));
  const at = (system: FolderSystem, path: string): { system: FolderSystem; root: string } => ({
    system,
    root: folderOf(path),
  });
  const vault = found(/(?:^|\/)\.obsidian\//);
  if (vault !== undefined) return { system: 'Obsidian', root: vault.slice(0, vault.indexOf('.obsidian/')) };
  const quartz = found(/(?:^|\/)quartz\.config\.ts$/);
  if (quartz !== undefined) return at('Obsidian', quartz);
  const astro = found(/(?:^|\/)astro\.config\.(?:[mc]?[jt]s)$/);
  if (astro !== undefined) return at('Astro', astro);
  const hugos = own.filter((path) => /(?:^|\/)hugo\.(?:toml|ya?ml|json)$/.test(path));
  // Themes have configurations too; the site is the one with content.
  const hugo = hugos.find((path) => hasContent(path, own, () => undefined)) ?? hugos[0];
  if (hugo !== undefined) return { system: 'Hugo', root: configRoot(hugo) };
  const config = own.find(
    (path) => /(?:^|\/)(?:config\.(?:toml|ya?ml|json)|config\/_default\/)/.test(path) && hasContent(path, own, read),
  );
  if (config !== undefined) return { system: 'Hugo', root: configRoot(config) };
  const eleventy = found(/(?:^|\/)(?:\.eleventy\.c?js|eleventy\.config\.[mc]?[jt]s)$/);
  if (eleventy !== undefined) return at('Eleventy', eleventy);
  const posts = found(/(?:^|\/)source\/_posts\//);
  if (posts !== undefined) return { system: 'Hexo', root: posts.slice(0, posts.indexOf('source/_posts/')) };
  const jekyll = found(/(?:^|\/)_config\.(?:ya?ml|toml)$/);
  if (jekyll !== undefined) return at('Jekyll', jekyll);
  const dated = found(/(?:^|\/)_(?:posts|drafts)\//);
  if (dated !== undefined) return { system: 'Jekyll', root: dated.startsWith('_') ? '' : rootOfPosts(dated) };
  return recognizeBare(own, read);
}

/** Folders of themes, packages and results. */
const foreign =
  /(?:^|\/)(?:node_modules|themes|vendor|exampleSite|_site|public|resources|bower_components|\.git|\.jekyll-cache|_vendor)\//;

function depthOf(path: string): number {
  return path.split('/').length;
}

/** Return the folder of the site that a configuration of Hugo belongs to. */
function configRoot(config: string): string {
  return config.replace(/(?:config\/_default\/.*|(?:hugo|config)\.[a-z]+)$/, '');
}

function hasContent(config: string, files: readonly string[], read: ReadFile): boolean {
  const root = configRoot(config);
  if (files.some((path) => path.startsWith(`${root}content/`) || path.startsWith(`${root}archetypes/`))) return true;
  return /^\s*["']?(?:baseurl|base_url|languageCode)["']?\s*[:=]/im.test(read(config) ?? '');
}

/** Return the root of a site by its posts, which may be in folders of categories: `sport/_posts/`. */
function rootOfPosts(path: string): string {
  const [top = ''] = path.split('/');
  return /^(?:docs|site|src|blog|jekyll|www)$/i.test(top) && depthOf(path) > 2 ? `${top}/` : '';
}

/** Recognise a folder without a configuration by the contents of its files. */
function recognizeBare(files: readonly string[], read: ReadFile): { system: FolderSystem; root: string } {
  const texts = files.filter((path) => markdownFile.test(path));
  const content = texts.find((path) => path.startsWith('content/'));
  const isHugo = content !== undefined || texts.some((path) => nameOf(path).startsWith('_index.'));
  if (isHugo) return { system: 'Hugo', root: '' };
  if (texts.some((path) => path.startsWith('src/content/'))) return { system: 'Astro', root: '' };
  const isVault = texts.slice(0, most).some((path) => /!?\[\[[^[\]\n]+\]\]/.test(read(path) ?? ''));
  return { system: isVault ? 'Obsidian' : 'Markdown', root: '' };
}

// Number of files that are read to recognise a vault of Obsidian.
const most = 40;

/** Read the configuration, for Hugo including the files in `config/_default/` under their names. */
function configOf(system: FolderSystem, root: string, files: readonly string[], read: ReadFile): Fields {
  const names = system === 'Hugo' ? ['hugo', 'config'] : system === 'Jekyll' || system === 'Hexo' ? ['_config'] : [];
  const inRoot = (name: string): string[] =>
    ['toml', 'yaml', 'yml', 'json'].map((type) => `${root}${name}.${type}`).filter((path) => files.includes(path));
  const [main] = names.flatMap(inRoot);
  const config: Record<string, unknown> = { ...(main && readData(main, read(main) ?? '')) };
  if (system !== 'Hugo') return config;
  const folder = `${root}config/_default/`;
  for (const path of files.filter((file) => file.startsWith(folder) && /\.(?:toml|ya?ml|json)$/.test(file))) {
    const data = readData(path, read(path) ?? '');
    const name = path.slice(folder.length).replace(/\.[a-z]+$/, '');
    const [, part = '', language] = /^([^./]+)(?:\.([^./]+))?$/.exec(name) ?? [];
    if (language !== undefined || part === '') continue;
    if (part === 'hugo' || part === 'config') Object.assign(config, data);
    else config[part] = { ...(valueOf(config, part) as Fields | undefined), ...data };
  }
  return config;
}

function urlOf(config: Fields): string | undefined {
  const base = settingOf(config, 'baseurl') ?? settingOf(config, 'base_url');
  const written = base !== undefined && isAbsoluteUrl(base) ? base : settingOf(config, 'url');
  const url = written !== undefined && isAbsoluteUrl(written) ? URL.parse(written, 'https://localhost') : undefined;
  if (!url || !/^https?:$/.test(url.protocol)) return undefined;
  const path = base !== undefined && !isAbsoluteUrl(base) ? `/${base.replace(/^\/+|\/+$/g, '')}/` : url.pathname;
  return url.origin + path.replace(/\/{2,}/g, '/').replace(/\/?$/, '/');
}

function titleOf(config: Fields): string | undefined {
  const language = settingOf(config, 'defaultcontentlanguage');
  return (
    settingOf(config, 'languages', 'fa', 'title') ??
    settingOf(config, 'title') ??
    (language === undefined ? undefined : settingOf(config, 'languages', language, 'title')) ??
    settingOf(config, 'name')
  );
}

/** Find the content folders. */
function contentOf(
  system: FolderSystem,
  root: string,
  config: Fields,
  files: readonly string[],
  read: ReadFile,
): readonly string[] {
  const within = (folder: string): string =>
    folder === '' || folder === '.' ? root : `${root}${folder.replace(/^\.?\/|\/$/g, '')}/`;
  const exists = (folder: string): boolean => files.some((path) => path.startsWith(folder));
  if (system === 'Hugo') {
    const languages = valueOf(config, 'languages');
    const folders = [
      ...Object.values(typeof languages === 'object' && languages !== null ? languages : {}).flatMap(
        (language) => settingOf(language as Fields, 'contentdir') ?? [],
      ),
      settingOf(config, 'contentdir') ?? 'content',
    ].map(within);
    const found = [...new Set(folders)].filter(exists);
    // The imported folder may be the content folder itself.
    return found.length > 0 ? found.toSorted((a, b) => b.length - a.length) : [root];
  }
  if (system === 'Hexo') return [within(settingOf(config, 'source_dir') ?? 'source')];
  if (system === 'Jekyll') return [within(settingOf(config, 'source') ?? '')];
  if (system === 'Astro') return [within('src/content'), within('src/data'), within('content')].filter(exists);
  if (system === 'Obsidian' && files.includes(`${root}quartz.config.ts`)) return [within('content')];
  if (system !== 'Eleventy') return [root];
  const script = files.find((path) => /(?:\.eleventy\.c?js|eleventy\.config\.[mc]?[jt]s)$/.test(path));
  const input = /\binput\s*:\s*["']([^"']+)["']/.exec(script === undefined ? '' : (read(script) ?? ''))?.[1];
  return [within(input ?? '')];
}
