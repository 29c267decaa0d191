import { stringify } from 'yaml';
import type { Source } from '../article.ts';
import { type FieldGroup, persianNames } from '../front-matter/names.ts';
import type { MessageLanguage } from '../problems/problem.ts';
import { type NewsDate, parseDate, toJalaliDay } from '../dates/news-date.ts';
import { cleanLine, cleanTitle } from './text.ts';

/** Fields of a new article file. */
export interface ArticleFileFields {
  title: string;
  date: NewsDate;
  /** Position among articles of the same moment. */
  order?: number | undefined;
  tags: readonly string[];
  /** Absent for the configuration's default. */
  source?: Source | undefined;
  lead?: string | undefined;
  dateline?: string | undefined;
  /** By the name that writers use. */
  section?: string | undefined;
  authors?: readonly string[] | undefined;
  /** Slugs. */
  related?: readonly string[] | undefined;
  kicker?: string | undefined;
  image?:
    | { src: string; alt?: string | undefined; caption?: string | undefined; credit?: string | undefined }
    | undefined;
  video?: { url?: string | undefined; src?: string | undefined; title: string } | undefined;
  updated?: NewsDate | undefined;
  picked?: boolean | undefined;
  /** Old paths, decoded. */
  aliases?: readonly string[] | undefined;
  draft?: boolean | undefined;
  /** Language of the field names; English by default. */
  names?: MessageLanguage | undefined;
  /** Comment lines for the writer, at the end of the front matter. */
  hints?: readonly string[] | undefined;
  /** Markdown. */
  body: string;
}

/**
 * Format an article file: YAML front matter in the documented order of fields, then the body. Texts are cleaned, and
 * quoted where YAML 1.1 or 1.2 would read anything but a string.
 *
 * @example
 * formatArticleFile({ title: 'مترو رسید', date, tags: ['تهران'], source: { name: 'کاوش' }, body: 'متن.' })
 * // '---\ntitle: مترو رسید\ndate: "1404/07/24 10:30"\ntags: [ تهران ]\nsource: کاوش\n---\n\nمتن.\n'
 */
export function formatArticleFile(fields: ArticleFileFields): string {
  const { title, date, source, hints = [], body, names = 'en' } = fields;
  const texts = (values: readonly string[] = []): string[] => values.map(cleanLine).filter((value) => value !== '');
  const name = (field: string): string => fieldName(field, names);
  const group = source && {
    [fieldName('name', names, 'source')]: cleanLine(source.name),
    [fieldName('url', names, 'source')]: source.url,
  };
  const members = (field: FieldGroup, values: Readonly<Record<string, string | undefined>>): string => {
    const texts = Object.entries(values).flatMap(([key, value]) => {
      const text = value === undefined ? '' : /^(?:src|url)$/.test(key) ? value : cleanLine(value);
      return text === '' ? [] : [[fieldName(key, names, field), text]];
    });
    return flowLine(name(field), Object.fromEntries(texts) as Record<string, string>);
  };
  const lines = [
    blockLine(name('title'), cleanTitle(title)),
    blockLine(name('kicker'), optionalLine(fields.kicker)),
    `${name('date')}: ${quoteDate(formatDateField(date))}\n`,
    fields.order === undefined ? '' : `${name('order')}: ${fields.order}\n`,
    fields.updated ? `${name('updated')}: ${quoteDate(formatDateField(fields.updated))}\n` : '',
    blockLine(name('section'), optionalLine(fields.section)),
    source ? flowLine(name('source'), source.url === undefined ? cleanLine(source.name) : group!) : '',
    blockLine(name('dateline'), optionalLine(fields.dateline)),
    fields.authors?.length ? flowLine(name('authors'), texts(fields.authors)) : '',
    flowLine(name('tags'), texts(fields.tags)),
    blockLine(name('lead'), optionalLine(fields.lead)),
    fields.image ? members('image', fields.image) : '',
    fields.video ? members('video', fields.video) : '',
    fields.related?.length ? flowLine(name('related'), texts(fields.related)) : '',
    fields.picked ? `${name('picked')}: ${names === 'fa' ? 'بله' : 'true'}\n` : '',
    fields.aliases?.length ? flowLine(name('aliases'), fields.aliases) : '',
    fields.draft ? `${name('draft')}: ${names === 'fa' ? 'بله' : 'true'}\n` : '',
    ...hints.map((hint) => `# ${cleanLine(hint)}\n`),
  ];
  return `---\n${lines.join('')}---\n${body === '' ? '' : `\n${body.replace(/\n*$/, '\n')}`}`;
}

/**
 * Format a date for the `date` field: Jalali day and time in Tehran, or ISO 8601 if that time occurred twice in Tehran.
 *
 * @example formatDateField(date) // '1404/07/24 10:30'
 */
export function formatDateField(date: NewsDate): string {
  const { iso, epoch, hasTime } = date;
  const day = toJalaliDay(date);
  const time = iso.slice(11, 19).replace(/:00$/, '');
  const text = hasTime || time !== '00:00' ? `${day} ${time}` : day;
  const read = parseDate(text);
  return typeof read !== 'string' && Math.abs(read.epoch - epoch) < 1000 ? text : iso;
}

/** Folder of a Jalali month. @example monthFolder({ year: 1404, month: 7 }) // '1404/07' */
export function monthFolder({ year, month }: { year: number; month: number }): string {
  return `${String(year).padStart(4, '0')}/${String(month).padStart(2, '0')}`;
}

/** Return a field's name in a language: English, or the first of its Persian names. */
export function fieldName(field: string, language: MessageLanguage, group: FieldGroup = 'file'): string {
  return (language === 'fa' && persianNames[group][field]?.[0]) || field;
}

function optionalLine(text: string | undefined): string | undefined {
  return text === undefined ? undefined : cleanLine(text) || undefined;
}

/** YAML 1.1 would read a time as a sexagesimal number and a day as a timestamp. */
function quoteDate(text: string): string {
  return text.includes(':') ? `"${text}"` : text;
}

function blockLine(field: string, value: string | undefined): string {
  return value === undefined ? '' : stringify({ [field]: value }, options);
}

function flowLine(
  field: string,
  value: string | readonly string[] | Readonly<Record<string, string | undefined>>,
): string {
  const flow = stringify(value, { ...options, collectionStyle: 'flow', flowCollectionPadding: false });
  return `${field}: ${flow}`;
}

const options = { version: '1.1', lineWidth: 0, aliasDuplicateObjects: false } as const;
