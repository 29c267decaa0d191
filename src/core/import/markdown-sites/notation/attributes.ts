import { slugify } from '../../../text/slug.ts';
import { codeRanges, createFinder } from './code.ts';
import { type BodyContext, report } from './body.ts';
import { Rewriting, wholeLine } from './tags.ts';

/**
 * Remove the extensions of kramdown (Jekyll) and goldmark (Hugo): attribute lists of blocks, headings, links and
 * pictures, tables of contents, abbreviations, comments and options. Links to headings get the ids that headings have
 * here. Code is left alone. Takes linear time.
 */
export function dropAttributes(written: string, context: BodyContext): string {
  const isKramdown = context.site.system === 'Jekyll';
  const text = isKramdown ? dropComments(written) : written;
  if (!/\{[:#.a-z]|^[ \t]*\*\[|markdown=|^\[toc\]/im.test(text)) return text;
  const isCode = createFinder(codeRanges(text));
  const ids = new Map<string, string>();
  const kept: string[] = [];
  let offset = 0;
  for (const line of text.split('\n')) {
    const at = offset;
    offset += line.length + 1;
    const isLong = line.length > maxLine;
    if (isLong || isCode(at) || !/[{[]|markdown=/.test(line)) kept.push(line);
    else convertLine(line, at);
  }
  const converted = kept.join('\n');
  return ids.size === 0
    ? converted
    : converted.replace(/\]\(#([^\s()]{1,200})\)/g, (link, id: string) => (ids.has(id) ? `](#${ids.get(id)!})` : link));

  function convertLine(line: string, at: number): void {
    const isShort = line.length <= maxShort;
    if (isShort && isKramdown && /^[ \t>]*\{:(?:toc\b|[^}]*\btoc\b)[^}]*\}\s*$/i.test(line)) {
      // The list item above is only the placeholder of the table of contents.
      if (/^[ \t>]*(?:[*+-]|\d+\.)[ \t]+\S/.test(kept.at(-1) ?? '')) kept.pop();
      return;
    }
    if (/^[ \t]*\[toc\]\s*$/i.test(line)) return;
    if (isShort && isKramdown && /^[ \t>]*\{::?[^}]*\}\s*$/.test(line)) return;
    if (isShort && !isKramdown && /^[ \t>]*\{[ \t]*(?:[.#][\w-][^{}]*|[a-z][\w-]*=[^{}]*)\}\s*$/.test(line)) return;
    const [, short, long] = /^[ \t]{0,3}\*\[([^\]]+)\]:\s*(.*)$/.exec(line) ?? [];
    if (short !== undefined) {
      report(context, 'lost', 'The explanation of an abbreviation was left out.', `${short}: ${long ?? ''}`);
      return;
    }
    kept.push(convertParts(line, at));
  }

  function convertParts(line: string, at: number): string {
    const isShort = line.length <= maxShort;
    const [, heading = '', id] = (isShort ? headingId.exec(line) : undefined) ?? [];
    if (id !== undefined) {
      ids.set(id, slugify(heading.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')));
      return heading;
    }
    const isHeading = isShort && /^[ \t]{0,3}#{1,6}[ \t]/.test(line);
    const signs = isKramdown
      ? /(?<=[)*_`>\]\p{L}\p{N}]|#)\{:[^{}\n]*\}|\{::?(?:nomarkdown|comment|options)[^{}]*\/?\}|\{:\/[a-z]*\}/gu
      : isHeading
        ? /[ \t]*\{[ \t]*[.#][^{}\n]*\}[ \t]*$/g
        : /(?!)/g;
    const plain = line.replace(signs, (written, index: number) => (isCode(at + index) ? written : ''));
    const inHeading = isHeading ? plain.replace(/[ \t]*\{:?[ \t]*[.#][\w-][^{}\n]*\}[ \t]*$/, '') : plain;
    return isKramdown && isShort ? openMarkdown(inHeading) : inHeading;
  }
}

/** Remove kramdown's comments, `{::comment}…{:/comment}`, which the site did not show; one without an end is only its tag. */
function dropComments(text: string): string {
  if (!text.includes('{::comment')) return text;
  const isCode = createFinder(codeRanges(text));
  const edits = new Rewriting();
  let start: number | undefined;
  for (const { 0: sign, index } of text.matchAll(/\{::comment[^{}\n]*\}|\{:\/(?:comment)?\}/g)) {
    if (isCode(index)) continue;
    const end = index + sign.length;
    if (sign.startsWith('{::')) {
      if (sign.endsWith('/}')) edits.replace(index, end, '');
      else start ??= index;
    } else if (start !== undefined) {
      const line = wholeLine(text, start, end);
      edits.replace(line.start, line.end, '');
      start = undefined;
    }
  }
  return edits.apply(text);
}

/** A heading with an id: `## Heading {#id .class}`. */
const headingId = /^([ \t]{0,3}#{1,6}[ \t].*?)[ \t]*\{:?[ \t]*(?:[^{}#]*?[ \t])?#([^\s{}]+)[^{}]*\}[ \t]*#*[ \t]*$/u;

// Attribute lists are not looked for on longer lines; those of blocks and headings only on short ones.
const maxLine = 20_000;
const maxShort = 1000;

/** Remove `markdown="1"`, and add the blank lines without which text in a block of HTML is not markdown. */
function openMarkdown(line: string): string {
  if (!/\smarkdown=/.test(line)) return line;
  const plain = line.replace(/(<[a-z][^<>]*?)\s+markdown=(?:"[^"]*"|'[^']*'|\w+)/gi, '$1');
  return plain
    .replace(
      /^(\s*<(?:div|section|article|aside|figure|details|main|blockquote|center|td|li)\b[^<>]*>)(?=\s*$)/i,
      '$1\n',
    )
    .replace(/^(\s*<(?:div|section|article|aside|center)\b[^<>]*>)[ \t]*(\S.*)$/i, '$1\n\n$2')
    .replace(/(\S)[ \t]*(<\/(?:div|section|article|aside|center)>\s*)$/i, '$1\n\n$2');
}

/** Turn the definition lists of kramdown and goldmark into HTML: a term, and lines that begin with a colon. */
export function convertDefinitions(text: string): string {
  if (!/^:[ \t]+\S/m.test(text)) return text;
  const isCode = createFinder(codeRanges(text));
  const lines = text.split('\n');
  const kept: string[] = [];
  let [offset, isOpen, isText] = [0, false, false];
  const close = (): void => {
    if (isOpen) kept.push(...(kept.at(-1) === '' ? [] : ['']), '</dd>', '</dl>', '');
    [isOpen, isText] = [false, false];
  };
  for (const [index, line] of lines.entries()) {
    const at = offset;
    offset += line.length + 1;
    const definition = isCode(at) ? undefined : /^:[ \t]+(\S.*)$/.exec(line)?.[1];
    if (definition !== undefined) {
      if (isOpen && !isText) kept.push(...(kept.at(-1) === '' ? [] : ['']), '</dd>', '<dd>', '', definition);
      else {
        const blank = kept.at(-1) === '' ? kept.pop() : undefined;
        const term = kept.at(-1);
        if (term === undefined || term === '' || /^(?:[#>|<*+-]|\d+\.|```|~~~)/.test(term)) {
          if (blank !== undefined) kept.push(blank);
          kept.push(line);
          continue;
        }
        kept.pop();
        if (isOpen) kept.push(...(kept.at(-1) === '' ? [] : ['']), '</dd>');
        else kept.push('<dl>');
        kept.push('<dt>', '', term, '', '</dt>', '<dd>', '', definition);
        [isOpen, isText] = [true, false];
      }
    } else if (!isOpen) kept.push(line);
    else if (line === '') kept.push(line);
    else if (/^[ \t]/.test(line)) kept.push(line.replace(/^(?: {1,4}|\t)/, ''));
    else if (kept.at(-1) !== '') kept.push(line);
    else if (/^:[ \t]/.test(lines[index + 1] ?? '')) {
      kept.push(line);
      isText = true;
    } else {
      close();
      kept.push(line);
    }
  }
  close();
  return kept.join('\n');
}
