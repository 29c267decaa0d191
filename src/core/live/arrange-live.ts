import type { Element, ElementContent, Root, RootContent } from 'hast';
import { toString } from 'hast-util-to-string';
import { h } from 'hastscript';
import { rehype } from 'rehype';
import { dateAt, formatTime, monthName, type NewsDate } from '../dates/news-date.ts';
import { tehranEpoch } from '../dates/tehran.ts';
import { hashText } from '../text/hash.ts';
import { formatPlainNumber } from '../text/persian.ts';
import { placeEntries } from './entry-moments.ts';
import { type EntryTime, readEntryTime } from './entry-time.ts';

/** A fault in a coverage, with the number of its heading among all headings of the text, from 0. */
export interface LiveFault {
  id: 'live-time' | 'live-order' | 'live-empty';
  heading: number;
  found: string;
}

/** A text arranged as coverage. */
export interface LiveText {
  html: string;
  /** When its newest entry was written; absent without entries. */
  last?: NewsDate | undefined;
  faults: readonly LiveFault[];
  /** Number of all headings of the text. */
  headings: number;
}

interface Entry {
  heading: Element;
  number: number;
  time: EntryTime;
  content: RootContent[];
}

/**
 * Arrange the entries of live coverage, which begin with headings of the second level with a time: pinned ones first, then
 * the newest. Each gets an id of its time, so that links to it last when its headline changes.
 *
 * @param html The rendered text.
 * @param start When the coverage begins.
 * @param keepIds Whether links to the headings' former ids must work.
 */
export function arrangeLive(html: string, start: NewsDate, keepIds = false): LiveText {
  const tree = processor.parse(html);
  const { before, entries, after, untimed, headings } = splitText(tree);
  const { minutes, disordered, isNewestFirst } = placeEntries(
    entries.map(({ time }) => time),
    Date.parse(`${start.iso.slice(0, 16)}Z`) / 60_000,
  );
  const dates = minutes.map((moment) => dateAt(tehranEpoch(moment * 60_000)));
  const isLong = new Set(dates.map(({ iso }) => iso.slice(0, 10))).size > 1;
  const chronological = entries.map((_, index) => index);
  if (isNewestFirst) chronological.reverse();
  chronological.sort((a, b) => minutes[a]! - minutes[b]!);
  const counts = new Map<string, number>();
  const made = chronological.map((index) => {
    const entry = entries[index]!;
    const [date, isEmpty] = [dates[index]!, isBlank(entry)];
    return { entry, isEmpty, element: makeEntry(entry, date, { id: idOf(date, counts), isLong, keepIds }) };
  });
  const shown = made.toReversed();
  const ordered = [
    ...shown.filter(({ entry }) => entry.time.isPinned),
    ...shown.filter(({ entry }) => !entry.time.isPinned),
  ];
  const list = h(
    'div.live-entries',
    ordered.flatMap(({ element }) => [element, { type: 'text' as const, value: '\n' }]),
  );
  const faultOf = (id: LiveFault['id'], { number, heading }: Pick<Entry, 'number' | 'heading'>): LiveFault => ({
    id,
    heading: number,
    found: toString(heading).trim(),
  });
  return {
    html: processor.stringify({ type: 'root', children: [...before, list, ...after] }),
    last: dates.reduce<NewsDate | undefined>(
      (latest, date) => (latest && latest.epoch >= date.epoch ? latest : date),
      undefined,
    ),
    headings,
    faults: [
      ...untimed.map((each) => faultOf('live-time', each)),
      ...disordered.map((index) => faultOf('live-order', entries[index]!)),
      ...made.filter(({ isEmpty }) => isEmpty).map(({ entry }) => faultOf('live-empty', entry)),
    ],
  };
}

const processor = rehype().data('settings', { fragment: true }).freeze();

/** Return whether a text has entries. */
export function hasEntries(html: string): boolean {
  return /<h2[ >]/.test(html) && splitText(processor.parse(html)).entries.length > 0;
}

