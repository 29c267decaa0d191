import type { References, SiteLink } from '../article.ts';
import { pageFields } from './fields.ts';
import { bodyProblems, bodyWarnings, imageProblems } from './body-problems.ts';
import { fieldNotes, withoutForeignFields } from './field-notes.ts';
import { valueFaults } from './value-faults.ts';
import { dropControls } from '../text/control-characters.ts';
import { checkFields } from './check-fields.ts';
import { parseFrontMatter } from './front-matter.ts';
import { readSlug } from './file-names.ts';
import { deviceProblems, joinWarnings, readReferences } from './parse-article.ts';
import { readSiteLinks } from './site-links.ts';
import { type ParseContext } from './context.ts';
import { type ContentFile } from './context.ts';
import { proseOf } from '../markdown/prose.ts';
import type { Problem } from '../problems/problem.ts';
import { isReservedSlug } from '../site/reserved-paths.ts';
import type { StaticPage } from '../site/site.ts';

/** A static page, or the problems that prevent it. */
export interface ParsedPage extends References {
  slug: string;
  page?: Omit<StaticPage, 'url'>;
  problems: Problem[];
  /** Content that can be published, but not as intended. */
  warnings?: Problem[] | undefined;
  /** Links to the site itself, to be checked when all files have been read. */
  siteLinks?: readonly SiteLink[] | undefined;
  /** Notes on field names of other generators. */
  notes?: Problem[] | undefined;
}

/** Parse the file of a static page, such as «درباره ما». */
export function parsePage(file: ContentFile, context: ParseContext): ParsedPage {
  const { slug, problems: own } = readSlug(file.path, file.bundle);
  if (isReservedSlug(slug)) {
    own.push({ id: 'page-reserved', file: file.path, line: 1, column: 1, values: { slug } });
  }
  const parsed = parseFrontMatter(file.text);
  if ('problem' in parsed) {
    return { slug, problems: [...own, { ...parsed.problem, file: file.path }], links: [], related: [] };
  }
  const frontMatter = withoutForeignFields(parsed.frontMatter, Object.keys(pageFields.shape));
  const checked = checkFields(pageFields, frontMatter, file.path);
  const body = context.render(frontMatter.body, context.findImage, context.findDocument);
  const mayMissImages = context.config.images?.missing === 'warn';
  const problems = [
    ...own,
    ...deviceProblems(slug, file.path),
    ...valueFaults(frontMatter).map((fault) => ({ ...fault, file: file.path })),
    ...checked.problems,
    ...bodyProblems(body, frontMatter, file.path, { mayMissImages }),
  ];
  const { title = '', lead } = checked.fields;
  const text = (value: string): string => proseOf(dropControls(value));
  const page = { slug, file: file.path, title: text(title), lead: lead && text(lead), html: body.html };
  const references = readReferences([], body, frontMatter);
  const missing = mayMissImages ? imageProblems(body, frontMatter, file.path) : [];
  const warnings = joinWarnings(missing, bodyWarnings(body, frontMatter, file.path));
  const siteLinks = readSiteLinks(body, frontMatter, context.config.url);
  const known = { slug, problems, warnings, notes: fieldNotes(frontMatter, file.path), siteLinks, ...references };
  return problems.length === 0 ? { ...known, page } : known;
}
