import { decodePath } from '../../urls.ts';
import { type ExportFormat, type ExportInput, cutFault, refuse, titleFault } from '../reading/format.ts';
import { feedDate, hostOf, laterDay, resolveAddress } from '../reading/values.ts';
import type { ArchiveSite, ImportRecord, ReadRecord } from '../record.ts';
import { childOf, childrenOf, attributeOf, textOf, type XmlElement } from '../xml/read-xml.ts';
import { authorsOf, linkOf, titleOf } from './atom.ts';
import { gatherComments, kindOf, numberOf } from './blogger-comments.ts';
import { readBloggerText } from './blogger-text.ts';
import { faultsOf, gatherElements } from './feed.ts';

/**
 * Exports of Blogger: the feed of posts, pages, comments, settings and templates that its settings page offered, and
 * `feed.atom` of Google Takeout, whose entries have their kind in `blogger:type`.
 */
export const blogger: ExportFormat = {
  name: 'Blogger',
  matches: (head) =>
    /<(?:[a-z]+:)?feed[\s>]/.test(head) &&
    /schemas\.google\.com\/blogger\/20\d\d|<id>tag:blogger\.com,1999:blog-/.test(head),
  read(text, input) {
    const { elements, end } = gatherElements(text, ['entry', 'title', 'link', 'author', 'id']);
    const entries = elements.filter(({ name }) => name === 'entry');
    const site = readSite(elements, entries);
    const comments = gatherComments(entries.filter((entry) => entry.isWhole));
    const context: BlogContext = { ...input, url: site.url, comments: comments.byPost };
    const records = entries.filter((entry) => kindOf(entry) !== 'comment').map((entry) => readEntry(entry, context));
    return { site, records: [...records, ...comments.skipped, ...faultsOf(entries, end, input)] };
  },
};

interface BlogContext extends ExportInput {
  /** Address of the blog. */
  url: string | undefined;
  comments: ReturnType<typeof gatherComments>['byPost'];
}

function readEntry(entry: XmlElement, blog: BlogContext): ReadRecord {
  if (!entry.isWhole) return refuse(blog, entry.line, titleOf(childOf(entry, 'title')), [cutFault]);
  const kind = kindOf(entry);
  if (kind !== 'post' && kind !== 'page') return { skipped: kind === '' ? 'entries of an unknown kind' : `${kind}s` };
  if (textOf(childOf(entry, 'blogger:trashed')).trim() !== '') return { skipped: `deleted ${kind}s` };
  const title = titleOf(childOf(entry, 'title'));
  const fault = titleFault(title);
  if (fault) return refuse(blog, entry.line, title, [fault]);
  const date = feedDate(textOf(childOf(entry, 'published')) || textOf(childOf(entry, 'blogger:created')));
  const draft = draftReason(entry);
  const address = linkOf(entry, 'alternate') || textOf(childOf(entry, 'blogger:filename')).trim();
  const comments = blog.comments.get(numberOf(entry)) ?? [];
  return {
    origin: `blogger:${textOf(childOf(entry, 'id'))
      .trim()
      .replace(/^tag:blogger\.com,1999:/, '')}`,
    file: blog.file,
    line: entry.line,
    kind: kind === 'page' ? 'page' : 'article',
    title,
    date,
    updated: laterDay(date, feedDate(textOf(childOf(entry, 'updated')))),
    draft,
    slug: slugOf(address),
    addresses: address === '' ? [] : [address],
    tags: labelsOf(entry),
    categories: [],
    // Blogger's name for authors without a public profile.
    authors: authorsOf(entry).filter((name) => name !== 'Unknown'),
    ...readBloggerText(entry),
    base: [resolveAddress(address, blog.url), blog.url].find((base) => hostOf(base ?? '') !== ''),
    comments: comments.length === 0 ? undefined : comments,
  } satisfies ImportRecord;
}

/** Return why an entry must not be published. Scheduled ones have a date to come. */
function draftReason(entry: XmlElement): string | undefined {
  const status = textOf(childOf(entry, 'blogger:status')).trim();
  const isDraft = textOf(childOf(childOf(entry, 'app:control'), 'app:draft')).trim() === 'yes';
  if (isDraft || status === 'DRAFT') return 'It was a draft.';
  return status === '' || status === 'LIVE' || status === 'SCHEDULED' ? undefined : 'It was not public.';
}

/**
 * Blogger's addresses keep only Latin letters: those of other titles are `blog-post_12` and the like, which name
 * nothing.
 */
function slugOf(address: string): string | undefined {
  const [, name = ''] = /([^/]+?)(?:\.html?)?\/?$/.exec(address.slice(0, 500).replace(/[?#].*$/s, '')) ?? [];
  return name === '' || /^blog-(?:post|page)(?:[_-]\d+)?$/.test(name) ? undefined : (decodePath(name) ?? name);
}

/** Labels have the scheme `…/atom/ns#` or that of the blog; the scheme `#kind` gives the kind of the entry. */
function labelsOf(entry: XmlElement): string[] {
  const labels = childrenOf(entry, 'category').filter((category) => !attributeOf(category, 'scheme').endsWith('#kind'));
  return [...new Set(labels.map((label) => attributeOf(label, 'term').trim()))].filter((term) => term !== '');
}

function readSite(elements: readonly XmlElement[], entries: readonly XmlElement[]): ArchiveSite {
  const own = (name: string): XmlElement[] => elements.filter((element) => element.name === name);
  const head: XmlElement = { name: '', attributes: new Map(), nodes: own('link'), line: 1, isWhole: true };
  const url = linkOf(head, 'alternate') || originOf(entries);
  const labels = new Set(entries.flatMap((entry) => (kindOf(entry) === 'post' ? labelsOf(entry) : [])));
  const title = titleOf(own('title')[0]) || undefined;
  return {
    system: 'Blogger',
    title,
    url: url === '' ? undefined : url,
    authors: [],
    lists: [
      ...[...labels].map((name) => ({
        address: `/search/label/${encodeURIComponent(name)}`,
        kind: 'tag' as const,
        name,
      })),
      { address: '/feeds/posts/default', kind: 'feed', name: title ?? '' },
    ],
  };
}

/** Return the address of the site that the entries link to; `''` if they link to none. */
function originOf(entries: readonly XmlElement[]): string {
  for (const entry of entries) {
    const url = URL.parse(linkOf(entry, 'alternate'));
    if (url && /^https?:$/.test(url.protocol)) return `${url.origin}/`;
  }
  return '';
}
