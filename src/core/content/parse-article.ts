import type { ReadArticle, References, Source } from '../article.ts';
import { type ArticleFields, articleFields } from './fields.ts';
import { createFieldReader, type FieldReader } from './read-fields.ts';
import { checkFields } from './check-fields.ts';
import { type FrontMatter, parseFrontMatter } from './front-matter.ts';
import { type ReadLive, readLive } from '../live/read-live.ts';
import type { RenderedMarkdown } from '../markdown/render.ts';
import { lengthProblems, readSlug } from './file-names.ts';
import { findArticleType } from '../front-matter/article-types.ts';
import type { Live } from '../live/live.ts';
import { latestOf } from '../site/last-change.ts';
import { slugify } from '../text/slug.ts';
import { cardKey } from '../site/article-keys.ts';
import { foldKey, truncateText } from '../text/persian.ts';
import { describeFile, describeUnread, deviceProblems, type ParsedFile } from './parsed-file.ts';
import { findSection } from '../config/sections.ts';
import type { ParsingConfig } from '../config/site-config.ts';
import { dateAt, type NewsDate } from '../dates/news-date.ts';
import { articleMinutes } from './reading-time.ts';
import type { Problem } from '../problems/problem.ts';
import type { ContentFile, ParseContext } from './context.ts';

/** An article, or the problems that prevent it. */
export interface ParsedArticle extends ParsedFile {
  article?: ReadArticle;
}

/** Parse an article file. All problems of the file are collected; none is thrown. */
export function parseArticle(file: ContentFile, context: ParseContext): ParsedArticle {
  const named = readSlug(file.path, file.bundle);
  const parsed = parseFrontMatter(file.text, (name) => findSection(name, context.config.sections) !== undefined);
  if ('problem' in parsed) return describeUnread(file.path, named, parsed.problem);
  const { frontMatter } = parsed;
  const checked = checkFields(articleFields, withDefaults(frontMatter, context.config), file.path);
  const { slug, problems: own } =
    checked.fields.slug === undefined ? named : slugOf(checked.fields.slug, file.path, named);
  const body = context.render(frontMatter.body, context.findImage, context.findDocument);
  const reader = createFieldReader(file.path, frontMatter, context);
  const fields = { ...placeholders, ...checked.fields };
  const date = reader.date(['date'], fields.date);
  // Without a date, the other fields are read all the same, for their problems.
  const dated = { fields, date: date ?? dateAt(0) };
  const live = coverageOf(dated, { file: file.path, body, frontMatter, reader });
  const shown = live ? { ...body, html: live.html } : body;
  const read = assemble(slug, file, { ...dated, live: live?.live }, shown, frontMatter, reader);
  const known = describeFile(file.path, frontMatter, body, context.config, {
    slug,
    named: [...own, ...deviceProblems(slug, file.path)],
    fields: [
      ...withDateOfName(withoutCutFields(checked.problems, frontMatter), file.path),
      ...reader.problems,
      ...(live?.problems ?? []),
    ],
    warnings: [...reader.warnings, ...(live?.warnings ?? [])],
    related: fields.related,
    mayBeEmpty: checked.fields.draft,
    videoHosts: 'video' in frontMatter.data ? undefined : context.config.videoHosts,
    addresses: [
      [['source', 'url'], fields.source.url],
      [['image', 'src'], fields.image?.src],
      [['video', 'src'], fields.video?.src],
      [['video', 'poster'], fields.video?.poster],
      [['video', 'captions'], fields.video?.captions],
      [['audio', 'src'], fields.audio?.src],
      [['audio', 'transcript'], fields.audio?.transcript],
    ],
  });
  if (!date || known.problems.length > 0) return known;
  return { ...known, article: { ...read, links: known.links, related: known.related } };
}

/** Use the configuration's default source if the front matter has none. */
function withDefaults(frontMatter: FrontMatter, { defaults }: ParsingConfig): FrontMatter {
  const { source } = frontMatter.data;
  const isBlank = source === undefined || source === null || (typeof source === 'string' && source.trim() === '');
  if (defaults?.source === undefined || !isBlank) return frontMatter;
  return { ...frontMatter, data: { ...frontMatter.data, source: defaults.source } };
}

/** Drop `field-missing` for fields that are empty only because YAML cut off a hashtag, which is reported already. */
function withoutCutFields(problems: readonly Problem[], { faults }: FrontMatter): readonly Problem[] {
  const cut = new Set(faults.filter(({ id }) => id === 'hash-cut').map(({ line }) => line));
  return cut.size === 0 ? problems : problems.filter(({ id, line }) => id !== 'field-missing' || !cut.has(line));
}

/** Propose the date in a Jekyll file name, such as `2014-12-18-metro.md`, for a missing `date`. */
function withDateOfName(problems: readonly Problem[], path: string): readonly Problem[] {
  const [, date] = /(?:^|\/)(\d{4}-\d{2}-\d{2})-[^/]*$/.exec(path) ?? [];
  if (date === undefined) return problems;
  return problems.map((problem) =>
    problem.id === 'field-missing' && problem.field === 'date'
      ? { ...problem, values: { ...problem.values, example: `date: ${date}` } }
      : problem,
  );
}

