import { decodeReferences } from '../../front-matter/foreign-texts.ts';
import { decodePath } from '../../urls.ts';
import { type ImportNote, note } from '../notes.ts';
import type { ImportedPicture, ImportRecord, ReadRecord } from '../record.ts';
import { cleanLine } from '../text.ts';
import { attributeOf, childOf, childrenOf, textOf, type XmlElement } from '../xml/read-xml.ts';
import { cleanHtml, metaOf, type WordPressArchive } from './archive.ts';
import { readContent } from './content.ts';
import { dateOf, datedBy } from './dates.ts';
import { readComment } from './read-comment.ts';

/** Read an `<item>` of a WordPress export (WXR 1.0 to 1.2). */
export function readItem(item: XmlElement, file: string, archive: WordPressArchive): ReadRecord {
  const child = (name: string): string => textOf(childOf(item, name)).trim();
  const type = child('wp:post_type') || 'post';
  if (type !== 'post' && type !== 'page') return { skipped: skippedTypes[type] ?? `items of type ${type}` };
  const status = child('wp:status') || 'publish';
  if (status === 'trash') return { skipped: 'posts in the trash' };
  const id = child('wp:post_id');
  const host = URL.parse(archive.site.url ?? '')?.host ?? 'site';
  const title = cleanHtml(child('title'));
  if (status === 'auto-draft' && child('content:encoded') === '') return { skipped: 'automatic drafts without text' };
  if (!item.isWhole) return { file, line: item.line, title, faults: [cut] };
  const context = { archive, id };
  const content = readContent(textOf(childOf(item, 'content:encoded')), footnotesOf(item), context);
  const notes: ImportNote[] = [...content.notes];
  const lead = cleanHtml(child('excerpt:encoded'));
  const { categories, tags, writers } = readTerms(item, archive);
  const login = child('dc:creator');
  const shown = archive.authors.get(login) ?? '';
  const authors = writers.length > 0 ? writers : [shown !== '' ? shown : login].filter((name) => name !== '');
  if (writers.length === 0 && shown === '' && login !== '') {
    notes.push(note('look', 'The author is known by the login only.', login.includes('@') ? undefined : login));
  }
  const image = imageOf(item, archive);
  return {
    origin: `wordpress:${host}/${keyOf(item, id)}`,
    file,
    line: item.line,
    kind: type === 'page' ? 'page' : 'article',
    title: title !== '' ? title : seoTitle(item),
    date: dateOf(child('wp:post_date_gmt'), child('wp:post_date')) ?? datedBy(child('pubDate')),
    updated: dateOf(child('wp:post_modified_gmt'), child('wp:post_modified')),
    draft: draftReason(status, child('wp:post_password')),
    slug: decoded(child('wp:post_name')),
    addresses: [
      ...addressesOf(child('link'), child('guid'), id, type, child('wp:post_name') !== '', archive.site.url),
      ...oldPermalinks(item, child('link'), child('wp:post_name')),
      ...(archive.attachmentPages.get(id) ?? []).slice(0, mostAttachmentPages),
    ],
    tags,
    categories,
    authors,
    source: sourceOf(item),
    kicker: firstMeta(item, kickers),
    lead: lead !== '' ? lead : firstMeta(item, leads),
    image,
    picked: child('wp:is_sticky') === '1' || undefined,
    body: { form: 'html', text: content.html },
    base: archive.site.url,
    comments: childrenOf(item, 'wp:comment').flatMap(readComment),
    notes,
  };
}

/** Key of an item in every export of its site: its number, or, in exports of other programs, its address. */
function keyOf(item: XmlElement, id: string): string {
  if (id !== '') return `?p=${id}`;
  const child = (name: string): string => textOf(childOf(item, name)).trim();
  return child('guid') || child('link') || `${child('title')}|${child('wp:post_date')}`;
}

// Old galleries have hundreds.
const mostAttachmentPages = 10;

const cut = {
  field: 'record',
  expected: 'a whole item',
  found: 'one that ends in the middle',
  fix: 'The file is cut. Export again, or fetch the file again.',
} as const;

const skippedTypes: Readonly<Record<string, string>> = {
  attachment: 'attachments (their files are used where posts show them)',
  nav_menu_item: 'menu items',
  revision: 'revisions',
  wp_block: 'reusable blocks (their content is used where posts have them)',
  wp_navigation: 'menus',
  wp_template: 'templates',
  wp_template_part: 'templates',
  wp_global_styles: 'styles',
  custom_css: 'styles',
};

const kickers =
  'rotitr rutitr roo_titr ro_titr roytitr _rotitr news_rotitr rootitr uptitle up_title top_title pre_title kicker روتیتر subtitle'.split(
    ' ',
  );
const leads = 'lead _lead news_lead soutitr sutitr su_titr sootitr لید چکیده'.split(' ');

