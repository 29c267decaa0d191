import type { ReadFields } from './folder/fields.ts';
import { readMoment } from './folder/moments.ts';
import { fillPattern } from './folder/permalinks.ts';
import { type FolderSite, folderOf, isYes, settingOf, stemOf, textsOf, valueOf } from './folder/site.ts';
import { jekyllSlug } from './folder/slugs.ts';
import type { Fields } from '../../front-matter/written.ts';
import type { Placement, RecordFiles, SystemRules } from './rules.ts';
import { isMadeByTemplate } from './template-pages.ts';

/** Jekyll: posts, drafts, collections and pages, with the permalinks and defaults of its configuration. */
export const jekyllRules: SystemRules = { files: listFiles, defaults: defaultsOf, place: placeFile };

const text = /\.(?:md|markdown|mdown|mkd|mkdn|html)$/i;
const system =
  /(?:^|\/)(?:_site|_includes|_layouts|_sass|_data|_plugins|_tests?|node_modules|vendor|assets\/(?:lib|vendor)|\.[^/]+)\//;

/** Return the path of a file in the site's source. */
function inSource({ content, root }: FolderSite, path: string): string {
  return path.slice((content[0] ?? root).length);
}

/** Return the collection of a file, without `_`; `''` for pages. */
function collectionOf(path: string): string {
  return /(?:^|\/)_([^/]+)\//.exec(path)?.[1] ?? '';
}

function listFiles(site: FolderSite): RecordFiles {
  const source = site.content[0] ?? site.root;
  const excluded = textsOf(valueOf(site.config, 'exclude')).map((name) => name.replace(/\/$/, ''));
  const included = new Set(textsOf(valueOf(site.config, 'include')).map((name) => name.replace(/^_|\/$/g, '')));
  const records: string[] = [];
  const skipped: RecordFiles['skipped'][number][] = [];
  for (const path of site.files) {
    if (!path.startsWith(source)) continue;
    const own = path.slice(source.length);
    if (/\.textile$/i.test(own)) skipped.push({ path, skipped: 'files in Textile' });
    if (!text.test(own) || system.test(own)) continue;
    const name = collectionOf(own);
    const isCollection =
      name === 'posts' || name === 'drafts' || included.has(name) || isYes(valueOf(collectionIn(site, name), 'output'));
    if (excluded.some((each) => own === each || own.startsWith(`${each}/`)))
      skipped.push({ path, skipped: 'files that the configuration leaves out' });
    else if (name === 'authors') skipped.push({ path, skipped: 'pages of authors' });
    else if (name === '' || isCollection) records.push(path);
    else skipped.push({ path, skipped: 'files of collections without pages' });
  }
  return { records, skipped };
}

function collectionIn({ config }: FolderSite, name: string): unknown {
  return name === '' ? undefined : valueOf(config, 'collections', name);
}

/** Return the configuration's default values for a file, by folder and type; longer paths take precedence. */
function defaultsOf(site: FolderSite, path: string): Fields {
  const rules = valueOf(site.config, 'defaults');
  if (!Array.isArray(rules)) return {};
  const own = inSource(site, path);
  const type = collectionOf(own) || 'pages';
  const matching = (rules as unknown[]).flatMap((rule, index) => {
    const scope = (settingOf((valueOf(rule, 'scope') ?? {}) as Fields, 'path') ?? '').replace(/^\/|\/$/g, '');
    const kind = settingOf((valueOf(rule, 'scope') ?? {}) as Fields, 'type');
    const values = valueOf(rule, 'values');
    const isType =
      kind === undefined || kind === type || (kind === 'posts' && type === 'drafts') || kind === `${type}s`;
    return isType && isWithin(own, scope) && typeof values === 'object' && values !== null
      ? [{ weight: scope.length, index, values: values as Fields }]
      : [];
  });
  return Object.assign(
    {},
    ...matching.toSorted((a, b) => a.weight - b.weight || a.index - b.index).map(({ values }) => values),
  ) as Fields;
}

function isWithin(path: string, scope: string): boolean {
  if (scope === '') return true;
  if (!scope.includes('*')) return path === scope || path.startsWith(`${scope}/`);
  const [head = ''] = scope.split('*');
  return path.startsWith(head);
}

