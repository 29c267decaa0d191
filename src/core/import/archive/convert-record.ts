import type { SiteConfig } from '../../config/site-config.ts';
import { findSection } from '../../config/sections.ts';
import { formatArticleFile } from '../article-file.ts';
import { cleanTags } from '../article.ts';
import { escapeMarkdown } from '../escape-markdown.ts';
import { convertHtml, type ConvertedText, resolveAddress, type TextContext } from '../html/convert.ts';
import { isVideoName } from '../media-names.ts';
import { type ImportNote, note } from '../notes.ts';
import type { ImportRecord } from '../record.ts';
import { cleanLine, letterKey } from '../text.ts';
import { writeComments } from './comments-file.ts';
import { convertMarkdown } from './markdown.ts';
import { dropDeadLinks } from './dead-links.ts';
import { formatPageFile } from './page-file.ts';
import { authorsOf, sourceOf, updatedOf } from './record-fields.ts';
import type { PlannedRecord } from './survey.ts';

/** Context of the conversion of records: the site and the archive. */
export interface ConversionContext {
  config: Pick<SiteConfig, 'sections' | 'videoHosts' | 'defaults'>;
  /** The source of records without one; the configuration's default if absent. */
  source?: string | undefined;
  /** Absolute address of the old site. */
  siteUrl?: string | undefined;
  /** Address of a local copy, relative to the new file; the file is copied there. */
  findPicture(written: string, resolved: string): string | undefined;
  findLink(address: string): string | undefined;
  restore(text: string): string;
}

/** A record converted to the text of its file. */
export interface ConvertedRecord {
  text: string;
  /** Content of the file of its comments. */
  comments?: string | undefined;
  notes: readonly ImportNote[];
  /** Categories that the site has no section for. */
  tagged: readonly string[];
  /** The lists that contain the article; empty for drafts and pages. */
  listed: { tags: readonly string[]; authors: readonly string[]; section?: string | undefined };
  /** Number of pictures that stay on other hosts. */
  remotePictures: number;
}

/**
 * Convert a record to the text of its file.
 *
 * @param related Slugs of the articles pinned to it.
 */
export function convertRecord(
  record: ImportRecord,
  planned: PlannedRecord,
  related: readonly string[],
  context: ConversionContext,
): ConvertedRecord {
  const notes: ImportNote[] = [...record.notes, ...planned.notes];
  let remotePictures = 0;
  const base = baseOf(record, context.siteUrl);
  const findPicture = (written: string, resolved = resolveAddress(written, base) ?? written): string | undefined => {
    const found = context.findPicture(written, resolved);
    if (found === undefined && /^https?:/.test(resolved)) remotePictures += 1;
    return found;
  };
  const isOwnVideo = (url: string): boolean => context.config.videoHosts.includes(URL.parse(url)?.hostname ?? '');
  const given =
    record.video && (isOwnVideo(record.video.url) || isVideoName(record.video.url)) ? record.video : undefined;
  let ownFile: string | undefined;
  const takesVideo = (page: string): boolean => {
    if (given !== undefined || record.kind === 'page') return false;
    if (isOwnVideo(page)) return true;
    ownFile = isVideoName(page) ? findPicture(page) : undefined;
    return ownFile !== undefined;
  };
  const local = new Set<string>();
  const keep = (address: string | undefined): string | undefined => {
    if (address !== undefined) local.add(address);
    return address;
  };
  const converted = convertBody(record, {
    base,
    takesVideo,
    findPicture: (written, resolved) => keep(findPicture(written, resolved)),
    findLink: (address) => keep(context.findLink(address)),
    restore: context.restore,
  });
  const body = { ...converted, ...dropDeadLinks(converted.markdown, local) };
  notes.push(...converted.notes, ...body.notes);
  const restore = (text: string): string => context.restore(cleanLine(text));
  const title = restore(planned.title);
  const videoTitle = restore(given?.title ?? '') || title;
  const videoUrl = given?.url ?? body.video;
  const video =
    record.kind === 'page'
      ? undefined
      : ownFile !== undefined
        ? { src: ownFile, title: videoTitle }
        : videoUrl === undefined
          ? undefined
          : videoOf(videoUrl, videoTitle, findPicture);
  // A video that this newspaper does not show becomes a link below the text.
  const unseen = video === undefined ? (record.video?.url ?? '') : '';
  const videoPage = /^https?:/.test(unseen) ? URL.parse(unseen)?.href : undefined;
  const videoLink = videoPage === undefined ? '' : `\n\n<${videoPage}>\n`;
  if (unseen !== '' && videoLink === '') notes.push(note('lost', 'Its video has no usable address.', unseen));
  const lead = record.lead === undefined ? '' : restore(record.lead);
  const isEmpty = body.markdown.trim() === '';
  // Other articles may link to it, so it can no longer be refused.
  const standsIn = isEmpty && lead === '' && videoLink === '' && record.draft === undefined;
  if (standsIn && record.body.form === 'html' && record.body.text.trim() !== '') {
    notes.push(note('look', 'Nothing of its text could be carried over; the headline was used instead.'));
  }
  const own = isEmpty ? escapeMarkdown(standsIn ? title : lead) : body.markdown;
  const text = own.replace(/^(?:[^\S\n]*\n)+/, '').trimEnd() + videoLink;
  const comments = record.comments?.length ? writeComments(record.comments, record.origin) : undefined;
  const { section, tagged } = placeCategories(record.categories, context.config.sections);
  if (record.draft !== undefined) notes.push(note('look', 'It became a draft.', record.draft));
  if (record.kind === 'page') {
    const page = formatPageFile({
      title,
      lead,
      aliases: planned.aliases,
      body: text,
    });
    return { text: page, comments, notes, tagged: [], listed: { tags: [], authors: [] }, remotePictures };
  }
  const image = record.image && findImage(record, base, findPicture, restore, title);
  if (record.image && !image) notes.push(note('lost', 'Its picture has no usable address.', record.image.src));
  const isRepeated = lead === '' || isEmpty || letterKey(lead) === letterKey(firstText(body.markdown));
  const source = sourceOf(record, context.source);
  const tags = cleanTags([...record.tags, ...tagged].map(restore)).slice(0, 100);
  const authors = authorsOf(record);
  const file = formatArticleFile({
    title,
    kicker: record.kicker === undefined ? undefined : restore(record.kicker),
    date: planned.date!,
    order: planned.order ?? record.order,
    updated: updatedOf(record, planned.date!),
    tags,
    source,
    section,
    dateline: record.dateline === undefined ? undefined : restore(record.dateline),
    authors,
    lead: isRepeated ? undefined : lead,
    image,
    video,
    related,
    picked: record.picked,
    aliases: planned.aliases,
    draft: record.draft !== undefined,
    body: text,
  });
  const listed = record.draft === undefined ? { tags, authors, section } : { tags: [], authors: [] };
  return { text: file, comments, notes, tagged, listed, remotePictures };
}

