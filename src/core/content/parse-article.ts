import type { ReadArticle, References, SiteLink, Source } from '../article.ts';
import { type ArticleFields, articleFields } from './fields.ts';
import { createFieldReader, type FieldReader } from './read-fields.ts';
import { checkFields } from './check-fields.ts';
import { type FrontMatter, parseFrontMatter } from './front-matter.ts';
import type { RenderedMarkdown } from '../markdown/render.ts';
import { markdownEnding, readSlug } from './file-names.ts';
import { isDeviceName, slugify } from '../text/slug.ts';
import { cardKey } from '../site/article-keys.ts';
import { foldKey, truncateText } from '../text/persian.ts';
import { bodyProblems, bodyWarnings } from './body-problems.ts';
import { articleMinutes } from './reading-time.ts';
import { readSiteLinks } from './site-links.ts';
import type { Problem } from '../problems/problem.ts';
import type { ContentFile, ParseContext } from './context.ts';

/**
 * An article, or the problems that prevent it. The slug, links and pins are set in either case, so that all problems
 * can be found at once.
 */
export interface ParsedArticle extends References {
  slug: string;
  article?: ReadArticle;
  problems: Problem[];
  /** What rendering removed from the text, which can be published regardless. */
  warnings?: Problem[] | undefined;
  /** Addresses of the site that must be looked for when all files have been read. */
  siteLinks?: readonly SiteLink[] | undefined;
  /** Position of a date without an hour. */
  dayPlace?: { line: number; column: number } | undefined;
}

/** Parse an article file. All problems of the file are collected; none is thrown. */
export function parseArticle(file: ContentFile, context: ParseContext): ParsedArticle {
  const { slug, problems: own } = readSlug(file.path, file.bundle);
  const parsed = parseFrontMatter(file.text);
  if ('problem' in parsed) {
    return { slug, problems: [...own, { ...parsed.problem, file: file.path }], links: [], related: [] };
  }
  const { frontMatter } = parsed;
  const checked = checkFields(articleFields, frontMatter, file.path);
  const body = context.render(frontMatter.body, context.findImage);
  const reader = createFieldReader(file.path, frontMatter, context);
  const fields = { ...placeholders, ...checked.fields };
  const references = readReferences(fields.related, body, frontMatter);
  const article = assemble(slug, file, fields, references, body, frontMatter, reader);
  const problems = [
    ...own,
    ...deviceProblems(slug, file.path),
    ...checked.problems,
    ...reader.problems,
    ...bodyProblems(body, frontMatter, file.path, { mayBeEmpty: checked.fields.draft }),
  ];
  const videoHosts = 'video' in frontMatter.data ? undefined : context.config.videoHosts;
  const known = {
    slug,
    problems,
    warnings: bodyWarnings(body, frontMatter, file.path, videoHosts),
    siteLinks: readSiteLinks(body, frontMatter, context.config.url, [
      [['source', 'url'], fields.source.url],
      [['image', 'src'], fields.image?.src],
      [['video', 'src'], fields.video?.src],
      [['video', 'poster'], fields.video?.poster],
    ]),
    dayPlace: article?.date.hasTime === false ? frontMatter.placeOf(['date']) : undefined,
    ...references,
  };
  return article && problems.length === 0 ? { ...known, article } : known;
}

/** Report a slug that Windows reserves as a device name. */
export function deviceProblems(slug: string, file: string): Problem[] {
  return isDeviceName(slug) ? [{ id: 'slug-device', file, line: 1, column: 1, values: { slug } }] : [];
}

/** Read the articles that a file refers to, in its body and as pins, with positions. */
export function readReferences(
  related: readonly string[],
  { articleLinks }: RenderedMarkdown,
  { placeOf, bodyLine }: FrontMatter,
): References {
  return {
    links: articleLinks.map(({ target, line, column }) => ({ slug: target, line: line + bodyLine - 1, column })),
    related: related.map((pin, index) => ({
      slug: slugOfPin(pin),
      ...placeOf(['related', index]),
    })),
  };
}

/** A pin names an article by its address, its file, or the folder of its `index.md`. */
function slugOfPin(pin: string): string {
  const path = pin
    .replace(/\/$/, '')
    .replace(markdownEnding, '')
    .replace(/(?<=.)\/_?index$/i, '');
  return slugify(path.replace(/^.*\//s, ''));
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
  fields: ArticleFields,
  references: References,
  body: RenderedMarkdown,
  frontMatter: FrontMatter,
  reader: FieldReader,
): ReadArticle | undefined {
  const { text } = reader;
  const date = reader.date(['date'], fields.date);
  const ownLead = reader.lead(fields);
  const parts = {
    slug,
    file: file.path,
    title: text(fields.title),
    kicker: fields.kicker === undefined ? undefined : text(fields.kicker),
    lead: ownLead ?? (body.firstParagraph || truncateText(body.text.replaceAll('\n', ' '), 200)),
    hasOwnLead: ownLead !== undefined && foldKey(ownLead) !== foldKey(body.firstParagraph),
    dateline: fields.dateline === undefined ? undefined : text(fields.dateline),
    updated: fields.updated === undefined ? undefined : reader.date(['updated'], fields.updated),
    ...(fields.order !== undefined && { order: reader.number(['order'], fields.order) }),
    tags: unique(fields.tags.map(text)),
    source: readSource(fields, reader),
    authors: unique(fields.authors.map(text)),
    section: fields.section === undefined ? undefined : reader.section(fields.section),
    image: fields.image && reader.picture(fields.image),
    video: fields.video && reader.video(fields.video),
    corrections: fields.corrections.flatMap((correction, index) => {
      const corrected = reader.date(['corrections', index, 'date'], correction.date);
      return corrected ? [{ date: corrected, text: text(correction.text) }] : [];
    }),
    picked: fields.picked,
    aliases: fields.aliases.flatMap((alias, index) => {
      const path = reader.alias(['aliases', index], alias);
      return path === undefined ? [] : [{ path, ...frontMatter.placeOf(['aliases', index]) }];
    }),
    draft: fields.draft,
    body: { html: body.html, text: body.text },
    ...references,
  };
  if (!date) return undefined;
  return { ...parts, date, readingMinutes: articleMinutes(parts), cardKey: cardKey({ ...parts, date }) };
}

function readSource({ source }: ArticleFields, reader: FieldReader): Source {
  const url = source.url === undefined ? undefined : reader.url(['source', 'url'], source.url);
  return { name: reader.text(source.name), url };
}

function unique(values: readonly string[]): string[] {
  return [...new Set(values)];
}
