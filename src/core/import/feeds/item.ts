import type { NewsDate } from '../../dates/news-date.ts';
import { letterKey } from '../text.ts';
import { type ImportNote, note } from '../notes.ts';
import { type ExportInput, refuse, titleFault } from '../reading/format.ts';
import { dropTrackers, plainText } from '../reading/html-scan.ts';
import { feedDate, hostOf, laterDay, nameOf, originOf } from '../reading/values.ts';
import type { ImportedBody, ImportRecord, ReadRecord } from '../record.ts';
import { attributeOf, childOf, childrenOf, textOf, type XmlElement } from '../xml/read-xml.ts';
import { authorsOf, baseOf, bodyOf, contentOf, linkOf, textOfBody, titleOf } from './atom.ts';
import { mediaOf } from './media.ts';

/** The feed that items come from. */
export interface FeedSource extends ExportInput {
  name: string;
  /** Address of its site. */
  url: string | undefined;
  /** Its `xml:base`. */
  base: string | undefined;
}

/** Read an item of RSS or an entry of Atom. */
export function readItem(item: XmlElement, source: FeedSource): ReadRecord {
  const title = titleOf(childOf(item, 'title'));
  const fault = titleFault(title);
  if (fault) return refuse(source, item.line, title, [fault]);
  const notes: ImportNote[] = [];
  const outer = baseOf(item, source.base);
  const link = cleanAddress(addressOf(item), outer ?? source.url);
  const base = baseOf(childOf(item, 'content'), outer) ?? (link || source.url);
  const id = textOf(childOf(item, 'guid') ?? childOf(item, 'id')).trim() || attributeOf(item, 'rdf:about').trim();
  const { date, updated } = datesOf(item);
  const { body, lead, summary } = textsOf(item, notes);
  return {
    origin: originOf({ system: 'feed', host: hostOf(source.url ?? link), key: id || link, title, date }),
    file: source.file,
    line: item.line,
    kind: 'article',
    title,
    date,
    updated: laterDay(date, updated),
    addresses: [...new Set([link, guidAddress(item)])].filter((address) => address !== ''),
    tags: [],
    categories: categoriesOf(item),
    authors: peopleOf(item),
    source: sourceOf(item, source),
    lead,
    ...mediaOf(item, { body, summary, base }, notes),
    body,
    base,
    notes,
  } satisfies ImportRecord;
}

/** Resolve an address, and remove its tracking parameters; `''` if it is not a web address. */
export function cleanAddress(address: string, base: string | undefined): string {
  const url = URL.parse(address.trim(), base);
  if (!url || !/^https?:$/.test(url.protocol)) return '';
  const counters = [...url.searchParams.keys()].filter((name) => /^(?:utm_\w+|fbclid|gclid)$/.test(name));
  if (counters.length === 0) return url.href;
  const kept = url.search
    .slice(1)
    .split('&')
    .filter((pair) => !counters.includes(pair.split('=')[0]!));
  url.search = kept.join('&');
  return url.href;
}

function addressOf(item: XmlElement): string {
  const plain = childrenOf(item, 'link').find((link) => attributeOf(link, 'href') === '');
  return textOf(plain).trim() || linkOf(item, 'alternate') || attributeOf(item, 'rdf:about');
}

/** A `guid` is an address unless `isPermaLink` is false. */
function guidAddress(item: XmlElement): string {
  const guid = childOf(item, 'guid');
  const address = textOf(guid).trim();
  return attributeOf(guid, 'isPermaLink') !== 'false' && /^https?:\/\//.test(address)
    ? cleanAddress(address, undefined)
    : '';
}

/**
 * Read the dates of an item. A malformed date is passed over for the next: plugins overwrite the date of publication
 * with a Jalali one, but not the date of the change.
 */
function datesOf(item: XmlElement): { date: NewsDate | string | undefined; updated: NewsDate | string | undefined } {
  const read = (name: string): NewsDate | string | undefined => feedDate(textOf(childOf(item, name)));
  const updated = [read('updated'), read('dcterms:modified'), read('modified')].find(
    (date) => typeof date === 'object',
  );
  const dates = publicationNames.map(read).filter((date) => date !== undefined);
  const date = dates.find((found) => typeof found === 'object') ?? updated ?? dates[0];
  return { date, updated };
}

