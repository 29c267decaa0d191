import { checkFeedHtml } from './feed-html.ts';
import { childrenOf, parseXml, textOfChild, type XmlElement } from './xml.ts';

/**
 * Check an RSS feed by the rules of the W3C's Feed Validation Service that news feeds can break, errors and warnings
 * alike, each under the service's own name (https://validator.w3.org/feed/docs/).
 *
 * @param address Where the feed is published.
 * @param now The moment of the check, in milliseconds since 1970-01-01T00:00Z.
 */
export function checkFeed(xml: string, address: string, now: number): string[] {
  const faults: string[] = [];
  const report = (rule: string, found: string): void => void faults.push(`${rule}: ${found}`);
  const rss = parseXml(xml);
  const channel = rss.children[0]!;
  if (rss.name !== 'rss' || rss.attributes['version'] !== '2.0') report('UndefinedElement', rss.name);
  for (const [name, value] of Object.entries(rss.attributes))
    if (name.startsWith('xmlns:') && namespaces[name.slice(6)] !== value) report('UnknownNamespace', value);
  checkElement(channel, 'channel', report);
  for (const name of ['title', 'link', 'description', 'language'])
    if (!textOfChild(channel, name)) report('MissingElement', name);
  checkLinks(channel, address, report);
  const firstItem = channel.children.findIndex(({ name }) => name === 'item');
  if (firstItem >= 0 && channel.children.slice(firstItem).some(({ name }) => name !== 'item'))
    report('MisplacedItem', 'an element of the channel after an item');
  const items = childrenOf(channel, 'item');
  for (const item of items) checkItem(item, report);
  const guids = items.map((item) => textOfChild(item, 'guid'));
  if (new Set(guids).size < guids.length) report('DuplicateValue', 'guid');
  for (const element of [channel, ...items]) checkDates(element, now, report);
  checkTexts(xml, report);
  return faults;
}

type Report = (rule: string, found: string) => void;

const namespaces: Readonly<Record<string, string>> = {
  atom: 'http://www.w3.org/2005/Atom',
  content: 'http://purl.org/rss/1.0/modules/content/',
  dc: 'http://purl.org/dc/elements/1.1/',
  media: 'http://search.yahoo.com/mrss/',
};

