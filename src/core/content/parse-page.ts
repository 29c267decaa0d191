import { pageFields } from './fields.ts';
import { withoutForeignFields } from './field-notes.ts';
import { dropControls } from '../text/control-characters.ts';
import { checkFields } from './check-fields.ts';
import { createFieldReader } from './read-fields.ts';
import { parseFrontMatter } from './front-matter.ts';
import { readSlug } from './file-names.ts';
import { describeFile, describeUnread, deviceProblems, type ParsedFile } from './parsed-file.ts';
import type { ContentFile, ParseContext } from './context.ts';
import { proseOf } from '../markdown/prose.ts';
import { isReservedSlug } from '../site/reserved-paths.ts';
import type { ReadPage } from '../site/site.ts';

/** A static page, or the problems that prevent it. */
export interface ParsedPage extends ParsedFile {
  page?: ReadPage;
}

/** Parse the file of a static page, such as «درباره ما». */
export function parsePage(file: ContentFile, context: ParseContext): ParsedPage {
  const named = readSlug(file.path, file.bundle);
  const { slug } = named;
  if (isReservedSlug(slug)) {
    named.problems.push({ id: 'page-reserved', file: file.path, line: 1, column: 1, values: { slug } });
  }
  const parsed = parseFrontMatter(file.text);
  if ('problem' in parsed) return describeUnread(file.path, named, parsed.problem);
  const frontMatter = withoutForeignFields(parsed.frontMatter, Object.keys(pageFields.shape));
  const checked = checkFields(pageFields, frontMatter, file.path);
  const body = context.render(frontMatter.body, context.findImage, context.findDocument);
  const { title = '', lead } = checked.fields;
  const text = (value: string): string => proseOf(dropControls(value));
  const reader = createFieldReader(file.path, frontMatter, context);
  const aliases = reader.aliases(checked.fields.aliases ?? []);
  const page = {
    slug,
    file: file.path,
    title: text(title),
    lead: lead && text(lead),
    html: body.html,
    ...(aliases.length > 0 && { aliases }),
  };
  const known = describeFile(file.path, frontMatter, body, context.config, {
    slug,
    named: [...named.problems, ...deviceProblems(slug, file.path)],
    fields: [...checked.problems, ...reader.problems],
    warnings: reader.warnings,
  });
  return known.problems.length === 0 ? { ...known, page } : known;
}
