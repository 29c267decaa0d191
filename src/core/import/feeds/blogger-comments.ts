import { plainParagraphs } from '../reading/html-scan.ts';
import { feedDate } from '../reading/values.ts';
import type { ImportedComment, SkippedRecord } from '../record.ts';
import { attributeOf, childOf, childrenOf, textOf, type XmlElement } from '../xml/read-xml.ts';
import { authorsOf } from './atom.ts';

/** Return the kind of an entry: `post`, `page`, `comment`, `setting`, `template`; `''` if unknown. */
export function kindOf(entry: XmlElement): string {
  const type = textOf(childOf(entry, 'blogger:type')).trim();
  if (type !== '') return type.toLowerCase();
  const kind = childrenOf(entry, 'category').find((category) => attributeOf(category, 'scheme').endsWith('#kind'));
  return (attributeOf(kind, 'term').split('#')[1] ?? '').replace(/s$/, '');
}

/** Return the number of an entry in its blog: `301` of `tag:blogger.com,1999:blog-77.post-301`. */
export function numberOf(entry: XmlElement): string {
  return lastNumber(textOf(childOf(entry, 'id')));
}

/** Read the public comments of all posts, by the number of the post; the others are counted. */
export function gatherComments(entries: readonly XmlElement[]): {
  byPost: ReadonlyMap<string, ImportedComment[]>;
  skipped: SkippedRecord[];
} {
  const posts = entries.filter((entry) => ['post', 'page'].includes(kindOf(entry)));
  const numbers = new Set(posts.map(numberOf));
  const staff = new Set(posts.map(profileOf));
  staff.delete('');
  const byPost = new Map<string, ImportedComment[]>();
  const skipped: SkippedRecord[] = [];
  for (const entry of entries) {
    if (kindOf(entry) !== 'comment') continue;
    const comment = readComment(entry, staff);
    const post = postOf(entry);
    if (!comment || !isPublic(entry)) skipped.push({ skipped: 'comments that were not public' });
    else if (!numbers.has(post)) skipped.push({ skipped: 'comments without their post' });
    else if (byPost.has(post)) byPost.get(post)!.push(comment);
    else byPost.set(post, [comment]);
  }
  return { byPost, skipped };
}

function readComment(entry: XmlElement, staff: ReadonlySet<string>): ImportedComment | undefined {
  const date = feedDate(textOf(childOf(entry, 'published')));
  const text = plainParagraphs(textOf(childOf(entry, 'content')));
  if (typeof date !== 'object' || text === '') return undefined;
  const [name = ''] = authorsOf(entry);
  return { id: numberOf(entry), parent: parentOf(entry), date, name, text, isStaff: staff.has(profileOf(entry)) };
}

function postOf(entry: XmlElement): string {
  const parent = textOf(childOf(entry, 'blogger:parent')).trim();
  return lastNumber(parent || attributeOf(childOf(entry, 'thr:in-reply-to'), 'ref'));
}

/**
 * Return the number of the comment that a comment answers, from `blogger:inReplyTo` or from the address of a related
 * entry.
 */
function parentOf(entry: XmlElement): string | undefined {
  const answered = lastNumber(textOf(childOf(entry, 'blogger:inReplyTo')));
  if (answered !== '') return answered;
  const related = childrenOf(entry, 'link').find((link) => attributeOf(link, 'rel') === 'related');
  return /\/comments\/default\/(\d+)/.exec(attributeOf(related, 'href').slice(0, 500))?.[1];
}

function isPublic(entry: XmlElement): boolean {
  const status = textOf(childOf(entry, 'blogger:status')).trim();
  if (textOf(childOf(entry, 'blogger:trashed')).trim() !== '' || (status !== '' && status !== 'LIVE')) return false;
  return !childrenOf(entry, 'gd:extendedProperty').some(
    (property) =>
      attributeOf(property, 'name') === 'blogger.contentRemoved' && attributeOf(property, 'value') === 'true',
  );
}

/** Address of the author's profile. */
function profileOf(entry: XmlElement): string {
  return textOf(childOf(childOf(entry, 'author'), 'uri')).trim();
}

function lastNumber(id: string): string {
  return /(\d+)\s*$/.exec(id.slice(-60))?.[1] ?? '';
}
