import { isGroup } from '../../front-matter/readings.ts';
import type { ArchiveSite, ImportRecord } from '../record.ts';
import { describeAuthors } from './folder/people.ts';
import { type FolderSite, isYes, settingOf, valueOf } from './folder/site.ts';
import { githubSlug, hexoSlug, hugoPath, jekyllSlug } from './folder/slugs.ts';

/**
 * Describe the site as a whole.
 *
 * @param records All records, whose tags and categories have lists at addresses of their own.
 */
export function describeSite(
  site: FolderSite,
  records: Iterable<Pick<ImportRecord, 'tags' | 'categories' | 'authors'>>,
): ArchiveSite {
  const lists: ArchiveSite['lists'][number][] = [];
  const [tags, categories] = [new Set<string>(), new Set<string>()];
  for (const record of records) {
    for (const tag of record.tags) tags.add(tag);
    for (const category of record.categories) categories.add(category);
  }
  const add = (address: string, kind: ArchiveSite['lists'][number]['kind'], name: string): void => {
    lists.push({ address: `${site.base}/${address.replace(/^\/+/, '')}`, kind, name });
  };
  for (const address of feedsOf(site)) add(address, 'feed', '');
  for (const [kind, names] of [
    ['tag', tags],
    ['category', categories],
  ] as const)
    for (const name of names) for (const address of listsOf(site, kind, name)) add(address, kind, name);
  return {
    system: site.system,
    title: site.title,
    url: site.url,
    authors: describeAuthors(site),
    lists,
  };
}

/** List the addresses of the site's feeds. */
function feedsOf(site: FolderSite): string[] {
  const written = [settingOf(site.config, 'feed', 'path'), settingOf(site.config, 'atom_feed', 'path')].flatMap(
    (path) => path ?? [],
  );
  const files = site.files.filter(
    (path) =>
      /(?:^|\/)(?:feed|atom|rss)\.(?:xml|json|njk|liquid|xml\.js)$/i.test(path) &&
      !/(?:^|\/)(?:node_modules|themes|_site|layouts)\//.test(path),
  );
  const made = files.map((path) =>
    path
      .slice((site.content[0] && path.startsWith(site.content[0]) ? site.content[0] : site.root).length)
      .replace(/\.(?:njk|liquid)$/, '.xml'),
  );
  const usual = {
    Hugo: ['index.xml'],
    Jekyll: ['feed.xml'],
    Hexo: ['atom.xml', 'rss2.xml'],
    Eleventy: ['feed.xml', 'feed/feed.xml'],
    Astro: ['rss.xml'],
    Obsidian: ['index.xml'],
    Markdown: [],
  }[site.system];
  return [
    ...new Set(
      [
        ...written,
        ...made.map((path) =>
          path
            .replace(/^(?:src\/pages|public|static)\//, '')
            .replace(/^.*(?=feed\.xml$)/, (folder) => (folder.length < 20 ? folder : '')),
        ),
        ...usual,
      ].map((path) => path.replace(/\.js$/, '')),
    ),
  ];
}

/** List the addresses of the list of a tag or category. */
function listsOf(site: FolderSite, kind: 'tag' | 'category', name: string): string[] {
  const { config } = site;
  switch (site.system) {
    case 'Hugo': {
      const taxonomies = valueOf(config, 'taxonomies');
      const plural =
        (isGroup(taxonomies) ? settingOf(taxonomies, kind) : undefined) ?? (kind === 'tag' ? 'tags' : 'categories');
      const address = `${hugoPath(plural)}/${hugoPath(name.replaceAll('/', '-'), isYes(valueOf(config, 'disablepathtolower')))}/`;
      return [address, `${address}index.xml`];
    }
    case 'Jekyll': {
      const pattern = settingOf(config, 'jekyll-archives', 'permalinks', kind);
      const slug = jekyllSlug(name, 'default');
      const archive = settingOf(config, `${kind}_archive`, 'path');
      return [
        pattern?.replace(':name', slug) ?? (kind === 'tag' ? `tags/${slug}/` : `categories/${slug}/`),
        ...(archive === undefined ? [] : [`${archive}${slug}/`, `${archive}#${slug}`]),
        `${kind}/${slug}/`,
      ].filter((address) => !address.includes('#'));
    }
    case 'Hexo': {
      const folder =
        kind === 'tag' ? (settingOf(config, 'tag_dir') ?? 'tags') : (settingOf(config, 'category_dir') ?? 'categories');
      return [`${folder}/${hexoSlug(settingOf(config, `${kind}_map`, name) ?? name)}/`];
    }
    case 'Eleventy':
    case 'Astro':
      return [`${kind === 'tag' ? 'tags' : 'categories'}/${githubSlug(name)}/`];
    case 'Obsidian':
      return kind === 'tag' ? [`tags/${name.replace(/ /g, '-')}`] : [];
    case 'Markdown':
      return [];
  }
}
