import { escapeHtml } from '../reading/html-scan.ts';
import { type Fields, fieldsOf, listOf, textIn, valueOf } from '../reading/values.ts';
import { type ImportNote, note } from '../notes.ts';
import { cardHtml, cardMarkdown, type GhostBody, wrap } from './cards.ts';

/** Render a document of Ghost's editor since version 5. A document that is one markdown card stays markdown. */
export function readLexical(document: Fields): GhostBody {
  const notes: ImportNote[] = [];
  const blocks = childrenOf(fieldsOf(valueOf(document, 'root')) ?? {});
  const texts = blocks.filter((block) => typeOf(block) !== 'paragraph' || childrenOf(block).length > 0);
  const markdown = texts.length === 1 ? cardMarkdown(typeOf(texts[0]!), texts[0]!) : undefined;
  if (markdown !== undefined) return { body: { form: 'markdown', text: markdown }, notes };
  return { body: { form: 'html', text: blocks.map((block) => render(block, notes, 0)).join('') }, notes };
}

/** Format bits with their elements. Other bits affect only the appearance. */
const formats = [
  [1, 'strong'],
  [2, 'em'],
  [4, 's'],
  [8, 'u'],
  [16, 'code'],
  [32, 'sub'],
  [64, 'sup'],
  [128, 'mark'],
] as const;

// Real documents are far shallower.
const maxDepth = 100;

function render(node: Fields, notes: ImportNote[], depth: number): string {
  const type = typeOf(node);
  const inner = (): string => (depth > maxDepth ? '' : renderInner(node, notes, depth + 1));
  switch (type) {
    case 'text':
    case 'extended-text':
      return renderText(node);
    case 'linebreak':
      return '<br>';
    case 'tab':
      return ' ';
    case 'paragraph':
      return wrap('p', inner());
    case 'heading':
    case 'extended-heading':
      return wrap(/^h[1-6]$/.test(textIn(node, 'tag')) ? textIn(node, 'tag') : 'h2', inner());
    case 'quote':
    case 'extended-quote':
      return wrap('blockquote', inner());
    case 'aside':
      return wrap('blockquote', inner());
    case 'list':
      return renderList(node, notes, depth);
    case 'link':
    case 'autolink':
      return renderLink(textIn(node, 'url'), inner());
    case 'at-link':
    case 'zwnj':
      return '';
    default: {
      const card = cardHtml(type, node, notes);
      if (card !== undefined) return card;
      if (!containers.has(type)) notes.push(note('lost', 'A card is of an unknown kind; its text was kept.', type));
      return inner();
    }
  }
}

function renderInner(node: Fields, notes: ImportNote[], depth: number): string {
  return childrenOf(node)
    .map((child) => render(child, notes, depth))
    .join('');
}

/** Lexical puts a nested list into a separate item; in HTML it belongs to the preceding item. */
function renderList(node: Fields, notes: ImportNote[], depth: number): string {
  if (depth > maxDepth) return '';
  const tag = textIn(node, 'tag') === 'ol' || textIn(node, 'listType') === 'number' ? 'ol' : 'ul';
  const start = Number(valueOf(node, 'start') ?? 1);
  let items = '';
  let isOpen = false;
  for (const item of childrenOf(node)) {
    const inner = renderInner(item, notes, depth + 1);
    const isNested = isOpen && typeOf(childrenOf(item)[0] ?? {}) === 'list';
    if (isOpen && !isNested) items += '</li>';
    items += isNested ? inner : `<li>${inner}`;
    isOpen = true;
  }
  if (!isOpen) return '';
  const from = tag === 'ol' && Number.isInteger(start) && start > 1 ? ` start="${start}"` : '';
  return `<${tag}${from}>${items}</li></${tag}>`;
}

function renderText(node: Fields): string {
  const format = Number(valueOf(node, 'format') ?? 0);
  const tags = formats.filter(([bit]) => (format & bit) !== 0).map(([, tag]) => tag);
  const text = escapeHtml(textIn(node, 'text'));
  if (text === '') return '';
  return `${tags.map((tag) => `<${tag}>`).join('')}${text}${tags
    .toReversed()
    .map((tag) => `</${tag}>`)
    .join('')}`;
}

function renderLink(url: string, inner: string): string {
  return url === '' || inner === '' ? inner : `<a href="${escapeHtml(url)}">${inner}</a>`;
}

function typeOf(node: Fields): string {
  return textIn(node, 'type');
}

function childrenOf(node: Fields): Fields[] {
  return listOf(valueOf(node, 'children'))
    .map(fieldsOf)
    .filter((child) => child !== undefined);
}

const containers = new Set(['root', 'listitem', 'tk', '']);
