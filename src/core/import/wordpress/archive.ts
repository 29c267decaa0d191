import type { ArchiveSite, ImportedPicture } from '../record.ts';
import { childOf, textOf, type XmlElement, type XmlWish } from '../xml/read-xml.ts';
import { decodePath } from '../../urls.ts';
import { plainText } from '../reading/html-scan.ts';
import { cleanLine } from '../text.ts';

/** Data of a WordPress export that posts refer to by number or name. */
export interface WordPressArchive {
  site: ArchiveSite;
  /** Display names, by login. */
  authors: ReadonlyMap<string, string>;
  /** Parents of categories, by name: `['حمل و نقل', 'شهر']`. */
  parents: ReadonlyMap<string, string>;
  attachments: ReadonlyMap<string, ImportedPicture>;
  /** Numbers of the attachments that were uploaded for a post. */
  attached: ReadonlyMap<string, readonly string[]>;
  /** Addresses of the pages of attachments, by the number of the post that they were uploaded for. */
  attachmentPages: ReadonlyMap<string, readonly string[]>;
  /** Contents of reusable blocks and of synced patterns. */
  blocks: ReadonlyMap<string, string>;
}

/** Collects the archive; the files of one export are read one after the other. */
export interface ArchiveSurvey {
  wish: XmlWish;
  archive(): WordPressArchive;
}

/** Prefix for each namespace of a WordPress export, of any version and spelling. */
export function prefixOf(namespace: string): string | undefined {
  if (/^https?:\/\/(?:www\.)?wordpress\.org\/export\/[\d.]+\/excerpt\/?$/.test(namespace)) return 'excerpt';
  if (/^https?:\/\/(?:www\.)?wordpress\.org\/export\/[\d.]+\/?$/.test(namespace)) return 'wp';
  if (/purl\.org\/rss\/1\.0\/modules\/content/.test(namespace)) return 'content';
  return /purl\.org\/dc\/elements/.test(namespace) ? 'dc' : undefined;
}

/** Return whether a document, by its beginning, is a WordPress export (WXR). */
export function isWordPress(head: string): boolean {
  return /<(?:wp:wxr_version|wp:base_blog_url)\b|wordpress\.org\/export\/[\d.]+\//.test(head);
}

/** Create the survey that is needed to read posts. */
export function createArchiveSurvey(): ArchiveSurvey {
  const texts = new Map<string, string>();
  const authors = new Map<string, string>();
  const categories = new Map<string, { name: string; parent: string }>();
  const tags = new Map<string, string>();
  const attachments = new Map<string, ImportedPicture>();
  const attached = new Map<string, string[]>();
  const attachmentPages = new Map<string, string[]>();
  const blocks = new Map<string, string>();
  const onElement = (element: XmlElement): void => {
    const child = (name: string): string => textOf(childOf(element, name)).trim();
    if (element.name === 'item') {
      const [type, id] = [child('wp:post_type'), child('wp:post_id')];
      if (type === 'wp_block') blocks.set(id, textOf(childOf(element, 'content:encoded')));
      if (type !== 'attachment') return;
      const src = child('wp:attachment_url') || child('guid');
      attachments.set(id, {
        src,
        alt: metaOf(element, '_wp_attachment_image_alt'),
        caption: cleanHtml(child('excerpt:encoded')),
        credit: metaOf(element, 'photographer'),
      });
      const parent = child('wp:post_parent');
      if (parent === '' || parent === '0') return;
      addTo(attached, parent, id);
      const page = child('link');
      if (page !== '' && !page.includes('?')) addTo(attachmentPages, parent, page);
      return;
    }
    if (element.name === 'wp:author') {
      const login = child('wp:author_login');
      const full = `${child('wp:author_first_name')} ${child('wp:author_last_name')}`.trim();
      const shown = [child('wp:author_display_name'), full].find((name) => name !== '' && !name.includes('@'));
      authors.set(login, cleanLine(shown ?? ''));
    } else if (element.name === 'wp:category') {
      categories.set(child('wp:category_nicename'), {
        name: cleanLine(child('wp:cat_name')),
        parent: child('wp:category_parent'),
      });
    } else if (element.name === 'wp:tag') {
      tags.set(child('wp:tag_slug'), cleanLine(child('wp:tag_name')));
    } else if (!texts.has(element.name)) texts.set(element.name, textOf(element).trim());
  };
  const names = new Set('item wp:author wp:category wp:tag title link wp:base_blog_url wp:base_site_url'.split(' '));
  return {
    wish: { names, onElement, prefixOf },
    archive: () => {
      const url = texts.get('wp:base_blog_url') || texts.get('link') || texts.get('wp:base_site_url');
      const parents = new Map<string, string>();
      for (const { name, parent } of categories.values()) {
        const above = categories.get(parent)?.name ?? '';
        if (above !== '' && above !== name) parents.set(name, above);
      }
      return {
        site: {
          system: 'WordPress',
          title: cleanLine(texts.get('title') ?? '') || undefined,
          url: url && /^https?:\/\//.test(url) ? url : undefined,
          authors: [...authors.values()].filter((name) => name !== '').map((name) => ({ name, addresses: [] })),
          lists: listsOf(url ?? '', categories, tags, authors),
        },
        authors,
        parents,
        attachments,
        attached,
        attachmentPages,
        blocks,
      };
    },
  };
}

function addTo(lists: Map<string, string[]>, key: string, value: string): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}

/** A value of a post's custom fields; `''` if there is none. */
export function metaOf(item: XmlElement, key: string): string {
  for (const node of item.nodes) {
    if (typeof node === 'string' || node.name !== 'wp:postmeta') continue;
    if (textOf(childOf(node, 'wp:meta_key')).trim() === key) return cleanLine(textOf(childOf(node, 'wp:meta_value')));
  }
  return '';
}

/** Text of a piece of HTML on one clean line. */
export function cleanHtml(html: string): string {
  return cleanLine(plainText(html));
}

/** The form of a login in addresses, unless it was changed in WordPress. */
function niceName(login: string): string {
  const name = login
    .slice(0, 50)
    .toLowerCase()
    .replaceAll('.', '-')
    .replace(/[^\p{L}\p{N}_\s-]/gu, '');
  return name.replace(/[\s-]+/g, '-').replace(/^-|-$/g, '');
}

/** Default addresses of WordPress's lists, and of its feed. */
function listsOf(
  siteUrl: string,
  categories: ReadonlyMap<string, { name: string; parent: string }>,
  tags: ReadonlyMap<string, string>,
  authors: ReadonlyMap<string, string>,
): ArchiveSite['lists'] {
  const base = (URL.parse(siteUrl)?.pathname ?? '/').replace(/\/$/, '');
  const decoded = (slug: string): string => decodePath(slug) ?? slug;
  const pathOf = (slug: string): string => {
    const parts: string[] = [];
    for (let at = slug; at !== '' && !parts.includes(decoded(at)); at = categories.get(at)?.parent ?? '') {
      parts.unshift(decoded(at));
    }
    return parts.join('/');
  };
  return [
    { address: `${base}/feed/`, kind: 'feed' as const, name: '' },
    ...[...categories].map(([slug, { name }]) => ({
      address: `${base}/category/${pathOf(slug)}/`,
      kind: 'category' as const,
      name,
    })),
    ...[...tags].map(([slug, name]) => ({ address: `${base}/tag/${decoded(slug)}/`, kind: 'tag' as const, name })),
    ...[...authors].map(([login, name]) => ({
      address: `${base}/author/${niceName(login)}/`,
      kind: 'author' as const,
      name,
    })),
  ];
}
