import { cutFault, type ExportFormat, type ExportInput, refuse } from '../reading/format.ts';
import { resolveAddress } from '../reading/values.ts';
import type { ArchiveSite, ReadRecord } from '../record.ts';
import { attributeOf, readXml, textOf, type XmlElement, type XmlEnd } from '../xml/read-xml.ts';
import { baseOf, linkOf, prefixOf, titleOf } from './atom.ts';
import { type FeedSource, readItem } from './item.ts';

/** Feeds: RSS 0.9 to 2.0 and RDF, Atom 0.3 and 1.0. */
export const feed: ExportFormat = {
  name: 'RSS or Atom feed',
  matches: (head) => /<(?:[a-z]+:)?(?:rss|feed|RDF)[\s>]/.test(head) && !head.includes('wordpress.org/export'),
  read(text, input) {
    const { elements, end } = gatherElements(text, ['item', 'entry', ...channelNames]);
    const base = baseOf(end.root, undefined);
    const items = elements.filter(({ name }) => name === 'item' || name === 'entry');
    const site = readSite(elements, end.root?.name ?? '', base);
    const source: FeedSource = { ...input, name: site.title ?? '', url: site.url, base };
    return { site, records: [...items.map((item) => readOne(item, source)), ...faultsOf(items, end, input)] };
  },
};

/** Read the named elements of a feed in order; those within another are part of it. */
export function gatherElements(text: string, names: readonly string[]): { elements: XmlElement[]; end: XmlEnd } {
  const elements: XmlElement[] = [];
  const end = readXml(text, { names: new Set(names), onElement: (element) => elements.push(element), prefixOf });
  return { elements, end };
}

/** Return the refusals of a feed as a whole. */
export function faultsOf(items: readonly XmlElement[], end: XmlEnd, input: ExportInput): ReadRecord[] {
  if (end.isTooDeep) return [refuse(input, end.line, '', [depthFault])];
  return end.isClosed || items.some(({ isWhole }) => !isWhole) ? [] : [refuse(input, end.line, '', [cutFault])];
}

function readOne(item: XmlElement, source: FeedSource): ReadRecord {
  return item.isWhole ? readItem(item, source) : refuse(source, item.line, '', [cutFault]);
}

function readSite(elements: readonly XmlElement[], root: string, base: string | undefined): ArchiveSite {
  const named = (name: string): XmlElement[] => elements.filter((element) => element.name === name);
  const title = titleOf(named('title')[0]) || undefined;
  const holder: XmlElement = { name: '', attributes: new Map(), nodes: named('link'), line: 1, isWhole: true };
  const plain = named('link').find((link) => attributeOf(link, 'href') === '' && textOf(link).trim() !== '');
  const url = resolveAddress(plain ? textOf(plain) : linkOf(holder, 'alternate'), base) || undefined;
  const self = [...named('link'), ...named('atom:link')].find((link) => attributeOf(link, 'rel') === 'self');
  const address = resolveAddress(attributeOf(self, 'href'), base ?? url);
  return {
    system: root === 'feed' ? 'Atom' : 'RSS',
    title,
    url: /^https?:/.test(url ?? '') ? url : undefined,
    authors: [],
    lists: address === '' ? [] : [{ address, kind: 'feed', name: title ?? '' }],
  };
}

// Elements with titles and links are named too, so that theirs are not taken for the feed's.
const channelNames = ['title', 'link', 'image', 'textInput', 'textinput', 'author', 'source'];
const depthFault = {
  field: 'record',
  expected: 'elements in a few levels',
  found: 'elements in hundreds of levels',
  fix: 'Check where the file comes from; everything before this place was read.',
} as const;
