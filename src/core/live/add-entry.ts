import { toLatinDigits } from '../text/persian.ts';
import { placeEntries } from './entry-moments.ts';
import { beginsWithDecimal, type EntryTime, readEntryTime } from './entry-time.ts';

/** A new entry of a coverage. */
export interface NewEntry {
  /** Headline. */
  title: string;
  /** Text as markdown; may be empty. */
  text: string;
  /** Minutes since 1970-01-01T00:00Z, as if Tehran's clocks showed UTC. */
  moment: number;
  /** Day of the moment, as in front matter: `1405/09/08`. */
  day: string;
  isPinned: boolean;
}

const heading = /^ {0,3}##(?!#)[ \t]+(.*)$/;
const dayLength = 24 * 60;
const fence = /^ {0,3}(?:```|~~~)/;

/**
 * Add an entry to the markdown of a coverage, where it belongs: at the end, or before the first one where the newest comes first.
 * The day is written where it is not that of the entry before, or would be read as another one.
 *
 * @param start When the coverage begins, in minutes as in {@link NewEntry}.
 */
export function addEntry(markdown: string, entry: NewEntry, start: number): string {
  const newline = markdown.includes('\r\n') ? '\r\n' : '\n';
  const lines = markdown.split(/\r?\n/);
  const found = findEntries(lines);
  const times = found.map(({ time }) => time);
  const { minutes, isNewestFirst } = placeEntries(times, start);
  const newest = isNewestFirst ? minutes[0] : minutes.at(-1);
  const time: EntryTime = { minutes: entry.moment - dayOf(entry.moment) * dayLength, isPinned: false, length: 0 };
  const placed = placeEntries(isNewestFirst ? [time, ...times] : [...times, time], start);
  const isOtherDay =
    dayOf(newest ?? start) !== dayOf(entry.moment) || placed.minutes.at(isNewestFirst ? 0 : -1) !== entry.moment;
  const added = [
    `## ${isOtherDay ? `${entry.day} ` : ''}${clock(entry.moment)} ${entry.isPinned ? '* ' : ''}${entry.title}`.trimEnd(),
    '',
    ...(entry.text === '' ? [] : [...entry.text.split(/\r?\n/), '']),
  ];
  const first = found[0]?.line;
  if (isNewestFirst && first !== undefined)
    return [...lines.slice(0, first), ...added, ...lines.slice(first)].join(newline);
  const end = lines.findLastIndex((line) => line.trim() !== '') + 1;
  return [...lines.slice(0, end), '', ...added].join(newline);
}

function findEntries(lines: readonly string[]): { line: number; time: EntryTime }[] {
  let isCode = false;
  return lines.flatMap((line, index) => {
    if (fence.test(line)) isCode = !isCode;
    const written = isCode ? undefined : heading.exec(line)?.[1];
    const time = written === undefined ? undefined : readEntryTime(written);
    return time ? [{ line: index, time }] : [];
  });
}

function dayOf(minutes: number): number {
  return Math.floor(minutes / dayLength);
}

function clock(minutes: number): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  const time = minutes - dayOf(minutes) * dayLength;
  return `${two(Math.floor(time / 60))}:${two(time % 60)}`;
}

/**
 * Read an entry as it is typed: a time, unless it is now; the headline; and on further lines the text.
 *
 * @example readNewEntry('14:30 باران آغاز شد') // { minutes: 870, title: 'باران آغاز شد', text: '' }
 */
export function readNewEntry(typed: string): Pick<NewEntry, 'title' | 'text'> & { time?: EntryTime | undefined } {
  const [first = '', ...more] = typed
    .trim()
    .replace(/^#+\s*/, '')
    .split(/\r?\n/);
  const time = readEntryTime(first);
  return { time, title: first.slice(time?.length ?? 0).trim(), text: more.join('\n').trim() };
}

/** Whether a text seems to begin with a time that can't be read, such as `25:10`. */
export function seemsTimed(typed: string): boolean {
  return /^\s*\d{1,2}\s?[:.٫]\s?\d{2}(?!\d)/.test(toLatinDigits(typed)) && !beginsWithDecimal(typed);
}
