import type { References, SiteLink } from '../article.ts';
import type { ParsingConfig } from '../config/site-config.ts';
import type { RenderedMarkdown } from '../markdown/render.ts';
import type { Problem } from '../problems/problem.ts';
import { isDeviceName, slugify } from '../text/slug.ts';
import { bodyProblems, bodyWarnings, imageProblems } from './body-problems.ts';
import { fieldNotes, textWarnings } from './field-notes.ts';
import { markdownEnding } from './file-names.ts';
import type { FieldFault, FrontMatter } from './front-matter.ts';
import { type AddressField, readSiteLinks } from './site-links.ts';
import { valueFaults } from './value-faults.ts';

/**
 * The slug, links and findings of a content file. They are set whether or not the file is valid, so that all problems
 * can be found at once.
 */
export interface ParsedFile extends References {
  slug: string;
  problems: Problem[];
  /** Content that can be published, but not as intended. */
  warnings?: Problem[] | undefined;
  /** Links to the site itself, to be checked when all files have been read. */
  siteLinks?: readonly SiteLink[] | undefined;
  /** Notes on field names of other generators. */
  notes?: Problem[] | undefined;
}

/** The findings that differ between articles, pages and authors. */
export interface OwnFindings {
  slug: string;
  /** Problems of the file's name. */
  named: readonly Problem[];
  /** Problems of its fields. */
  fields: readonly Problem[];
  warnings?: readonly Problem[];
  /** Pins, as written. */
  related?: readonly string[];
  mayBeEmpty?: boolean | undefined;
  /** See {@link bodyWarnings}. */
  videoHosts?: readonly string[] | undefined;
  addresses?: readonly AddressField[];
}

/** Collect the findings of a file from its front matter, its rendered body and what only its kind has. */
export function describeFile(
  file: string,
  frontMatter: FrontMatter,
  body: RenderedMarkdown,
  { images, url }: ParsingConfig,
  { slug, named, fields, warnings, related = [], mayBeEmpty, videoHosts, addresses }: OwnFindings,
): ParsedFile {
  const mayMissImages = images?.missing === 'warn';
  return {
    slug,
    problems: [
      ...named,
      ...valueFaults(frontMatter).map((fault) => ({ ...fault, file })),
      ...fields,
      ...bodyProblems(body, frontMatter, file, { mayBeEmpty, mayMissImages }),
    ],
    warnings: joinWarnings(
      warnings,
      textWarnings(frontMatter, file),
      mayMissImages ? imageProblems(body, frontMatter, file) : [],
      bodyWarnings(body, frontMatter, file, videoHosts),
    ),
    notes: fieldNotes(frontMatter, file),
    siteLinks: readSiteLinks(body, frontMatter, url, addresses),
    ...readReferences(related, body, frontMatter),
  };
}

/** Describe a file whose front matter can't be read. */
export function describeUnread(
  file: string,
  named: { slug: string; problems: Problem[] },
  fault: FieldFault,
): ParsedFile {
  return { slug: named.slug, problems: [...named.problems, { ...fault, file }], links: [], related: [] };
}

/** Report a slug that Windows reserves as a device name. */
export function deviceProblems(slug: string, file: string): Problem[] {
  return isDeviceName(slug) ? [{ id: 'slug-device', file, line: 1, column: 1, values: { slug } }] : [];
}

/** Concatenate warnings; `undefined` if there are none, as for nearly all files. */
function joinWarnings(...lists: readonly (readonly Problem[] | undefined)[]): Problem[] | undefined {
  const all = lists.flatMap((list) => list ?? []);
  return all.length > 0 ? all : undefined;
}

/** Read the articles that a file refers to, in its body and as pins, with positions. */
function readReferences(
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

/** Return the slug of a pin: an article's address, its file, or the folder of its `index.md`. */
export function slugOfPin(pin: string): string {
  const path = pin
    .replace(/\/$/, '')
    .replace(markdownEnding, '')
    .replace(/(?<=.)\/_?index$/i, '');
  return slugify(path.replace(/^.*\//s, ''));
}
