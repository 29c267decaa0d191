import type { References, SiteLink } from '../article.ts';
import { authorFields } from './fields.ts';
import { bodyProblems, bodyWarnings, imageProblems } from './body-problems.ts';
import { fieldNotes, withoutForeignFields } from './field-notes.ts';
import { valueFaults } from './value-faults.ts';
import { checkFields } from './check-fields.ts';
import { createFieldReader } from './read-fields.ts';
import { parseFrontMatter } from './front-matter.ts';
import { readSlug } from './file-names.ts';
import { joinWarnings, readReferences } from './parse-article.ts';
import { readSiteLinks } from './site-links.ts';
import { type ParseContext } from './context.ts';
import { type ContentFile } from './context.ts';
import type { Problem } from '../problems/problem.ts';
import type { AuthorProfile } from '../site/site.ts';

/** An author, or the problems that prevent it. */
export interface ParsedAuthor extends References {
  slug: string;
  author?: AuthorProfile;
  problems: Problem[];
  /** Content that can be published, but not as intended. */
  warnings?: Problem[] | undefined;
  /** Links to the site itself, to be checked when all files have been read. */
  siteLinks?: readonly SiteLink[] | undefined;
  /** Notes on field names of other generators. */
  notes?: Problem[] | undefined;
}

/** Parse a file of `content/authors`: front matter, with a short biography as the body. */
export function parseAuthor(file: ContentFile, context: ParseContext): ParsedAuthor {
  const { slug, problems: own } = readSlug(file.path, file.bundle);
  const parsed = parseFrontMatter(file.text);
  if ('problem' in parsed) {
    return { slug, problems: [...own, { ...parsed.problem, file: file.path }], links: [], related: [] };
  }
  const frontMatter = withoutForeignFields(parsed.frontMatter, Object.keys(authorFields.shape));
  const mayMissImages = context.config.images?.missing === 'warn';
  const checked = checkFields(authorFields, frontMatter, file.path);
  const reader = createFieldReader(file.path, frontMatter, context);
  const body = context.render(frontMatter.body, context.findImage, context.findDocument);
  const { name = '', role, image } = checked.fields;
  const author: AuthorProfile = {
    file: file.path,
    name: reader.text(name),
    role: role === undefined ? undefined : reader.text(role),
    image: image && reader.picture(image),
    html: body.html,
  };
  const problems = [
    ...own,
    ...valueFaults(frontMatter).map((fault) => ({ ...fault, file: file.path })),
    ...checked.problems,
    ...reader.problems,
    ...bodyProblems(body, frontMatter, file.path, { mayBeEmpty: true, mayMissImages }),
  ];
  const references = readReferences([], body, frontMatter);
  const missing = mayMissImages ? imageProblems(body, frontMatter, file.path) : [];
  const warnings = joinWarnings(reader.warnings, missing, bodyWarnings(body, frontMatter, file.path));
  const siteLinks = readSiteLinks(body, frontMatter, context.config.url);
  const known = { slug, problems, warnings, notes: fieldNotes(frontMatter, file.path), siteLinks, ...references };
  return problems.length === 0 ? { ...known, author } : known;
}
