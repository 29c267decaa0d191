import { decodePath } from '../../urls.ts';
import { type ImportNote, note } from '../notes.ts';
import { refuse, titleFault } from '../reading/format.ts';
import { plainText, titleText } from '../reading/html-scan.ts';
import {
  type Fields,
  feedDate,
  fieldsOf,
  hostOf,
  isYes,
  laterDay,
  listOf,
  nameOf,
  originOf,
  textIn,
  utcDate,
  valueOf,
} from '../reading/values.ts';
import type { ImportedPicture, ImportRecord, ReadRecord } from '../record.ts';
import type { JsonSite } from './record.ts';

/** Return whether an object is a post or page of WordPress's REST API. */
export function isRestPost(fields: Fields): boolean {
  const has = (name: string, part: string): boolean => valueOf(fieldsOf(valueOf(fields, name)), part) !== undefined;
  return (
    (has('title', 'rendered') || has('content', 'rendered')) &&
    (valueOf(fields, 'link') ?? valueOf(fields, 'slug')) !== undefined
  );
}

/** Read a post or page of `/wp-json/wp/v2/posts`. Names of people and terms are included only with `_embed`. */
export function readRestPost(fields: Fields, line: number, site: JsonSite): ReadRecord {
  const notes: ImportNote[] = [];
  const title = titleText(rendered(fields, 'title'));
  const fault = titleFault(title);
  if (fault) return refuse(site, line, title, [fault]);
  const date = utcDate(valueOf(fields, 'date_gmt')) ?? feedDate(textIn(fields, 'date'));
  const link = textIn(fields, 'link').trim();
  const guid = titleText(rendered(fields, 'guid'));
  const id = textIn(fields, 'id');
  const slug = textIn(fields, 'slug').trim();
  const embedded = fieldsOf(valueOf(fields, '_embedded'));
  const terms = listOf(valueOf(embedded, 'wp:term'))
    .flatMap(listOf)
    .map(fieldsOf)
    .filter((term) => term !== undefined);
  const termsOf = (taxonomy: string): string[] =>
    terms.filter((term) => textIn(term, 'taxonomy') === taxonomy).map((term) => titleText(textIn(term, 'name')));
  if (!embedded && hasNumbers(fields))
    notes.push(note('lost', 'Tags, categories, authors and pictures are numbers; ask for the posts with ?_embed.'));
  const html = rendered(fields, 'content');
  return {
    origin: originOf({ system: 'wordpress', host: hostOf(link), key: id === '' ? link : `?p=${id}`, title, date }),
    file: site.file,
    line,
    kind: textIn(fields, 'type') === 'page' ? 'page' : 'article',
    title,
    date,
    updated: laterDay(date, utcDate(valueOf(fields, 'modified_gmt'))),
    draft: draftReason(fields),
    slug: (decodePath(slug) ?? slug) || undefined,
    addresses: [...new Set([link, guid])].filter((address) => hostOf(address) !== ''),
    tags: termsOf('post_tag'),
    categories: termsOf('category').filter((name) => name !== 'Uncategorized' && name !== 'بدون دسته‌بندی'),
    authors: listOf(valueOf(embedded, 'author'))
      .map((author) => nameOf(titleText(textIn(fieldsOf(author), 'name'))))
      .filter((name) => name !== ''),
    lead: leadOf(rendered(fields, 'excerpt')),
    image: pictureOf(embedded),
    picked: isYes(valueOf(fields, 'sticky')) || undefined,
    body: { form: 'html', text: html },
    base: hostOf(link) === '' ? undefined : link,
    notes,
  } satisfies ImportRecord;
}

function draftReason(fields: Fields): string | undefined {
  const status = textIn(fields, 'status') || 'publish';
  if (valueOf(fieldsOf(valueOf(fields, 'content')), 'protected') === true) return 'It was protected by a password.';
  if (status === 'publish' || status === 'future') return undefined;
  return status === 'private' ? 'It was private.' : 'It was a draft.';
}

/** An excerpt that ends with «[…]» was generated from the text. */
function leadOf(excerpt: string): string | undefined {
  const lead = plainText(excerpt);
  return lead === '' || /(?:\[(?:…|\.{3}|&hellip;)\]|…)$/.test(lead.slice(-20)) ? undefined : lead;
}

function pictureOf(embedded: Fields | undefined): ImportedPicture | undefined {
  const media = fieldsOf(listOf(valueOf(embedded, 'wp:featuredmedia'))[0]);
  const src = textIn(media, 'source_url');
  if (src === '') return undefined;
  const caption = plainText(rendered(media, 'caption'));
  return { src, alt: textIn(media, 'alt_text').trim() || undefined, caption: caption || undefined };
}

function hasNumbers(fields: Fields): boolean {
  return [...listOf(valueOf(fields, 'tags')), ...listOf(valueOf(fields, 'categories'))].length > 0;
}

/** Read a field that is an object with HTML in `rendered`. */
function rendered(fields: Fields | undefined, name: string): string {
  const value = valueOf(fields, name);
  return typeof value === 'string' ? value : textIn(fieldsOf(value), 'rendered');
}
