import { isGroup, isNo } from '../../../front-matter/readings.ts';
import { convertTexts } from '../../../front-matter/foreign-texts.ts';
import { isOwnName } from '../../../front-matter/names.ts';
import { translateFields } from '../../../front-matter/translate.ts';
import type { Fields } from '../../../front-matter/written.ts';
import { foldKey } from '../../../text/persian.ts';
import { type ImportNote, note } from '../../notes.ts';
import type { ImportRecord } from '../../record.ts';
import { type Moment, readMoment } from './moments.ts';
import { readAuthors } from './people.ts';
import { findPicture } from './picture-fields.ts';
import { type FolderSite, isYes, textsOf, valueOf } from './site.ts';
import { readTags } from './tag-lists.ts';

/** Front matter with the same meaning in all systems. */
export interface ReadFields extends Pick<
  ImportRecord,
  | 'title'
  | 'draft'
  | 'tags'
  | 'authors'
  | 'source'
  | 'kicker'
  | 'lead'
  | 'dateline'
  | 'image'
  | 'video'
  | 'picked'
  | 'related'
> {
  moment?: Moment | undefined;
  updated?: Moment | undefined;
  categories: readonly string[];
  /** Fields from which systems make addresses, as written. */
  address: {
    permalink?: string | undefined;
    url?: string | undefined;
    slug?: string | undefined;
    aliases: readonly string[];
  };
  /** All fields as written, by plain name, for those that only one system reads. */
  written: ReadonlyMap<string, unknown>;
  notes: ImportNote[];
}

/** Fields that are read here, by plain name. All others are left to the table of names. */
const handled = new Set(
  (
    'permalink url path slug aliases alias redirectfrom redirects redirectto oldurl oldurls draft published hidden private unlisted status visibility ' +
    'password headless build expirydate unpublishdate publishdate pubdate updateddate lastupdated lastmodifiedat dateupdated modifieddate tags tag categories category keywords keyword ' +
    'author authors byline writer writers weight images summaryimage header resources outputs'
  ).split(' '),
);

/** Appearance and settings, beyond those of the table of names. */
const settings = new Set(
  (
    'autocollapsetoc hidetitle cascade markmap mermaid katex chart slides pin comment disqus showtoc tocopen showdate showreadingtime ' +
    'showbreadcrumbs showwordcount disableshare hidesummary searchhidden editpost prev next width excludesearch linktitle url lastupdated ' +
    'classes excerptseparator paginate icon redirectto postid subclass bigimg linkurl sitemap type outputs resources header build'
  ).split(' '),
);

// Eleventy takes these dates from the file system or from git.
const unwritten = /^(?:git )?(?:last modified|created)$/i;

/** Read the fields of a file. */
export function readFields(site: FolderSite, data: Fields, body: string): ReadFields {
  const notes: ImportNote[] = [];
  const written = new Map<string, unknown>();
  for (const [name, value] of Object.entries(data)) written.set(plainName(name), value);
  // Members of Zola's `extra` and Hugo's `params` and `taxonomies` are fields of the file.
  for (const group of ['params', 'extra', 'taxonomies'])
    for (const [name, value] of Object.entries(groupOf(written.get(group))))
      if (!written.has(plainName(name))) written.set(plainName(name), value);
  const text = (...names: string[]): string | undefined =>
    names.flatMap((name) => textsOf(written.get(name)).slice(0, 1))[0];
  const image = findPicture(written);
  const rest = Object.fromEntries(Object.entries(data).filter(([name]) => !isTaken(name, image.name)));
  const named = translateFields(convertTexts(rest).data);
  const own = (field: string): string | undefined => textsOf(named.data[field])[0];
  const dated = unwritten.test(own('date') ?? '') ? undefined : own('date');
  const appears = momentOf(text('publishdate', 'pubdate'), site);
  const moment = momentOf(dated, site) ?? appears;
  const isEmbargo = appears && typeof appears.date === 'object' && appears.date.epoch > site.now;
  noteUnread(named, written, notes);
  const picture = image.picture ?? pictureIn(named.data['image']);
  return {
    title: own('title') ?? '',
    moment: isEmbargo ? appears : moment,
    updated: momentOf(
      own('updated') ?? text('updateddate', 'lastupdated', 'lastmodifiedat', 'dateupdated', 'modifieddate'),
      site,
    ),
    draft: draftOf(written, site, isYes(named.data['draft'])),
    tags: readTags(site, written.get('tags'), written.get('tag'), body),
    categories: readTags(site, written.get('categories'), written.get('category'), ''),
    authors: readAuthors(site, [
      written.get('author') ?? [],
      written.get('authors') ?? [],
      written.get('byline') ?? written.get('writer') ?? [],
      named.data['authors'] ?? [],
    ]),
    source: sourceIn(named.data['source']),
    kicker: own('kicker'),
    lead: own('lead'),
    dateline: own('dateline'),
    image: picture,
    video: videoIn(named.data['video']),
    picked:
      isYes(named.data['picked']) || (Number(text('weight') ?? 0) < 0 && site.system === 'Hugo') ? true : undefined,
    related: named.data['related'] === undefined ? undefined : textsOf(named.data['related']),
    address: {
      permalink: text('permalink'),
      url: text('url', 'path'),
      slug: text('slug'),
      aliases: ['aliases', 'alias', 'redirectfrom', 'redirects', 'oldurl', 'oldurls'].flatMap((name) =>
        textsOf(written.get(name)),
      ),
    },
    written,
    notes,
  };
}

