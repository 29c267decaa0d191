import { decodePath } from '../../urls.ts';
import {
  cutFault,
  type ExportFormat,
  type ExportInput,
  lengthFault,
  type ReadExport,
  refuse,
  titleFault,
} from '../reading/format.ts';
import { parsePlace } from '../reading/json-text.ts';
import {
  type Fields,
  fieldsOf,
  hostOf,
  isYes,
  laterDay,
  nameOf,
  originOf,
  textIn,
  utcDate,
  valueOf,
} from '../reading/values.ts';
import { plainText } from '../reading/html-scan.ts';
import { type ImportNote, note } from '../notes.ts';
import type { ArchiveSite, ImportedPicture, ImportRecord, ReadRecord } from '../record.ts';
import { readBody } from './body.ts';
import { type GhostTables, readTables } from './tables.ts';

/** Exports of Ghost 0.4 to 6: posts and pages, with tags and authors; never members, e-mail addresses or passwords. */
export const ghost: ExportFormat = {
  name: 'Ghost',
  matches(head) {
    if (!/^\uFEFF?\s*\{/.test(head)) return false;
    if (/^\uFEFF?\s*\{\s*"db"\s*:\s*\[/.test(head) || /"exported_on"\s*:\s*\d/.test(head.slice(0, 2000))) return true;
    return /"posts"\s*:\s*\[/.test(head) && /"(?:mobiledoc|lexical|comment_id|posts_tags|posts_meta)"\s*:/.test(head);
  },
  read(text, input) {
    const tables = readTables(text);
    return { site: siteOf(tables), records: readPosts(text, input, tables) };
  },
};

function* readPosts(text: string, input: ExportInput, tables: GhostTables): ReadExport['records'] {
  for (const place of tables.posts) {
    const fields = fieldsOf(parsePlace(text, place));
    const fault = lengthFault(place.end - place.start);
    if (fault) yield refuse(input, place.line, '', [fault]);
    else if (fields) yield readPost(fields, { ...input, line: place.line }, tables);
    else yield refuse(input, place.line, '', [place.isWhole ? brokenFault : cutFault]);
  }
  if (tables.isCut) yield refuse(input, tables.lastLine, '', [cutFault]);
}

function readPost(post: Fields, place: ExportInput & { line: number }, tables: GhostTables): ReadRecord {
  const id = textIn(post, 'id');
  const title = textIn(post, 'title').trim();
  const fault = titleFault(title);
  if (fault) return refuse(place, place.line, title, [fault]);
  const meta = tables.meta.get(id);
  const status = textIn(post, 'status') || 'published';
  const date = utcDate(valueOf(post, 'published_at')) ?? utcDate(valueOf(post, 'created_at'));
  const body = readBody(post);
  const writtenSlug = textIn(post, 'slug');
  const slug = decodePath(writtenSlug) ?? writtenSlug;
  const isUntitled = title === '(Untitled)';
  const [primary, ...tags] = tables.tagsOf(id);
  const canonical = readCanonical(textIn(post, 'canonical_url'), slug);
  return {
    origin: originOf({ system: 'ghost', host: '', key: textIn(post, 'uuid') || id, title, date }),
    ...place,
    kind: textIn(post, 'type') === 'page' || isYes(valueOf(post, 'page')) ? 'page' : 'article',
    title: isUntitled ? '' : title,
    date,
    updated: laterDay(date, utcDate(valueOf(post, 'updated_at'))),
    draft: draftReason(status, textIn(post, 'visibility'), isYes(valueOf(meta, 'email_only'))),
    slug: slug === '' || (isUntitled && slug.startsWith('untitled')) ? undefined : slug,
    addresses: slug === '' || status === 'draft' ? canonical.addresses : [`/${slug}/`, ...canonical.addresses],
    tags,
    categories: primary === undefined ? [] : [primary],
    authors: tables.authorsOf(id, textIn(post, 'author_id')),
    source: canonical.source,
    lead: textIn(post, 'custom_excerpt').trim() || undefined,
    image: readImage(textIn(post, 'feature_image') || textIn(post, 'image'), meta),
    picked: isYes(valueOf(post, 'featured')) || undefined,
    body: body.body,
    notes: [...body.notes, ...notesOf(post)],
  } satisfies ImportRecord;
}

/** Return why a post must not be published. */
function draftReason(status: string, visibility: string, isEmailOnly: boolean): string | undefined {
  if (status === 'sent' || isEmailOnly) return 'It was sent by e-mail only.';
  if (status !== 'published' && status !== 'scheduled') return 'It was a draft.';
  if (visibility === '' || visibility === 'public') return undefined;
  return visibility === 'members' ? 'It was for members only.' : 'It was for paying members only.';
}

function readImage(src: string, meta: Fields | undefined): ImportedPicture | undefined {
  if (src === '') return undefined;
  return {
    src: localAddress(src),
    alt: textIn(meta, 'feature_image_alt').trim() || undefined,
    caption: plainText(textIn(meta, 'feature_image_caption')) || undefined,
  };
}

/**
 * A canonical address of another site is the source; one that ends with the post's slug is another address of the post.
 */
function readCanonical(address: string, slug: string): Pick<ImportRecord, 'source'> & { addresses: string[] } {
  const host = hostOf(address);
  if (host === '') return { addresses: [] };
  const isOwn = slug !== '' && address.replace(/\/$/, '').endsWith(`/${slug}`);
  return isOwn ? { addresses: [address] } : { addresses: [], source: { name: host, url: address } };
}

function notesOf(post: Fields): ImportNote[] {
  const hasCode = ['codeinjection_head', 'codeinjection_foot'].some((field) => textIn(post, field).trim() !== '');
  return hasCode ? [note('lost', 'Code that was injected into the page is left out.')] : [];
}

function siteOf(tables: GhostTables): ArchiveSite {
  const authors = tables.users.map((user) => ({
    name: nameOf(textIn(user, 'name')),
    bio: textIn(user, 'bio').trim() || undefined,
    image: textIn(user, 'profile_image') === '' ? undefined : { src: localAddress(textIn(user, 'profile_image')) },
    addresses: textIn(user, 'slug') === '' ? [] : [`/author/${textIn(user, 'slug')}/`],
  }));
  return {
    system: 'Ghost',
    title: tables.title,
    authors: authors.filter(({ name }) => name !== ''),
    lists: [
      ...tables.tags.map(({ name, slug }) => ({ address: `/tag/${slug}/`, kind: 'tag' as const, name })),
      ...authors.flatMap(({ name, addresses }) =>
        addresses.map((address) => ({ address, kind: 'author' as const, name })),
      ),
      { address: '/rss/', kind: 'feed', name: tables.title ?? '' },
    ],
  };
}

/** Exports call the site's own address `__GHOST_URL__`. */
function localAddress(address: string): string {
  return address.replace(/^__GHOST_URL__/, '');
}

const brokenFault = {
  field: 'record',
  expected: 'a post as a JSON object',
  found: 'something else',
  fix: 'Export the site again.',
} as const;
