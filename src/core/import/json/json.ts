import { cutFault, type ExportFormat, lengthFault, maxRecordLength, refuse } from '../reading/format.ts';
import {
  elementsOf,
  hasMore,
  type JsonPlace,
  membersOf,
  parsePlace,
  parseValue,
  rootOf,
} from '../reading/json-text.ts';
import { type Fields, fieldsOf, hostOf, nameOf, textOf } from '../reading/values.ts';
import type { ArchiveSite, ReadRecord } from '../record.ts';
import { cleanLine } from '../text.ts';
import { type JsonSite, readRecord } from './record.ts';
import { isRestPost, readRestPost } from './wordpress-rest.ts';

/**
 * Records as JSON: a list, an object that holds one, one object a line, a JSON Feed (1.0, 1.1), or a response of
 * WordPress's REST API. The fields are in docs/import-json.md.
 */
export const json: ExportFormat = {
  name: 'JSON',
  matches: (head, name) => /^\uFEFF?\s*[[{]/.test(head) || /\.(?:jsonl|ndjson)$/i.test(name),
  read(text, input) {
    const root = rootOf(text);
    if (!root || isLines(text, root, input.file)) return { site: plainSite, records: readLines(text, input) };
    const { list, members } = findList(text, root);
    const site = siteOf(text, members);
    const records = [
      ...(list ? readList(text, list, { ...input, ...site.source }) : [readOne(text, root, { ...input })]),
    ];
    const url = site.url ?? restUrl(records);
    const isRest = site.url === undefined && url !== undefined;
    const system = isRest ? 'WordPress' : site.system;
    return { site: { system, title: site.title, url, authors: site.authors, lists: site.lists }, records };
  },
};

const plainSite: ArchiveSite = { system: 'JSON', authors: [], lists: [] };

/** Lines are objects that begin at the margin; a list, or an object over several lines, is not. */
function isLines(text: string, root: JsonPlace, file: string): boolean {
  const isNamed = /\.(?:jsonl|ndjson)$/i.test(file);
  if (text[root.start] === '[') return isNamed && (!root.isWhole || hasMore(text, root));
  if (isNamed) return true;
  if (root.isWhole && !hasMore(text, root)) return false;
  const lines = text.slice(0, linesLooked).match(/^\{[ \t]*".*\}[ \t\r]*$/gm) ?? [];
  if (lines.length > 1) return true;
  const first = text.indexOf('\n');
  if (!/^\uFEFF?\{/.test(text) || first === -1 || text.slice(first).trim() === '') return false;
  return parseValue(text.slice(0, first).replace(/^\uFEFF/, '')) !== undefined;
}

function* readLines(text: string, input: JsonSite): Generator<ReadRecord> {
  let line = 1;
  for (let start = text.startsWith('\uFEFF') ? 1 : 0; start < text.length; line++) {
    const found = text.indexOf('\n', start);
    const end = found === -1 ? text.length : found;
    if (end - start > maxRecordLength) yield refuse(input, line, '', [longFault(end - start)]);
    else {
      const record = text.slice(start, end);
      const fields = fieldsOf(parseValue(record));
      if (fields) yield readFields(fields, line, input);
      else if (record.trim() !== '') yield refuse(input, line, '', [lineFault(record)]);
    }
    start = end + 1;
  }
}

function* readList(text: string, list: JsonPlace, input: JsonSite): Generator<ReadRecord> {
  let isCut = !list.isWhole;
  for (const place of elementsOf(text, list)) {
    yield readOne(text, place, input);
    if (!place.isWhole) isCut = false;
  }
  if (isCut) yield refuse(input, text.split('\n').length, '', [cutFault]);
}

function readOne(text: string, place: JsonPlace, input: JsonSite): ReadRecord {
  if (!place.isWhole) return refuse(input, place.line, '', [cutFault]);
  const fault = lengthFault(place.end - place.start);
  if (fault) return refuse(input, place.line, '', [fault]);
  const fields = fieldsOf(parsePlace(text, place));
  if (fields) return readFields(fields, place.line, input);
  const found = quote(text.slice(place.start, Math.min(place.end, place.start + quoted)));
  const fix = 'Write each record as an object with title, date, source and body.';
  return refuse(input, place.line, '', [{ field: 'record', expected: 'a JSON object', found, fix }]);
}

function readFields(fields: Fields, line: number, input: JsonSite): ReadRecord {
  return isRestPost(fields) ? readRestPost(fields, line, input) : readRecord(fields, line, input);
}

/** Find the list of records: the root, one of its members, or a member of `data`. */
function findList(text: string, root: JsonPlace): { list: JsonPlace | undefined; members: Map<string, JsonPlace> } {
  if (text[root.start] === '[') return { list: root, members: new Map() };
  const members = new Map<string, JsonPlace>();
  for (const member of membersOf(text, root)) members.set(member.key, member);
  for (const name of listNames) {
    const place = members.get(name);
    if (!place) continue;
    if (text[place.start] === '[') return { list: holdsObjects(text, place) ? place : undefined, members };
    if (text[place.start] !== '{') continue;
    for (const inner of membersOf(text, place))
      if (listNames.includes(inner.key) && text[inner.start] === '[') return { list: inner, members };
  }
  return { list: undefined, members };
}

function holdsObjects(text: string, list: JsonPlace): boolean {
  const first = elementsOf(text, list).next();
  return first.done === true || text[first.value.start] === '{';
}

/** Read the description of the site in a JSON Feed. */
function siteOf(text: string, members: ReadonlyMap<string, JsonPlace>): ArchiveSite & { source: Partial<JsonSite> } {
  const read = (name: string): unknown => (members.has(name) ? parsePlace(text, members.get(name)!) : undefined);
  const version = textOf(read('version'));
  if (!/^https?:\/\/(?:www\.)?jsonfeed\.org\/version\//.test(version)) return { ...plainSite, source: {} };
  const title = cleanLine(textOf(read('title')).slice(0, quoted * 10)) || undefined;
  const url = textOf(read('home_page_url')) || undefined;
  const own = textOf(read('feed_url'));
  return {
    system: 'JSON Feed',
    title,
    url,
    authors: [],
    lists: own === '' ? [] : [{ address: own, kind: 'feed', name: title ?? '' }],
    source: { name: title === undefined ? undefined : nameOf(title), url },
  };
}

/** Address of the site whose REST API gave the records. */
function restUrl(records: readonly ReadRecord[]): string | undefined {
  const post = records.find((record) => 'origin' in record && record.origin.startsWith('wordpress:'));
  const address = post && 'addresses' in post ? (post.addresses[0] ?? '') : '';
  return hostOf(address) === '' ? undefined : `${new URL(address).origin}/`;
}

function lineFault(line: string): ReturnType<typeof longFault> {
  const found = quote(line.slice(0, quoted));
  const isList = /^\s*\[/.test(line);
  const fix = isList ? 'Turn the list into lines: jq -c ".[]" FILE' : 'Write each record as one line of JSON.';
  return { field: 'record', expected: 'a JSON object on one line', found, fix };
}

function longFault(length: number) {
  const expected = `at most ${maxRecordLength} characters on a line`;
  const fix = 'Write each record as one line of JSON.';
  return { field: 'record' as const, expected, found: String(length), fix };
}

function quote(text: string): string {
  return `«${cleanLine(text)}»`;
}

const listNames = ['articles', 'posts', 'items', 'data', 'records', 'results', 'news', 'entries', 'pages'];
const linesLooked = 200_000;
const quoted = 60;
