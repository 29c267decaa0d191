import { hasTags, restoreTags } from '../reading/html-scan.ts';
import { fieldsOf, textOf, valueOf } from '../reading/values.ts';
import type { ImportedBody, ImportFault } from '../record.ts';
import { cleanParagraphs } from '../text.ts';
import { type Collected, quoteJson } from './fields.ts';

/**
 * Read the text of a record. The form is given by the field's name (`content_html`) or by `format`, or guessed: HTML if
 * it has tags, markdown if it has marks that are rare in plain text, otherwise plain text.
 */
export function bodyOf(found: Collected, faults: ImportFault[]): ImportedBody {
  for (const form of forms) {
    const value = found.get(`body:${form}`);
    if (typeof value === 'string' && value.trim() !== '') return inForm(value, form);
  }
  const value = found.get('body') ?? '';
  const inner = fieldsOf(value);
  for (const form of inner ? forms : []) {
    const text = textOf(valueOf(inner, form));
    if (text !== '') return inForm(text, form);
  }
  if (typeof value === 'string') return inForm(value, formIn(found) ?? formOf(restoreTags(value)));
  const fix = 'Put the body between quotation marks.';
  faults.push({ field: 'body', expected: 'a text', found: quoteJson(value), fix });
  return { form: 'text', paragraphs: [] };
}

/**
 * Guess the form of a text.
 *
 * @example formOf('## میان‌تیتر\n\n- یک\n- دو') // 'markdown'
 */
export function formOf(text: string): ImportedBody['form'] {
  const signs = markdownSigns.filter((sign) => sign.test(text)).length;
  const isMarkdown = signs > 1 || sureMarkdown.test(text);
  if (!hasTags(text)) return isMarkdown ? 'markdown' : 'text';
  return isMarkdown && /^[^<\s]/m.test(text) ? 'markdown' : 'html';
}

function inForm(text: string, form: ImportedBody['form']): ImportedBody {
  if (form === 'text') return { form, paragraphs: cleanParagraphs(text) };
  return { form, text: form === 'html' ? markLines(restoreTags(text)) : text };
}

/**
 * Make paragraphs of the lines of HTML without block elements: many systems store plain text with a few inline tags.
 */
function markLines(html: string): string {
  if (blocks.test(html) || !/\n/.test(html.trim())) return html;
  const lines = html.trim().split(/\r\n?|\n/);
  const hasBlank = lines.some((line) => line.trim() === '');
  const paragraphs = hasBlank ? html.trim().split(/(?:\r\n?|\n)[^\S\n]*(?:\r\n?|\n)\s*/) : lines;
  return paragraphs.map((paragraph) => `<p>${paragraph}</p>`).join('\n\n');
}

const blocks = /<(?:p|br|div|h[1-6]|ul|ol|li|table|tr|blockquote|pre|figure|section|article|dl)\b/i;

function formIn(found: Collected): ImportedBody['form'] | undefined {
  const format = textOf(found.get('format')).trim().toLowerCase();
  if (format.includes('html')) return 'html';
  if (format.includes('markdown') || format === 'md') return 'markdown';
  return format === 'text' || format === 'plain' || format === 'text/plain' ? 'text' : undefined;
}

const forms = ['html', 'markdown', 'text'] as const;
const sureMarkdown = /!?\[[^\][\n]{0,300}\]\((?:https?:\/\/|\/)[^)\s]{0,2000}\)|^```/m;
const markdownSigns = [
  /^#{1,6} \S/m,
  /^[-*+] \S[^\n]*\n[-*+] \S/m,
  /^\d{1,3}\. \S[^\n]*\n\d{1,3}\. \S/m,
  /^> \S/m,
  /\*\*[^\s*][^*\n]{0,300}\*\*/,
  /^\|[^\n]*\|\n\|[ :|-]+\|/m,
];