/** Base for addresses in the text: the feed or page that contained it, or its own old address. */
function baseOf({ base, addresses }: ImportRecord, siteUrl: string | undefined): string | undefined {
  if (base !== undefined && /^https?:/.test(base)) return base;
  const [address] = addresses;
  // A record without an address has its files beside it, not on the site.
  if (siteUrl === undefined || address === undefined || address.startsWith('record:')) return undefined;
  return URL.parse(address, siteUrl)?.href ?? siteUrl;
}

function convertBody({ body }: ImportRecord, context: TextContext): ConvertedText {
  if (body.form === 'html') return convertHtml(body.text, context);
  if (body.form === 'markdown') return convertMarkdown(body.text, context);
  const paragraphs = body.paragraphs.map((paragraph) => escapeMarkdown(context.restore(paragraph)));
  return { markdown: paragraphs.join('\n\n'), notes: [] };
}

function placeCategories(
  categories: readonly string[],
  sections: SiteConfig['sections'],
): { section?: string; tagged: string[] } {
  const names = categories.map(cleanLine).filter((name) => name !== '' && !unfiled.test(name));
  const section = names.map((name) => findSection(name, sections)).find((found) => found !== undefined);
  const tagged = names.filter(
    (name) => findSection(name, sections) === undefined || findSection(name, sections) !== section,
  );
  return section ? { section: section.name, tagged } : { tagged };
}

const unfiled =
  /^(?:uncategori[sz]ed|بدون[\s\u200C]*دسته[\s\u200C]*بندی|دسته[\s\u200C]*بندی[\s\u200C]*نشده|none|default)$/i;

function findImage(
  { image }: ImportRecord,
  base: string | undefined,
  findPicture: (address: string) => string | undefined,
  restore: (text: string) => string,
  title: string,
): { src: string; alt: string; caption?: string; credit?: string } | undefined {
  const { src = '', alt = '', caption = '', credit = '' } = image ?? {};
  const resolved = resolveAddress(src, base);
  const found = findPicture(src) ?? (/^https?:\/\//.test(resolved ?? '') ? resolved : undefined);
  if (found === undefined) return undefined;
  const [what, below, by] = [alt, caption, credit].map(restore) as [string, string, string];
  return {
    src: found,
    alt: what || below || title,
    ...(below !== '' && { caption: below }),
    ...(by !== '' && { credit: by }),
  };
}

function videoOf(
  url: string,
  title: string,
  findFile: (address: string) => string | undefined,
): { url?: string; src?: string; title: string } | undefined {
  if (!isVideoName(url)) return { url, title };
  const src = findFile(url);
  return src === undefined ? undefined : { src, title };
}

function firstText(markdown: string): string {
  return markdown.trimStart().split(/\n\s*\n/)[0] ?? '';
}
