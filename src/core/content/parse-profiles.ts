import { authorFields, termFields } from './fields.ts';
import { withoutForeignFields } from './field-notes.ts';
import { checkFields } from './check-fields.ts';
import { createFieldReader } from './read-fields.ts';
import { parseFrontMatter } from './front-matter.ts';
import { readSlug } from './file-names.ts';
import { describeFile, describeUnread, type ParsedFile, slugOfPin } from './parsed-file.ts';
import type { ContentFile, ParseContext } from './context.ts';
import type { AuthorProfile, TermText } from '../site/site.ts';

/** An author, or the problems that prevent it. */
export interface ParsedAuthor extends ParsedFile {
  author?: AuthorProfile;
}

/** Parse a file of `content/authors`: front matter, with a short biography as the body. */
export function parseAuthor(file: ContentFile, context: ParseContext): ParsedAuthor {
  const named = readSlug(file.path, file.bundle);
  const parsed = parseFrontMatter(file.text);
  if ('problem' in parsed) return describeUnread(file.path, named, parsed.problem);
  const frontMatter = withoutForeignFields(parsed.frontMatter, Object.keys(authorFields.shape));
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
  const known = describeFile(file.path, frontMatter, body, context.config, {
    slug: named.slug,
    named: named.problems,
    fields: [...checked.problems, ...reader.problems],
    warnings: reader.warnings,
    mayBeEmpty: true,
  });
  return known.problems.length === 0 ? { ...known, author } : known;
}

/** What editors wrote about a section or tag, or the problems that prevent it. */
export interface ParsedTerm extends ParsedFile {
  term?: TermText;
}

/** Parse a file of `content/sections` or `content/tags`: front matter, with a description as the body. */
export function parseTerm(file: ContentFile, kind: TermText['kind'], context: ParseContext): ParsedTerm {
  const named = readSlug(file.path, file.bundle);
  const parsed = parseFrontMatter(file.text);
  if ('problem' in parsed) return describeUnread(file.path, named, parsed.problem);
  const frontMatter = withoutForeignFields(parsed.frontMatter, Object.keys(termFields.shape));
  const checked = checkFields(termFields, frontMatter, file.path);
  const reader = createFieldReader(file.path, frontMatter, context);
  const body = context.render(frontMatter.body, context.findImage, context.findDocument);
  const { title, lead, image } = checked.fields;
  const term: TermText = {
    file: file.path,
    kind,
    slug: named.slug,
    title: title === undefined ? undefined : reader.text(title),
    image: image && reader.picture(image),
    html: body.html,
    lead: lead === undefined ? undefined : { slug: slugOfPin(lead), ...frontMatter.placeOf(['lead']), field: 'lead' },
  };
  const known = describeFile(file.path, frontMatter, body, context.config, {
    slug: named.slug,
    named: named.problems,
    fields: [...checked.problems, ...reader.problems],
    warnings: reader.warnings,
    mayBeEmpty: true,
  });
  const all = { ...known, related: term.lead ? [term.lead] : [] };
  return known.problems.length === 0 ? { ...all, term } : all;
}