function slugOf(written: string, path: string, named: { slug: string; problems: Problem[] }): typeof named {
  const slug = slugify(written);
  if (slug === '') return named;
  const problems = named.problems.filter(({ id }) => id !== 'slug-empty' && id !== 'slug-too-long');
  return { slug, problems: [...problems, ...lengthProblems(slug, path)] };
}

// These replace missing or invalid fields, so that the problems of the other fields are found as well.
const placeholders: ArticleFields = {
  title: '',
  date: '1400/01/01',
  tags: [],
  source: { name: '' },
  authors: [],
  corrections: [],
  related: [],
  aliases: [],
  picked: false,
  draft: false,
};

function assemble(
  slug: string,
  file: ContentFile,
  { fields, date, live }: { fields: ArticleFields; date: NewsDate; live: Live | undefined },
  body: RenderedMarkdown,
  frontMatter: FrontMatter,
  reader: FieldReader,
): Omit<ReadArticle, keyof References> {
  const { text } = reader;
  const ownLead = fields.lead === undefined ? undefined : text(fields.lead);
  const updated = fields.updated === undefined ? undefined : reader.date(['updated'], fields.updated);
  if (updated && isEarlier(updated, date)) reader.warnUpdated(fields.updated!, fields.date);
  const type = fields.type === undefined ? undefined : reader.type(fields.type);
  const parts = {
    slug,
    file: file.path,
    title: text(fields.title),
    kicker: fields.kicker === undefined ? undefined : text(fields.kicker),
    lead: ownLead ?? (body.firstParagraph || truncateText(body.text.replaceAll('\n', ' '), 200)),
    hasOwnLead: ownLead !== undefined && foldKey(ownLead) !== foldKey(body.firstParagraph),
    dateline: fields.dateline === undefined ? undefined : text(fields.dateline),
    ...((type ?? live) && { type: type ?? ('live' as const) }),
    ...(live && { live }),
    ...(fields.label !== undefined && { label: reader.label(fields.label) }),
    // Each entry is an update.
    updated: latestOf([updated, live?.last && live.last.epoch > date.epoch ? live.last : undefined]),
    ...(fields.order !== undefined && { order: reader.number(['order'], fields.order) }),
    datePlaces: {
      date: frontMatter.placeOf(['date']),
      ...(updated && { updated: frontMatter.placeOf(['updated']) }),
    },
    id: fields.id?.trim(),
    tags: unique(fields.tags.map((tag) => text(tagOf(tag)))),
    source: readSource(fields, reader),
    authors: unique(reader.authors(fields.authors)),
    section: fields.section === undefined ? undefined : reader.section(fields.section),
    image: fields.image && reader.picture(fields.image),
    video: fields.video && reader.video(fields.video),
    ...(fields.audio && audioOf(fields, reader)),
    corrections: fields.corrections.flatMap((correction, index) => {
      const corrected = reader.date(['corrections', index, 'date'], correction.date);
      return corrected ? [{ date: corrected, text: text(correction.text) }] : [];
    }),
    picked: fields.picked,
    aliases: reader.aliases(fields.aliases),
    draft: fields.draft,
    ...(fields.comments === false && { areCommentsOff: true as const }),
    ...(fields.channels === false && { isUnannounced: true as const }),
    ...(fields.popular === false && { isUnranked: true as const }),
    body: { html: body.html, text: body.text },
  };
  return { ...parts, date, readingMinutes: articleMinutes(parts), cardKey: cardKey({ ...parts, date }) };
}

/** Read an article's recording, and what lists show of it. */
function audioOf({ audio, title }: ArticleFields, reader: FieldReader): Pick<ReadArticle, 'audio' | 'hasAudio'> {
  const read = audio && reader.audio(audio, title);
  return read ? { audio: read, hasAudio: true } : {};
}

/** Read live coverage, if an article is one. */
function coverageOf(
  { fields: { live, type }, date }: { fields: ArticleFields; date: NewsDate },
  found: { file: string; body: RenderedMarkdown; frontMatter: FrontMatter; reader: FieldReader },
): ReadLive | undefined {
  const { file, body, frontMatter, reader } = found;
  const isLook = type !== undefined && findArticleType(type) === 'live';
  if (live === undefined && !isLook) return undefined;
  const { body: markdown, bodyLine, placeOf } = frontMatter;
  return readLive({
    file,
    written: live,
    isLook,
    date,
    html: body.html,
    markdown,
    bodyLine,
    readDate: reader.date,
    placeOf,
  });
}

function readSource({ source }: ArticleFields, reader: FieldReader): Source {
  const url = source.url === undefined ? undefined : reader.url(['source', 'url'], source.url);
  return { name: reader.text(source.name), url };
}

/** Convert a hashtag, as in social networks, to a tag. @example tagOf('#نفت_و_گاز') // 'نفت و گاز' */
function tagOf(tag: string): string {
  return /^#[\p{L}\p{N}]/u.test(tag) ? tag.slice(1).replaceAll('_', ' ') : tag;
}

/** Return whether an article was updated before its date. Without times, only the days are compared. */
function isEarlier(updated: NewsDate, date: NewsDate): boolean {
  const isWhole = !updated.hasTime || !date.hasTime;
  return updated.epoch < date.epoch && !(isWhole && updated.iso.slice(0, 10) === date.iso.slice(0, 10));
}

function unique(values: readonly string[]): string[] {
  return [...new Set(values)];
}
