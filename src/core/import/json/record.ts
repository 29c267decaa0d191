import type { NewsDate } from '../../dates/news-date.ts';
import type { ImportNote } from '../notes.ts';
import { type ExportInput, refuse, titleFault } from '../reading/format.ts';
import { titleText } from '../reading/html-scan.ts';
import { type Fields, hostOf, isYes, laterDay, momentOf, originOf, textOf } from '../reading/values.ts';
import type { ImportFault, ImportRecord, ReadRecord } from '../record.ts';
import { cleanLine } from '../text.ts';
import { readDate } from '../find-date.ts';
import { bodyOf } from './body.ts';
import { collectFields, type Collected, quoteJson } from './fields.ts';
import { namesOf, pictureOf, sourceOf, statusOf, textsOf, videoOf } from './parts.ts';

/** The input and the site of its records. */
export interface JsonSite extends ExportInput {
  name?: string | undefined;
  url?: string | undefined;
}

/** Read a record of the documented fields and their synonyms. */
export function readRecord(fields: Fields, line: number, site: JsonSite): ReadRecord {
  const notes: ImportNote[] = [];
  const found = collectFields(fields, notes);
  const faults: ImportFault[] = [];
  const title = textField('title', found, faults);
  const body = bodyOf(found, faults);
  const date = dateField('date', found, faults);
  const fault = titleFault(title);
  if (fault) faults.push(fault);
  if (faults.length > 0) return refuse(site, line, cleanLine(title.slice(0, 200)), faults);
  const updated = dateField('updated', found, []);
  const addresses = [...textsOf(found.get('address')), ...textsOf(found.get('aliases'))].map((text) => text.trim());
  const lead = titleText(textOf(found.get('lead'))) || undefined;
  const isEmpty = body.form === 'text' ? body.paragraphs.length === 0 : body.text.trim() === '';
  const url = addresses.find((address) => hostOf(address) !== '');
  return {
    origin: originIn(found, title, date, site),
    file: site.file,
    line,
    kind: textOf(found.get('kind')) === 'page' ? 'page' : 'article',
    title: titleText(title),
    date,
    updated: laterDay(date, updated) ?? (typeof updated === 'object' && !updated.hasTime ? updated : undefined),
    draft: statusOf(found),
    slug: textOf(found.get('slug')).trim() || undefined,
    addresses: [...new Set(addresses)].filter((address) => address !== ''),
    tags: textsOf(found.get('tags')),
    categories: [...new Set([...textsOf(found.get('section')), ...textsOf(found.get('category'))])],
    authors: namesOf(found.get('authors')),
    source:
      sourceOf(found.get('source'), url) ?? (site.name === undefined ? undefined : { name: site.name, url: site.url }),
    kicker: titleText(textOf(found.get('kicker'))) || undefined,
    lead: isEmpty ? undefined : lead,
    dateline: textOf(found.get('dateline')).trim() || undefined,
    image: pictureOf(found, notes),
    video: videoOf(found.get('video'), notes),
    picked: isYes(found.get('picked')) || undefined,
    order: typeof found.get('order') === 'number' ? (found.get('order') as number) : undefined,
    related: found.has('related') ? textsOf(found.get('related')) : undefined,
    body: isEmpty && lead !== undefined ? { form: 'text', paragraphs: [lead] } : body,
    base: url ?? site.url,
    notes,
  } satisfies ImportRecord;
}

/** Identify a record by its number or address, or else by headline and date, which are the same in every export. */
function originIn(found: Collected, title: string, date: NewsDate | string | undefined, site: JsonSite): string {
  const [address = ''] = textsOf(found.get('address'));
  const host = hostOf(site.url ?? '') || hostOf(address);
  const key = textOf(found.get('id')).trim() || address;
  return originOf({ system: 'json', host, key, title, date });
}

function textField(name: 'title', found: Collected, faults: ImportFault[]): string {
  const value = found.get(name) ?? '';
  if (typeof value !== 'string') faults.push(wrongType(name, value));
  return textOf(value).trim();
}

/** Dates are texts in any notation, or seconds or milliseconds since 1970. */
function dateField(name: 'date' | 'updated', found: Collected, faults: ImportFault[]): NewsDate | string | undefined {
  const value = found.get(name) ?? '';
  const time = textOf(found.get('time')).trim();
  if (typeof value === 'number' && value > firstMoment) return momentOf(value);
  if (typeof value !== 'string') {
    faults.push(wrongType('date', value));
    return undefined;
  }
  const text = value.trim().slice(0, longestDate);
  if (text === '') return undefined;
  const date = readDate(text);
  const timed =
    time !== '' && name === 'date' && typeof date === 'object' && !date.hasTime ? readDate(`${text} ${time}`) : date;
  return typeof timed === 'object' ? timed : typeof date === 'object' ? date : text;
}

function wrongType(field: 'title' | 'date', value: unknown): ImportFault {
  return { field, expected: 'a text', found: quoteJson(value), fix: `Put the ${field} between quotation marks.` };
}

// 2001: smaller numbers are years or days.
const firstMoment = 978_307_200;
const longestDate = 200;
