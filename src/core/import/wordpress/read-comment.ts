import { decodeReferences } from '../../front-matter/foreign-texts.ts';
import type { ImportedComment } from '../record.ts';
import { childOf, textOf, type XmlElement } from '../xml/read-xml.ts';
import { cleanHtml } from './archive.ts';
import { dateOf } from './dates.ts';

/** Read a `<wp:comment>`; empty unless it is an approved comment of a person. Its e-mail and IP are not read. */
export function readComment(comment: XmlElement): ImportedComment[] {
  const child = (name: string): string => textOf(childOf(comment, name)).trim();
  const type = child('wp:comment_type');
  const date = dateOf(child('wp:comment_date_gmt'), child('wp:comment_date'));
  if (child('wp:comment_approved') !== '1' || (type !== '' && type !== 'comment') || !date) return [];
  const text = decodeReferences(
    child('wp:comment_content')
      .replace(/<br\s*\/?>/gi, '\n')
      .replace(/<\/p>\s*/gi, '\n\n')
      .replace(/<[^<>]*>/g, ''),
  );
  if (text.trim() === '') return [];
  const parent = child('wp:comment_parent');
  return [
    {
      id: child('wp:comment_id'),
      parent: parent === '' || parent === '0' ? undefined : parent,
      date,
      name: cleanHtml(child('wp:comment_author')),
      text,
      isStaff: Number(child('wp:comment_user_id')) > 0,
    },
  ];
}
