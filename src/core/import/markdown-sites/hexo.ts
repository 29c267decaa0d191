import { isNo } from '../../front-matter/readings.ts';
import type { ReadFields } from './folder/fields.ts';
import { markdownFile } from './folder/find-files.ts';
import { readMoment } from './folder/moments.ts';
import { fillPattern } from './folder/permalinks.ts';
import { type FolderSite, settingOf, stemOf, textsOf, valueOf } from './folder/site.ts';
import { hexoSlug } from './folder/slugs.ts';
import type { Placement, RecordFiles, SystemRules } from './rules.ts';

/** Hexo: `source/_posts`, drafts and pages. */
export const hexoRules: SystemRules = { files: listFiles, defaults: () => ({}), place: placeFile };

function listFiles(site: FolderSite): RecordFiles {
  const source = site.content[0] ?? site.root;
  const records = site.files.filter((path) => {
    const own = path.startsWith(source) ? path.slice(source.length) : '';
    return markdownFile.test(own) && !/(?:^|\/)(?!_posts\/|_drafts\/)[_.][^/]*\//.test(own);
  });
  const skipped = site.files
    .filter((path) => path.startsWith(`${source}_discarded/`) && markdownFile.test(path))
    .map((path) => ({ path, skipped: 'discarded files' }));
  return { records, skipped };
}

function placeFile(site: FolderSite, path: string, fields: ReadFields, body: string): Placement {
  const own = path.slice((site.content[0] ?? site.root).length);
  const [, folder, inPosts = ''] = /^_(posts|drafts)\/(.*)$/.exec(own) ?? [];
  const layout = textsOf(fields.written.get('layout'))[0] ?? '';
  const isPost = folder !== undefined && layout !== 'page';
  const name = stemOf(own);
  const [, date, plain = name] = /^(\d{4}-\d{1,2}-\d{1,2})-(.+)$/.exec(name) ?? [];
  const isNamed = /:year/.test(settingOf(site.config, 'new_post_name') ?? ':title.md');
  const slug = isNamed ? plain : name;
  const fromName = date === undefined ? undefined : readMoment(date, site.zone);
  // The last category is the most specific: `[News, Sport]` is a path.
  const categories = fields.categories.toReversed();
  const isListing =
    /^(?:tags|categories|archive|link|links)$/.test(textsOf(fields.written.get('type'))[0] ?? layout) &&
    body.trim() === '';
  return {
    kind: isPost ? 'article' : 'page',
    addresses:
      folder === 'drafts'
        ? fields.address.aliases
        : [...addressesOf(site, own, inPosts, slug, fields, fromName, isPost), ...fields.address.aliases],
    slug: isPost || name !== 'index' ? slug : (own.split('/').at(-2) ?? name),
    title: plain.replace(/[-_]+/g, ' '),
    moment: fromName,
    categories,
    ...(folder === 'drafts' && { draft: 'draft' }),
    ...(isListing && { skipped: 'pages made by a template' }),
  };
}

function addressesOf(
  site: FolderSite,
  own: string,
  inPosts: string,
  slug: string,
  fields: ReadFields,
  fromName: ReadFields['moment'],
  isPost: boolean,
): string[] {
  const written = fields.address.permalink ?? fields.address.url;
  if (written !== undefined && !written.includes(':')) return formsOf(written, site);
  if (!isPost) return formsOf(`/${own.replace(/\.[^.]+$/, '.html')}`, site);
  const pattern = written ?? settingOf(site.config, 'permalink') ?? ':year/:month/:day/:title/';
  const folder = inPosts.includes('/') ? inPosts.slice(0, inPosts.lastIndexOf('/') + 1) : '';
  const categories = fields.categories.map((name) => categoryPath(site, name));
  const tokens: Record<string, string | undefined> = {
    title: folder + slug,
    name: slug,
    post_title: hexoSlug(fields.title),
    category: categories.join('/') || (settingOf(site.config, 'default_category') ?? 'uncategorized'),
    id: textsOf(fields.written.get('id'))[0],
    abbrlink: textsOf(fields.written.get('abbrlink'))[0],
    urlname: textsOf(fields.written.get('urlname'))[0],
    layout: 'post',
    lang: textsOf(fields.written.get('lang'))[0] ?? settingOf(site.config, 'language'),
  };
  for (const [name, value] of fields.written)
    if (!Object.hasOwn(tokens, name) && typeof value === 'string') tokens[name] = value.trim();
  for (const name of ['year', 'month', 'day', 'hour', 'minute', 'second']) delete tokens[name];
  const clocks = [...(fields.moment?.clocks ?? []), ...(fields.moment ? [] : (fromName?.clocks ?? []))];
  return (clocks.length > 0 ? clocks : [undefined]).flatMap((clock) => {
    const address = fillPattern(pattern, tokens, clock);
    return address === undefined ? [] : formsOf(address, site);
  });
}

function categoryPath({ config }: FolderSite, name: string): string {
  return hexoSlug(settingOf(config, 'category_map', name) ?? name);
}

/** List the forms of an address, with `index.html` and `.html` as the configuration has them. */
function formsOf(address: string, { config }: FolderSite): string[] {
  const path = `/${address.replace(/^\/+/, '')}`.replace(/\/index\.html$/, '/');
  const isBare = isNo(valueOf(config, 'pretty_urls', 'trailing_html'));
  if (path.endsWith('.html')) return isBare ? [path.slice(0, -'.html'.length), path] : [path];
  return path.endsWith('/') ? [path] : [path, `${path}/`];
}