/** Return a field's name without signs and in lower case. */
export function plainName(name: string): string {
  return /^[\w-]+$/.test(name) ? name.replace(/[_-]/g, '').toLowerCase() : foldKey(name);
}

function isTaken(name: string, imageName: string | undefined): boolean {
  const plain = plainName(name);
  const isPart = imageName !== undefined && plain.startsWith(imageName);
  return handled.has(plain) || (isPart && /^(?:alt|caption|credit)?$/.test(plain.slice(imageName.length)));
}

function groupOf(value: unknown): Fields {
  return isGroup(value) ? value : {};
}

function momentOf(text: string | undefined, site: FolderSite): Moment | undefined {
  return text === undefined ? undefined : readMoment(text, site.zone);
}

/** Note the name of every field that is not read. */
function noteUnread(
  named: ReturnType<typeof translateFields>,
  written: ReadonlyMap<string, unknown>,
  notes: ImportNote[],
): void {
  for (const name of Object.keys(named.data)) {
    if (isOwnName(name, 'file')) continue;
    const isSetting = settings.has(plainName(name));
    notes.push(isSetting ? unusedNote(name) : note('lost', 'A field has no counterpart and was left out.', name));
  }
  for (const { path, fields } of named.notes)
    if (fields.length === 0 && !handled.has(plainName(String(path.at(-1)))))
      notes.push(unusedNote(path.map(String).join('.')));
  for (const { path, other } of named.conflicts)
    notes.push(
      note(
        'look',
        'Two fields mean the same; the first one was read.',
        `${path.map(String).join('.')}, ${other ?? ''}`,
      ),
    );
  for (const name of ['keywords', 'keyword'])
    if (written.has(name))
      notes.push(note('lost', 'Keywords for search engines are not tags and were left out.', name));
  for (const name of ['order', 'id', 'corrections']) if (Object.hasOwn(named.data, name)) notes.push(unusedNote(name));
}

function unusedNote(name: string): ImportNote {
  return note('lost', 'A field is a setting of the old site and was left out.', name);
}

/** Return the reason why a file was not public; `undefined` if it was. */
function draftOf(written: ReadonlyMap<string, unknown>, site: FolderSite, isDraft: boolean): string | undefined {
  const word = (name: string): string => textsOf(written.get(name))[0] ?? '';
  if (isYes(written.get('draft')) || isDraft || isYes(written.get('isdraft'))) return 'draft';
  if (isNo(written.get('published')) || isYes(written.get('unpublished'))) return 'not published';
  if (
    /^(?:draft|private|pending|auto-draft|trash|members|paid|archived|hidden|پیش‌?نویس)$/i.test(
      word('status') || word('visibility'),
    )
  )
    return word('status') || word('visibility');
  if (word('password') !== '') return 'behind a password';
  for (const name of ['private', 'hidden', 'unlisted', 'headless']) if (isYes(written.get(name))) return name;
  if (/^(?:never|false)$/.test(textsOf(valueOf(written.get('build'), 'render'))[0] ?? '')) return 'never rendered';
  const end = momentOf(word('expirydate') || word('unpublishdate') || undefined, site)?.date;
  return typeof end === 'object' && end.epoch <= site.now ? 'expired' : undefined;
}

function pictureIn(value: unknown): ImportRecord['image'] {
  const data = groupOf(Array.isArray(value) ? (value as unknown[])[0] : value);
  const part = (name: string): string | undefined => textsOf(data[name])[0];
  const src = part('src');
  if (src === undefined || isNo(src) || isYes(src)) return undefined;
  return { src, alt: part('alt'), caption: part('caption'), credit: part('credit') };
}

function videoIn(value: unknown): ImportRecord['video'] {
  if (typeof value === 'string') return value.trim() === '' ? undefined : { url: value.trim() };
  const data = groupOf(value);
  const url = textsOf(data['url'])[0] ?? textsOf(data['src'])[0];
  return url === undefined ? undefined : { url, title: textsOf(data['title'])[0] };
}

function sourceIn(value: unknown): ImportRecord['source'] {
  if (typeof value === 'string' && value.trim() !== '') return { name: value.trim() };
  const name = textsOf(groupOf(value)['name'])[0];
  return name === undefined ? undefined : { name, url: textsOf(groupOf(value)['url'])[0] };
}