function firstMeta(item: XmlElement, keys: readonly string[]): string | undefined {
  return keys
    .map((key) => cleanHtml(metaOf(item, key)))
    .find((value) => value !== '' && !/^(?:a|s|i|b|O):\d/.test(value));
}

/** A title for search engines, unless it is a template such as `%%title%%`. */
function seoTitle(item: XmlElement): string {
  const found = ['_yoast_wpseo_title', 'rank_math_title', '_aioseo_title'].map((key) => metaOf(item, key));
  return found.find((title) => title !== '' && !/%/.test(title)) ?? '';
}

function sourceOf(item: XmlElement): ImportRecord['source'] {
  const name = firstMeta(item, ['source_name', 'news_source', 'post_source', 'source', 'منبع']);
  const url = firstMeta(item, ['source_url', 'syndication_permalink', 'source_link']);
  return name === undefined || /^https?:/.test(name) ? undefined : { name, url };
}

function draftReason(status: string, password: string): string | undefined {
  if (password !== '') return 'It was protected by a password.';
  if (status === 'publish' || status === 'future' || status === 'inherit') return undefined;
  return `Its status was ${cleanLine(status).slice(0, 40)}.`;
}

function addressesOf(
  link: string,
  guid: string,
  id: string,
  type: string,
  hasName: boolean,
  siteUrl: string | undefined,
): string[] {
  // Without a slug, the link ends in the folder of the day.
  const permalink = link !== '' && (hasName || link.includes('?')) ? [link] : [];
  // The site may have been in a folder of its host: `https://khabar.example/blog/?p=101`.
  const front = `${(URL.parse(siteUrl ?? '')?.pathname ?? '').replace(/\/$/, '')}/`;
  const short = type === 'page' ? [`${front}?page_id=${id}`, `${front}?p=${id}`] : [`${front}?p=${id}`];
  const global = guid === link || !/^https?:/.test(guid) ? [] : [guid];
  return [...permalink, ...(id === '' ? [] : short), ...global];
}

/** Permalinks with the earlier slugs of a post, which WordPress redirects. */
function oldPermalinks(item: XmlElement, link: string, slug: string): string[] {
  const end = slug === '' ? -1 : link.toLowerCase().lastIndexOf(`/${slug.toLowerCase()}`);
  if (end === -1) return [];
  return childrenOf(item, 'wp:postmeta')
    .filter((meta) => textOf(childOf(meta, 'wp:meta_key')).trim() === '_wp_old_slug')
    .map(
      (meta) =>
        `${link.slice(0, end)}/${textOf(childOf(meta, 'wp:meta_value')).trim()}${link.slice(end + 1 + slug.length)}`,
    );
}

function readTerms(
  item: XmlElement,
  archive: WordPressArchive,
): { categories: string[]; tags: string[]; writers: string[] } {
  const [found, tags, writers]: [string[], string[], string[]] = [[], [], []];
  for (const term of childrenOf(item, 'category')) {
    const domain = attributeOf(term, 'domain');
    const name = cleanLine(decodeReferences(textOf(term)));
    if (name === '') continue;
    if (domain === 'category') found.push(name);
    else if (domain === 'post_tag' || domain === '') tags.push(name);
    else if (domain === 'author') writers.push(archive.authors.get(name) || name);
  }
  // Most specific first; parents follow, since one of them may be a section.
  const depth = (name: string): number => chainOf(name, archive.parents).length;
  const sorted = found.toSorted((a, b) => depth(b) - depth(a));
  const parents = sorted.flatMap((name) => chainOf(name, archive.parents));
  return { categories: [...new Set([...sorted, ...parents])], tags, writers: [...new Set(writers)] };
}

function chainOf(name: string, parents: ReadonlyMap<string, string>): string[] {
  const chain: string[] = [];
  for (let above = parents.get(name); above !== undefined && !chain.includes(above); above = parents.get(above))
    chain.push(above);
  return chain;
}

function imageOf(item: XmlElement, { attachments }: WordPressArchive): ImportedPicture | undefined {
  const chosen = attachments.get(metaOf(item, '_thumbnail_id'));
  if (chosen) return chosen;
  const src = ['fifu_image_url', '_thumbnail_ext_url', '_external_thumbnail_url']
    .map((key) => metaOf(item, key))
    .find((url) => /^https?:\/\//.test(url));
  return src === undefined ? undefined : { src, alt: metaOf(item, 'fifu_image_alt') };
}

function footnotesOf(item: XmlElement): string {
  for (const meta of childrenOf(item, 'wp:postmeta')) {
    if (textOf(childOf(meta, 'wp:meta_key')).trim() === 'footnotes') return textOf(childOf(meta, 'wp:meta_value'));
  }
  return '';
}

function decoded(slug: string): string | undefined {
  return slug === '' ? undefined : (decodePath(slug) ?? slug.replace(/%[\da-f]{0,2}/gi, '-'));
}