function splitText(tree: Root): {
  before: RootContent[];
  entries: Entry[];
  after: RootContent[];
  untimed: { number: number; heading: Element }[];
  headings: number;
} {
  const before: RootContent[] = [];
  const after: RootContent[] = [];
  const entries: Entry[] = [];
  const untimed: { number: number; heading: Element }[] = [];
  let headings = 0;
  for (const node of tree.children) {
    if (node.type === 'element' && hasClass(node, 'footnotes')) {
      after.push(node);
      continue;
    }
    const number = headings;
    if (node.type === 'element' && /^h[2-6]$/.test(node.tagName)) headings += 1;
    if (node.type === 'element' && node.tagName === 'h2') {
      const time = readEntryTime(toString(node));
      if (time) {
        entries.push({ heading: node, number, time, content: [] });
        continue;
      }
      untimed.push({ number, heading: node });
    }
    (entries.at(-1)?.content ?? before).push(node);
  }
  return { before, entries, after, untimed, headings };
}

function isBlank({ heading, time, content }: Entry): boolean {
  const hasText = toString(heading).length > time.length;
  return !hasText && content.every((node) => node.type === 'text' && node.value.trim() === '');
}

/** Id of an entry: the month, day and time, and a number for another one of the same minute. */
function idOf({ iso, jalali: { month, day } }: NewsDate, counts: Map<string, number>): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  const id = `t-${two(month)}${two(day)}-${iso.slice(11, 13)}${iso.slice(14, 16)}`;
  const count = (counts.get(id) ?? 0) + 1;
  counts.set(id, count);
  return count === 1 ? id : `${id}-${count}`;
}

function makeEntry(
  { heading, time, content }: Entry,
  date: NewsDate,
  { id, isLong, keepIds }: { id: string; isLong: boolean; keepIds: boolean },
): Element {
  const former = keepIds && typeof heading.properties['id'] === 'string' ? heading.properties['id'] : undefined;
  const title = cutText(
    heading.children.filter((node) => !isAnchor(node)),
    time.length,
  );
  const clock = h('time', { dateTime: date.iso }, isLong ? `${dayOf(date)}، ${formatTime(date)}` : formatTime(date));
  const link = h('a.live-time', { href: `#${id}`, ...(former !== undefined && { id: former }) }, clock);
  // What follows an entry in the file must not change it.
  const end = content.findLastIndex((node) => node.type !== 'text' || node.value.trim() !== '') + 1;
  const children = [h('h2', [link, ' ', ...title]), ...(content.slice(0, end) as ElementContent[])];
  const key = hashText(processor.stringify({ type: 'root', children }));
  const pinned = time.isPinned ? ['live-pinned'] : [];
  return h('article', { id, className: ['live-entry', ...pinned], 'data-key': key }, children);
}

function dayOf({ jalali: { month, day } }: NewsDate): string {
  return `${formatPlainNumber(day)} ${monthName(month)}`;
}

function isAnchor(node: ElementContent): boolean {
  return node.type === 'element' && hasClass(node, 'anchor');
}

function hasClass({ properties: { className } }: Element, name: string): boolean {
  return Array.isArray(className) && className.includes(name);
}

/** Remove the first characters of the text in nodes, and elements that this empties. */
function cutText(nodes: readonly ElementContent[], length: number): ElementContent[] {
  let left = length;
  const cut = (node: ElementContent): ElementContent[] => {
    if (left === 0) return [node];
    if (node.type === 'text') {
      const removed = Math.min(left, node.value.length);
      left -= removed;
      return removed === node.value.length ? [] : [{ ...node, value: node.value.slice(removed) }];
    }
    if (node.type !== 'element') return [node];
    const children = node.children.flatMap(cut);
    return children.length === 0 ? [] : [{ ...node, children }];
  };
  return nodes.flatMap(cut);
}
