import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { escapeMarkdown } from '../../core/import/escape-markdown.ts';
import type { ImportedAuthor } from '../../core/import/record.ts';
import { cleanLine, cleanParagraphs } from '../../core/import/text.ts';
import { foldKey } from '../../core/text/persian.ts';
import { cutSlug, isDeviceName, slugify } from '../../core/text/slug.ts';
import { findMedia, type MediaSetup } from './media/media.ts';
import { writeWhole } from './write-files.ts';

/**
 * Write the files of authors who have articles and no file yet, and return their number. Existing files, which editors
 * may have changed, stay as they are.
 *
 * @param used Names of authors with published articles.
 * @param known Names that have a file, folded.
 */
export function writeAuthors(
  authors: readonly ImportedAuthor[],
  used: ReadonlySet<string>,
  known: ReadonlySet<string>,
  media: MediaSetup,
): number {
  const names = new Set([...used].map(foldKey));
  const done = new Set(known);
  let count = 0;
  for (const author of authors) {
    const name = cleanLine(author.name);
    const slug = cutSlug(slugify(name), 120);
    if (slug === '' || isDeviceName(slug) || name.includes('@') || !names.has(foldKey(name)) || done.has(foldKey(name)))
      continue;
    const file = join(media.content, 'authors', `${slug}.md`);
    if (existsSync(file)) continue;
    done.add(foldKey(name));
    count += 1;
    if (media.copies) writeWhole(file, formatAuthor(name, author, media));
  }
  return count;
}

function formatAuthor(name: string, { role, bio, image }: ImportedAuthor, media: MediaSetup): string {
  const found = image && findMedia(image.src, [], media);
  const fields = {
    name,
    ...(cleanLine(role ?? '') !== '' && { role: cleanLine(role!) }),
    ...(found && 'path' in found && { image: { src: `../${found.path}`, alt: cleanLine(image?.alt ?? '') || name } }),
  };
  const body = cleanParagraphs(bio ?? '')
    .map(escapeMarkdown)
    .join('\n\n');
  return `---\n${stringify(fields, { version: '1.1', lineWidth: 0 })}---\n${body === '' ? '' : `\n${body}\n`}`;
}
