import { slugify } from '../../text/slug.ts';
import { deriveHeadline } from '../headline.ts';
import type { ImportRecord } from '../record.ts';
import { cleanLine, cleanTitle } from '../text.ts';

/** The cleaned title, or the text's first words if there is none. */
export function titleOf(
  record: ImportRecord,
  restore: (text: string) => string,
): { title: string; isDerived: boolean } {
  const own = cleanTitle(record.title.slice(0, maxTitle * 4));
  const isUsable = own !== '' && slugify(own) !== '';
  const title = isUsable ? own : cleanTitle(deriveHeadline(cleanLine(openingOf(record))));
  const cut = title.length > maxTitle ? `${title.slice(0, maxTitle).replace(/\s+\S*$/, '')} …` : title;
  const whole = cut === '' ? own : cut;
  // The conversion restores all texts; here it matters for the address only.
  const isNamed = record.slug !== undefined && slugify(record.slug) !== '';
  return {
    title: isNamed ? whole : restore(whole),
    isDerived: !isUsable || cut !== title || record.isTitleDerived === true,
  };
}

/** Longer ones are not headlines, but texts in the wrong field. */
const maxTitle = 400;

/** The first words of a record, as plain text. */
export function openingOf({ body, lead }: ImportRecord): string {
  if (lead !== undefined && lead.trim() !== '') return lead;
  if (body.form === 'text') return body.paragraphs[0] ?? '';
  const words = body.text
    .slice(0, 5000)
    .replace(/<!--.*?-->|<[^>]*>|!?\[[^\]]*\]\([^)]*\)|[#>*_`]+/gs, ' ')
    .replace(/&(?:nbsp|zwnj|amp|lt|gt|quot|#\d+);/g, ' ');
  return words.trim().split(/\n\s*\n/)[0] ?? '';
}

/** Whether a record has nothing to show to readers. */
export function isWithoutBody({ body, lead, image, video, draft }: ImportRecord): boolean {
  if (draft !== undefined || image || video || (lead ?? '').trim() !== '') return false;
  return body.form === 'text' ? body.paragraphs.every((paragraph) => paragraph.trim() === '') : body.text.trim() === '';
}