function categoriesOf(item: XmlElement): string[] {
  const names = [...childrenOf(item, 'category'), ...childrenOf(item, 'dc:subject')].map(
    (category) => attributeOf(category, 'label') || attributeOf(category, 'term') || textOf(category),
  );
  return [...new Set(names.flatMap(pathOf))].filter((name) => name !== '');
}

/** Names on the path of a category, the most specific first. */
function pathOf(name: string): string[] {
  const parts = name.slice(0, maxKey).split(/\s*[/>»]\s*/);
  return parts.map((part) => plainText(part)).toReversed();
}

function peopleOf(item: XmlElement): string[] {
  const creators = childrenOf(item, 'dc:creator').map((creator) => nameOf(textOf(creator)));
  const authors = childrenOf(item, 'author')
    .filter((author) => !childOf(author, 'name'))
    .map((author) => nameOf(textOf(author)));
  return [...new Set([...creators, ...authorsOf(item), ...authors])].filter((name) => name !== '');
}

/** The feed is the source, unless the item names another one. */
function sourceOf(item: XmlElement, { name, url }: FeedSource): ImportRecord['source'] {
  const other = childOf(item, 'source');
  const otherName = titleOf(childOf(other, 'title')) || titleOf(other);
  if (otherName !== '')
    return { name: otherName, url: attributeOf(other, 'url') || (other && linkOf(other, 'alternate')) || undefined };
  return name === '' ? undefined : { name, url };
}

interface Texts {
  body: ImportedBody;
  lead: string | undefined;
  /** The description, in which some feeds put the picture. */
  summary: ImportedBody | undefined;
}

function textsOf(item: XmlElement, notes: ImportNote[]): Texts {
  const content = childOf(item, 'content:encoded') ?? childOf(item, 'content');
  const elsewhere = attributeOf(content, 'src');
  if (elsewhere !== '') notes.push(note('lost', 'The text is at another address, and not in the feed.', elsewhere));
  const full = content?.name === 'content' ? contentOf(content) : content && bodyOf(textOf(content));
  const description = childOf(item, 'description');
  const summary = description ? bodyOf(textOf(description)) : contentOf(childOf(item, 'summary'));
  const isFull = full !== undefined && textOfBody(full) !== '';
  const body = cleanBody(isFull ? full : (summary ?? { form: 'html', text: '' }));
  const text = textOfBody(body);
  if (!isFull && isCut(text)) notes.push(note('look', 'The feed gives only the beginning of the text.'));
  return { body, lead: isFull && summary ? leadOf(summary, text) : undefined, summary };
}

/** A description beside the text is the lead if it was written by hand, and not cut from the text. */
function leadOf(summary: ImportedBody, text: string): string | undefined {
  const lead = textOfBody(cleanBody(summary));
  if (lead === '' || lead.length > longestLead || isCut(lead)) return undefined;
  return letterKey(text.slice(0, lead.length * 2)).startsWith(letterKey(lead)) ? undefined : lead;
}

function cleanBody(body: ImportedBody): ImportedBody {
  if (body.form !== 'html') return body;
  return { form: 'html', text: dropCredit(dropTrackers(body.text)) };
}

/** Remove the paragraph that WordPress appends: «The post … appeared first on …». */
function dropCredit(html: string): string {
  const tail = html.slice(-longestCredit);
  const start = tail.lastIndexOf('<p');
  if (start === -1 || !credit.test(plainText(tail.slice(start)))) return html;
  const end = tail.indexOf('</p>', start);
  const rest = end === -1 ? '' : tail.slice(end + '</p>'.length);
  return html.slice(0, html.length - tail.length + start) + rest;
}

function isCut(text: string): boolean {
  return cutEnd.test(text.slice(-80));
}

const publicationNames = [
  'pubDate',
  'published',
  'dc:date',
  'dcterms:created',
  'dcterms:issued',
  'issued',
  'created',
  'date',
];
const maxKey = 500;
const longestLead = 600;
const longestCredit = 3000;
const credit = /^The post .{0,1000}appeared first on |^نوشته .{0,1000}اولین\s?بار در .{0,500}پدیدار شد/s;
const cutEnd =
  /(?:…|\.{3,}|\[[….]*\]|\(\.{3}\)|ادامه(?:\s*(?:مطلب|خبر|نوشته|متن))?|بیشتر\s*بخوانید|read\s*more|continue\s*reading)[\s»"'>→.…\])]*$/i;
