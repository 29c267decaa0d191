import { cutElements, cutParts, type HtmlTag, hasTags, scanHtml } from '../reading/html-scan.ts';
import { parseValue } from '../reading/json-text.ts';
import { type Fields, fieldsOf, textIn } from '../reading/values.ts';
import { type ImportNote, note } from '../notes.ts';
import type { ImportedBody } from '../record.ts';
import { cleanParagraphs } from '../text.ts';
import type { GhostBody } from './cards.ts';
import { readLexical } from './lexical.ts';
import { readMobiledoc } from './mobiledoc.ts';

/**
 * Read the text of a post: the HTML rendered by Ghost, or else its document (Lexical since 5, Mobiledoc since 1,
 * markdown before), or else its plain text.
 */
export function readBody(post: Fields): GhostBody {
  const { body, notes } = chooseBody(post);
  return finish(body, notes, textIn(post, 'visibility'));
}

function chooseBody(post: Fields): GhostBody {
  const html = textIn(post, 'html');
  if (html.trim() !== '') return { body: { form: 'html', text: html }, notes: [] };
  const lexical = fieldsOf(parseValue(textIn(post, 'lexical')));
  if (lexical) return withText(readLexical(lexical), post);
  const mobiledoc = fieldsOf(parseValue(textIn(post, 'mobiledoc')));
  if (mobiledoc) return withText(readMobiledoc(mobiledoc), post);
  const markdown = textIn(post, 'markdown');
  if (markdown.trim() !== '') return { body: { form: 'markdown', text: markdown }, notes: [] };
  return { body: { form: 'text', paragraphs: cleanParagraphs(textIn(post, 'plaintext')) }, notes: [] };
}

function withText({ body, notes }: GhostBody, post: Fields): GhostBody {
  if (body.form === 'text' || body.text.trim() !== '') return { body, notes };
  return { body: { form: 'text', paragraphs: cleanParagraphs(textIn(post, 'plaintext')) }, notes };
}

/**
 * Turn the site's own addresses into paths, and remove the marks that begin the members-only part. Public posts have no
 * such part, even with a mark.
 */
function finish(body: ImportedBody, notes: readonly ImportNote[], visibility: string): GhostBody {
  if (body.form === 'text') return { body, notes };
  const text = cutElements(body.text.replaceAll('__GHOST_URL__', ''), isFurniture);
  const marks: [number, number][] = [];
  if (hasTags(text) || text.includes('<!--')) {
    scanHtml(text, {
      onComment(comment, start, end) {
        if (comment.trim() === 'members-only') marks.push([start, end]);
      },
    });
  }
  if (marks.length === 0 || visibility === '' || visibility === 'public')
    return { body: { ...body, text: cutParts(text, marks) }, notes };
  const cut = note('look', 'A part of the text was for members only.');
  return { body: { ...body, text: cutParts(text, marks) }, notes: [...notes, cut] };
}

/** Return whether an element of a rendered card has no words of the author: controls of players, sizes of files. */
function isFurniture({ attributes }: HtmlTag): boolean {
  return (attributes.get('class') ?? '').split(/\s+/).some((name) => furniture.has(name));
}

const furniture = new Set([
  'kg-audio-player',
  'kg-video-overlay',
  'kg-video-player-container',
  'kg-file-card-metadata',
  'kg-callout-emoji',
  'kg-product-card-rating',
]);
