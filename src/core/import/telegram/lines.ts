import { escapeHtml } from '../reading/html-scan.ts';
import { fieldsOf, listOf, textIn, textOf } from '../reading/values.ts';

/** A piece of text in one format. */
export interface Run {
  /** Telegram's name of the format, as in `bold`; `plain` for none. */
  type: string;
  text: string;
  /** Address of a link, or language of code. */
  extra: string;
}

/** A line of a message. A code block counts as one line. */
export interface Line {
  runs: readonly Run[];
  /** Text of all runs, trimmed. */
  text: string;
}

/** Split a text, or the list of texts and entities that formatted messages have, into lines. */
export function linesOf(value: unknown): Line[] {
  const runs = typeof value === 'string' ? [plain(value)] : listOf(value).map(runOf);
  const lines: Run[][] = [[]];
  for (const run of runs) {
    if (run.type === 'pre') {
      lines.push([run], []);
      continue;
    }
    for (const [index, text] of run.text.split('\n').entries()) {
      if (index > 0) lines.push([]);
      if (text !== '') lines.at(-1)!.push({ ...run, text });
    }
  }
  return lines.map(toLine);
}

/** Make a line of runs. */
export function toLine(runs: readonly Run[]): Line {
  return {
    runs,
    text: runs
      .map(({ text }) => text)
      .join('')
      .trim(),
  };
}

/** Render lines as HTML: blank lines separate paragraphs. */
export function renderLines(lines: readonly Line[]): string {
  const blocks: { kind: string; lines: Line[] }[] = [];
  let isOpen = false;
  for (const line of lines) {
    const kind = kindOf(line);
    const last = blocks.at(-1);
    if (line.text === '') isOpen = false;
    else if (isOpen && last?.kind === kind && kind !== 'pre') last.lines.push(line);
    else blocks.push({ kind, lines: [line] });
    if (line.text !== '') isOpen = true;
  }
  return blocks.map(renderBlock).join('\n');
}

/** Tags of a message: its hashtags, with spaces. */
export function hashtagsOf(lines: readonly Line[]): string[] {
  const tags = lines.flatMap(({ runs }) => runs.filter(({ type }) => type === 'hashtag'));
  return [...new Set(tags.map(({ text }) => wordsOfHashtag(text)))].filter((tag) => tag !== '');
}

/** Return whether a line consists of hashtags. */
export function isHashtagLine(line: Line): boolean {
  if (line.text === '' || !line.runs.some(({ type }) => type === 'hashtag')) return false;
  return line.runs.every(({ type, text }) => type === 'hashtag' || !/[\p{L}\p{N}]/u.test(text));
}

function runOf(value: unknown): Run {
  const entity = fieldsOf(value);
  if (!entity) return plain(textOf(value));
  const type = textIn(entity, 'type');
  const extra = type === 'pre' ? textIn(entity, 'language') : textIn(entity, 'href');
  return { type: type === '' ? 'plain' : type, text: textIn(entity, 'text'), extra };
}

function plain(text: string): Run {
  return { type: 'plain', text, extra: '' };
}

function kindOf({ runs }: Line): string {
  if (runs[0]?.type === 'pre') return 'pre';
  return runs.length > 0 && runs.every(({ type, text }) => type === 'blockquote' || text.trim() === '')
    ? 'quote'
    : 'text';
}

function renderBlock({ kind, lines }: { kind: string; lines: readonly Line[] }): string {
  if (kind === 'pre') {
    const { text, extra } = lines[0]!.runs[0]!;
    const language = extra.replace(/[^\w+#-]/g, '');
    // Without a language it may be a poem, whose lines the conversion keeps.
    if (language === '') return `<pre>${escapeHtml(text)}</pre>`;
    return `<pre><code class="language-${language}">${escapeHtml(text)}</code></pre>`;
  }
  const html = lines.map(({ runs }) => runs.map(renderRun).join('').trim()).join('<br>\n');
  return kind === 'quote' ? `<blockquote><p>${html}</p></blockquote>` : `<p>${html}</p>`;
}

function renderRun({ type, text, extra }: Run): string {
  const html = escapeHtml(text);
  const tag = Object.hasOwn(tags, type) ? tags[type] : undefined;
  if (tag !== undefined) return `<${tag}>${html}</${tag}>`;
  if (type === 'text_link') return linkTo(extra, html);
  if (type === 'link') return linkTo(/^[a-z][a-z\d+.-]*:/i.test(text) ? text : `https://${text}`, html);
  if (type === 'mention') return linkTo(`https://t.me/${text.replace(/^@/, '')}`, html);
  if (type === 'hashtag') return escapeHtml(wordsOfHashtag(text));
  return html;
}

/** Write a link; its text alone if the address is not of the web. */
export function linkTo(address: string, html: string): string {
  const url = URL.parse(address.trim());
  return url && /^https?:$/.test(url.protocol) ? `<a href="${escapeHtml(address.trim())}">${html}</a>` : html;
}

function wordsOfHashtag(text: string): string {
  return text.replace(/^#/, '').replaceAll('_', ' ').replace(/\s+/g, ' ').trim();
}

const tags: Readonly<Record<string, string>> = {
  bold: 'strong',
  italic: 'em',
  underline: 'u',
  strikethrough: 's',
  code: 'code',
};