/** The children and attributes allowed for each element; `*` marks children that may be repeated. */
const known: Readonly<Record<string, readonly [children: string, attributes: string]>> = {
  channel: ['title link description language lastBuildDate atom:link* item* div', ''],
  // `xhtml:div`, with any content; `xhtml:meta` may be for robots alone.
  div: ['meta', 'xmlns'],
  meta: ['', 'name content'],
  item: [
    'title link guid description pubDate content:encoded dc:creator* category* enclosure comments atom:updated media:content* media:thumbnail*',
    '',
  ],
  'atom:link': ['', 'href rel type'],
  guid: ['', 'isPermaLink'],
  enclosure: ['', 'url length type'],
  'media:content': [
    'media:title media:description media:credit* media:thumbnail*',
    'url medium type fileSize width height duration',
  ],
  'media:thumbnail': ['', 'url'],
};
/** RFC 2396, as the service applies it, for absolute URIs. */
const uri = /^[a-z][\da-z+.-]*:(?:\/\/)?[\w;/?:@&=+$.!~*'()%,#-]+$/i;
const mime = /^[^\s()<>,;:\\"/[\]?=]+\/[^\s()<>,;:\\"/[\]?=]+$/;
const positive = /^[1-9]\d*$/;

function checkElement(element: XmlElement, name: string, report: Report): void {
  const [children = '', attributes = ''] = known[name] ?? [];
  for (const attribute of Object.keys(element.attributes))
    if (!attributes.split(' ').includes(attribute)) report('UnexpectedAttribute', `${name} ${attribute}`);
  for (const child of new Set(element.children.map((each) => each.name))) {
    const isMany = children.split(' ').includes(`${child}*`);
    if (!isMany && !children.split(' ').includes(child)) report('UndefinedElement', `${name} ${child}`);
    if (!isMany && childrenOf(element, child).length > 1) report('DuplicateElement', `${name} ${child}`);
  }
  for (const child of element.children) if (child.name !== 'item') checkElement(child, child.name, report);
  for (const attribute of ['url', 'href'] as const) {
    const value = element.attributes[attribute];
    if (value !== undefined && !uri.test(value)) report('InvalidURLAttribute', value);
  }
  for (const attribute of ['fileSize', 'width', 'height'] as const) {
    const value = element.attributes[attribute];
    if (value !== undefined && !positive.test(value)) report('InvalidPositiveInteger', `${attribute} ${value}`);
  }
  if (element.attributes['type'] !== undefined && !mime.test(element.attributes['type']))
    report('InvalidMIMEAttribute', element.attributes['type']);
}

function checkLinks(channel: XmlElement, address: string, report: Report): void {
  const links = childrenOf(channel, 'atom:link').map(({ attributes }) => attributes);
  const self = links.filter(({ rel }) => rel === 'self');
  if (self.length !== 1) report('MissingAtomSelfLink', `${self.length} of them`);
  for (const { href, type } of self) {
    if (href !== address) report('SelfDoesntMatchLocation', `${href} at ${address}`);
    if (type !== 'application/rss+xml') report('SelfNotAtom', String(type));
  }
  for (const { rel } of links) if (!/^(?:self|hub)$/.test(String(rel))) report('UnregisteredAtomLinkRel', String(rel));
}

function checkItem(item: XmlElement, report: Report): void {
  checkElement(item, 'item', report);
  const names = item.children.map(({ name }) => name);
  for (const name of ['title', 'link', 'guid']) if (!textOfChild(item, name)) report('NotBlank', name);
  if (names.includes('content:encoded') && names.indexOf('description') > names.indexOf('content:encoded'))
    report('NeedDescriptionBeforeContent', textOfChild(item, 'title')!);
  if (!names.includes('description')) report('NeedDescriptionBeforeContent', textOfChild(item, 'title')!);
  for (const name of ['link', 'guid']) if (!uri.test(textOfChild(item, name)!)) report('InvalidFullLink', name);
  for (const { text } of childrenOf(item, 'category')) if (text === '') report('NotBlank', 'category');
  for (const { attributes } of childrenOf(item, 'enclosure')) {
    if (!/^\d+$/.test(attributes['length'] ?? '')) report('InvalidIntegerAttribute', String(attributes['length']));
    if (!/^https?:\/\//.test(attributes['url'] ?? '')) report('InvalidURLAttribute', String(attributes['url']));
    if (!attributes['type']) report('MissingAttribute', 'type');
  }
  for (const name of ['description', 'content:encoded'])
    for (const fault of checkFeedHtml(textOfChild(item, name) ?? '')) report(fault, textOfChild(item, 'title')!);
}

const rfc2822 = /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/;
const rfc3339 = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:Z|[+-]\d{2}:\d{2})$/;

function checkDates(element: XmlElement, now: number, report: Report): void {
  for (const name of ['pubDate', 'lastBuildDate', 'atom:updated']) {
    const date = textOfChild(element, name);
    if (date === undefined) continue;
    const form = name === 'atom:updated' ? rfc3339 : rfc2822;
    if (!form.test(date)) report('InvalidRFC2822Date', date);
    else if (form === rfc2822 && new Date(date).toUTCString() !== date) report('IncorrectDOW', date);
    else if (Date.parse(date) > now + 600_000 || Date.parse(date) < Date.parse('1990-01-01'))
      report('ImplausibleDate', date);
  }
}

// Plain text elements, in which `<` and `&` must be written so that no reader takes them for markup.
const plain = /<(title|category|dc:creator|media:(?:title|description|credit))>([^<]*)<\/\1>/g;

function checkTexts(xml: string, report: Report): void {
  // oxlint-disable-next-line no-control-regex
  const bad = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u0080-\u009F\uFFFD-\uFFFF]/.exec(xml);
  if (bad) report('BadCharacters', JSON.stringify(bad[0]));
  for (const [, name, text] of xml.matchAll(plain)) {
    if (/&(?:lt|amp);/.test(text!)) report('CharacterData', `${name} ${text}`);
    if (/&#x3C;\/\w+(?:>|&gt;)/.test(text!)) report('ContainsHTML', `${name} ${text}`);
  }
}
