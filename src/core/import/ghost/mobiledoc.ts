import { escapeHtml } from '../reading/html-scan.ts';
import { type Fields, fieldsOf, listOf, textOf, valueOf } from '../reading/values.ts';
import { type ImportNote, note } from '../notes.ts';
import { cardHtml, cardMarkdown, type GhostBody, wrap } from './cards.ts';

/**
 * Render a document of Ghost's editor from version 1 to 5 (Mobiledoc 0.3): sections of `[1, tag, markers]`,
 * `[2, src]`, `[3, tag, items]` and `[10, card]`. A document that is one markdown card stays markdown.
 */
export function readMobiledoc(document: Fields): GhostBody {
  const notes: ImportNote[] = [];
  const sections = listOf(valueOf(document, 'sections')).map(listOf);
  const cards = listOf(valueOf(document, 'cards')).map(listOf);
  const texts = sections.filter(([kind, , markers]) => kind !== 1 || listOf(markers).length > 0);
  const [name, payload] = texts.length === 1 && texts[0]![0] === 10 ? (cards[Number(texts[0]![1])] ?? []) : [];
  const markdown = cardMarkdown(textOf(name), fieldsOf(payload) ?? {});
  if (markdown !== undefined) return { body: { form: 'markdown', text: markdown }, notes };

  const markups = listOf(valueOf(document, 'markups')).map(listOf);
  const atoms = listOf(valueOf(document, 'atoms')).map(listOf);
  const inline = (markers: unknown): string => renderMarkers(markers, markups, atoms);
  const html = sections.map((section) => {
    const [kind, value, content] = section;
    if (kind === 1) return wrap(blockTag(textOf(value)), inline(content));
    if (kind === 2) return textOf(value) === '' ? '' : `<img src="${escapeHtml(textOf(value))}" alt="">`;
    if (kind === 3) {
      const items = listOf(content).map((item) => `<li>${inline(item)}</li>`);
      return wrap(textOf(value) === 'ol' ? 'ol' : 'ul', items.join(''));
    }
    if (kind !== 10) return '';
    const [cardName, cardPayload] = cards[Number(value)] ?? [];
    const card = cardHtml(textOf(cardName), fieldsOf(cardPayload) ?? {}, notes);
    if (card === undefined) notes.push(note('lost', 'A card of an unknown kind is left out.', textOf(cardName)));
    return card ?? '';
  });
  return { body: { form: 'html', text: html.join('') }, notes };
}

/** Render markers of `[kind, opened markups, number of closed markups, text or atom]`. */
function renderMarkers(markers: unknown, markups: Rows, atoms: Rows): string {
  const open: string[] = [];
  let html = '';
  for (const [kind, opened, closed, value] of listOf(markers).map(listOf)) {
    for (const index of listOf(opened)) {
      const [tag, attributes] = markups[Number(index)] ?? [];
      const name = inlineTags.has(textOf(tag)) ? textOf(tag) : 'span';
      open.push(name);
      html += `<${name}${name === 'a' ? hrefOf(listOf(attributes)) : ''}>`;
    }
    const [atom, text] = kind === 1 ? (atoms[Number(value)] ?? []) : ['', value];
    html += textOf(atom) === 'soft-return' ? '<br>' : escapeHtml(textOf(text));
    for (let count = Number(closed) || 0; count > 0 && open.length > 0; count--) html += `</${open.pop()!}>`;
  }
  return (
    html +
    open
      .toReversed()
      .map((tag) => `</${tag}>`)
      .join('')
  );
}

/** Attributes are a flat list of alternating names and values. */
function hrefOf(attributes: readonly unknown[]): string {
  const index = attributes.findIndex((name, position) => position % 2 === 0 && name === 'href');
  return index === -1 ? '' : ` href="${escapeHtml(textOf(attributes[index + 1]))}"`;
}

function blockTag(tag: string): string {
  if (tag === 'pull-quote' || tag === 'aside') return 'blockquote';
  return blockTags.has(tag) ? tag : 'p';
}

type Rows = readonly (readonly unknown[])[];

const blockTags = new Set(['p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'blockquote']);
const inlineTags = new Set(['a', 'strong', 'b', 'em', 'i', 'code', 's', 'u', 'sub', 'sup', 'del', 'mark']);