function placeFile(site: FolderSite, path: string, fields: ReadFields, body: string): Placement {
  const own = inSource(site, path);
  const collection = collectionOf(own);
  const isPost = collection === 'posts' || collection === 'drafts';
  const [, date, rest = ''] = /^(\d{2,4}-\d{1,2}-\d{1,2})(?:-(.*))?$/.exec(stemOf(own)) ?? [];
  const isDated = date !== undefined && collection !== '';
  const plain = isDated ? rest || date : stemOf(own);
  const slug = fields.address.slug ?? plain;
  const fromName = isDated ? readMoment(date.length < 8 ? `20${date}` : date, site.zone) : undefined;
  const isArticle =
    isPost || (collection !== '' && collection !== 'pages' && (fields.moment ?? fromName) !== undefined);
  const above = isPost
    ? own
        .split('/_')[0]!
        .split('/')
        .filter((part) => part !== '' && !part.startsWith('_') && own.includes(`${part}/`))
    : [];
  const folders = isPost && !own.startsWith('_') ? above : [];
  const isTemplate = !isPost && (isMadeByTemplate(body) || /^(?:404|search|feed|sitemap|offline)\b/i.test(stemOf(own)));
  return {
    kind: isArticle ? 'article' : 'page',
    addresses:
      collection === 'drafts'
        ? fields.address.aliases
        : addressesOf(site, own, slug, [...folders, ...fields.categories], fields, fromName),
    slug: slug === 'index' ? (own.split('/').at(-2) ?? slug) : slug,
    title: titled(plain),
    moment: collection === 'drafts' ? undefined : fromName,
    categories: [...folders, ...fields.categories],
    ...(collection === 'drafts' && { draft: 'draft' }),
    ...(isTemplate && { skipped: 'pages made by a template' }),
  };
}

/** Derive a title from a file name, as Jekyll does. */
function titled(slug: string): string {
  return slug
    .split(/[-_]+/)
    .filter((word) => word !== '')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join(' ');
}

const styles: Readonly<Record<string, string>> = {
  date: '/:categories/:year/:month/:day/:title:output_ext',
  pretty: '/:categories/:year/:month/:day/:title/',
  ordinal: '/:categories/:year/:y_day/:title:output_ext',
  weekdate: '/:categories/:year/W:week/:short_day/:title:output_ext',
  none: '/:categories/:title:output_ext',
};

function addressesOf(
  site: FolderSite,
  own: string,
  slug: string,
  categories: readonly string[],
  fields: ReadFields,
  fromName: ReadFields['moment'],
): string[] {
  const collection = collectionOf(own);
  const isPost = collection === 'posts';
  const style = settingOf(site.config, 'permalink') ?? 'date';
  const written = fields.address.permalink;
  const stem = stemOf(own);
  const folder = folderOf(own);
  const ofPages =
    style === 'pretty' || style.endsWith('/') ? '/' : style in styles || style.endsWith(':output_ext') ? '.html' : '';
  const pattern =
    written ??
    (isPost
      ? style
      : (settingOf((collectionIn(site, collection) ?? {}) as Fields, 'permalink') ??
        (collection === '' || collection === 'pages'
          ? `/${folder}${stem === 'index' ? '' : `${stem}${ofPages}`}`
          : `/:collection/:path${ofPages === '/' ? '/' : ':output_ext'}`)));
  const inCollection = own.slice(own.indexOf(`_${collection}/`) + collection.length + 2).replace(/\.[^.]+$/, '');
  const lower = categories.map((name) => name.toLowerCase());
  const tokens = (title: string): Record<string, string> => ({
    title,
    slug: jekyllSlug(slug, 'default'),
    name: stem,
    path: collection === '' ? own.replace(/\.[^.]+$/, '') : inCollection,
    basename: stem,
    collection,
    categories: lower.join('/'),
    slugified_categories: lower.map((name) => jekyllSlug(name, 'default')).join('/'),
    output_ext: '.html',
  });
  const titles = [...new Set([jekyllSlug(slug, 'pretty'), slug])];
  const moments = [...(fields.moment?.clocks ?? []), ...(fromName?.clocks ?? [])];
  const clocks = moments.length > 0 ? moments : [undefined];
  // The extension follows its token directly.
  const whole = (styles[pattern] ?? pattern).replace(/:output_ext/g, '.html');
  const filled =
    whole.includes(':') && !/^https?:/.test(whole)
      ? titles.flatMap((title) => clocks.map((clock) => fillPattern(whole, tokens(title), clock)))
      : [whole];
  return [
    ...filled.flatMap((address) => (address === undefined ? [] : formsOf(address))),
    ...fields.address.aliases.flatMap(formsOf),
  ];
}

/** List the addresses at which servers have the same page: with and without `.html`. */
function formsOf(address: string): string[] {
  if (/^https?:/i.test(address)) return [address];
  const path = `/${address.replace(/^\/+/, '')}`;
  if (path.endsWith('.html')) return [path, path.slice(0, -'.html'.length)];
  return path.endsWith('/') || /\.[a-z]{2,4}$/i.test(path) ? [path] : [path, `${path}.html`];
}
