import { isGroup } from '../../front-matter/readings.ts';
import { note } from '../notes.ts';
import { plainName, type ReadFields } from './folder/fields.ts';
import { markdownFile } from './folder/find-files.ts';
import { readMatter } from './folder/matter.ts';
import { type FolderSite, folderOf, nameOf, textsOf, valueOf } from './folder/site.ts';
import { addressesOf } from './hugo-addresses.ts';
import { contentFile, listFiles, otherLanguages } from './hugo-files.ts';
import type { Placement, SystemRules } from './rules.ts';

/** Hugo: `content/`, bundles, sections, languages, and the permalinks of its configuration. */
export const hugoRules: SystemRules = {
  files: listFiles,
  defaults: () => ({}),
  place: placeFile,
};

function placeFile(site: FolderSite, path: string, fields: ReadFields, body: string): Placement {
  const { folder, name } = contentFile(site, path);
  const isSection = name === '_index';
  const isBundle = name === 'index' && folder !== '';
  const other = otherLanguages(site, path);
  if (other.length > 0)
    fields.notes.push(note('look', 'Versions of the page in other languages were left out.', other.join(', ')));
  const resource = bundleAbove(site, path);
  const type = textsOf(fields.written.get('type'))[0] ?? textsOf(fields.written.get('layout'))[0] ?? '';
  const [section = ''] = folder.split('/');
  const isTop = isBundle ? !folder.slice(0, -1).includes('/') && /^[^/]+\/$/.test(folder) : folder === '';
  const isPage =
    isSection ||
    /^(?:pages?|about|contact|search|archives?|home)$/i.test(type) ||
    (isTop && (!isFlat(site) || !fields.moment)) ||
    (folder === '' && name === 'index');
  return {
    kind: isPage ? 'page' : 'article',
    addresses: addressesOf(site, path, fields),
    slug: fields.address.slug ?? (isBundle || isSection ? nameOf(folder.slice(0, -1)) : name),
    categories: [
      ...fields.categories,
      ...customTerms(site, fields),
      ...(isPage || isTop ? [] : sectionOf(site, path, section, fields)),
    ],
    ...(isSection && body.trim() === '' && { skipped: 'section pages without text' }),
    ...(resource && { skipped: 'files of a bundle' }),
  };
}

/** Return whether all articles are in the content folder itself, so that its files are not pages. */
function isFlat(site: FolderSite): boolean {
  return !site.files.some((path) => {
    const root = site.content.find((folder) => path.startsWith(folder));
    return (
      root !== undefined &&
      markdownFile.test(path) &&
      !/^_?index\./.test(nameOf(path)) &&
      path.slice(root.length).includes('/')
    );
  });
}

/** Return whether a file is a resource of a leaf bundle. */
function bundleAbove(site: FolderSite, path: string): boolean {
  if (/^_?index\./.test(nameOf(path))) return false;
  const root = site.content.find((folder) => path.startsWith(folder)) ?? '';
  return (
    folderOf(path) !== root &&
    ['index.md', 'index.fa.md', 'index.en.md', 'index.html'].some((name) => site.has(folderOf(path) + name))
  );
}

const generic = /^(?:posts?|blogs?|articles?|news|content|pages?|entries|entry|docs?|writing|notes?|archives?|fa|en)$/i;

/**
 * Return the section of a file's folder: the title of the section's page or, if the file has no category, the folder's
 * name.
 */
function sectionOf(site: FolderSite, path: string, section: string, fields: ReadFields): string[] {
  if (section === '' || generic.test(section)) return [];
  const root = site.content.find((folder) => path.startsWith(folder)) ?? '';
  const index = ['_index.fa.md', '_index.md'].map((name) => `${root}${section}/${name}`).find((each) => site.has(each));
  const file = index === undefined ? undefined : readMatter(index, site.read(index) ?? '');
  const title = file && 'fields' in file ? textsOf(valueOf(file.fields, 'title'))[0] : undefined;
  if (title !== undefined) return [title];
  return fields.categories.length > 0 ? [] : [section];
}

/** Return the file's terms in the site's own taxonomies. */
function customTerms({ config }: FolderSite, fields: ReadFields): string[] {
  const taxonomies = valueOf(config, 'taxonomies');
  if (!isGroup(taxonomies)) return [];
  const own = Object.values(taxonomies)
    .flatMap(textsOf)
    .filter((name) => !/^(?:tags?|categor(?:y|ies)|series|authors?|keywords?)$/i.test(name));
  const terms = own.flatMap((name) => textsOf(fields.written.get(plainName(name))));
  for (const name of own)
    fields.notes.splice(0, fields.notes.length, ...fields.notes.filter(({ detail }) => detail !== name));
  return terms;
}
