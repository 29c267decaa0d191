import { slugify } from '../../../text/slug.ts';
import { type BodyContext, report } from './body.ts';
import { codeRanges, createFinder } from './code.ts';
import { linkMarkdown, mediaHtml, pictureMarkdown, recordAddress } from './elements.ts';
import { findLinked, findNamed } from '../folder/find-files.ts';
import { nameOf, stemOf } from '../folder/site.ts';
import { hashtag } from '../folder/tag-lists.ts';
import { Rewriting, wholeLine } from './tags.ts';

/** Convert the extensions of Obsidian: links, embeds, comments, highlights, callouts, hashtags and block ids. */
export function convertObsidian(text: string, context: BodyContext): string {
  return convertCallouts(convertMarks(convertFootnotes(convertComments(text, context)), context), context);
}

/** Remove comments, `%%…%%`, and the queries of Dataview, whose results are in no file. */
function convertComments(text: string, context: BodyContext): string {
  const edits = new Rewriting();
  const isCode = createFinder(codeRanges(text));
  let start: number | undefined;
  for (const { index } of text.includes('%%') ? text.matchAll(/(?<![%\\])%%(?!%)/g) : []) {
    if (isCode(index)) continue;
    // «۵۰%%» is no comment.
    if (start === undefined && /\p{N}/u.test(text[index - 1] ?? '')) continue;
    if (start === undefined) {
      start = index;
      continue;
    }
    const line = wholeLine(text, start, index + 2);
    edits.replace(line.start, line.end, '');
    report(context, 'lost', 'A comment for editors was left out.', text.slice(start, index + 2));
    start = undefined;
  }
  const plain = edits.apply(text);
  const queries = new Rewriting();
  for (const { start: from, end } of codeRanges(plain)) {
    const [first = ''] = plain.slice(from, Math.min(end, from + 40)).split('\n', 1);
    if (!/^[ \t]*`{3,}(?:dataview|dataviewjs|tasks|query)[ \t]*$/.test(first)) continue;
    report(context, 'lost', 'A query whose results are in no file was left out.', plain.slice(from, end));
    queries.replace(from, Math.min(end + 1, plain.length), '');
  }
  return queries.apply(plain);
}

/** Move inline footnotes, `^[text]`, to the end of the text. */
function convertFootnotes(text: string): string {
  if (!text.includes('^[')) return text;
  const isCode = createFinder(codeRanges(text));
  const edits = new Rewriting();
  const notes: string[] = [];
  for (const { 0: written, 1: note = '', index } of text.matchAll(
    /(?<=[^\s[\\])\^\[((?:[^[\]\n]|\[\[[^[\]\n]{1,1000}\]\]){1,2000})\]/g,
  )) {
    if (isCode(index)) continue;
    notes.push(`[^inline-${notes.length + 1}]: ${note.trim()}`);
    edits.replace(index, index + written.length, `[^inline-${notes.length}]`);
  }
  return notes.length === 0 ? text : `${edits.apply(text).trimEnd()}\n\n${notes.join('\n\n')}\n`;
}

/** Convert inline notation. */
function convertMarks(text: string, context: BodyContext): string {
  const isCode = createFinder(codeRanges(text));
  const edits = new Rewriting();
  const signs = new RegExp(
    `!?\\[\\[([^[\\]\\n]{1,1000})\\]\\]|==(?=[^\\s=])([^=\\n]{1,1000}?)(?<=\\S)==(?!=)|(?:^|(?<![ \\t])[ \\t]+)\\^[A-Za-z0-9-]+[ \\t]*$|${hashtag.source}`,
    'gmu',
  );
  for (const match of text.matchAll(signs)) {
    const { 0: written, 1: link, 2: mark, 3: tag, index } = match;
    if (isCode(index)) continue;
    const end = index + written.length;
    if (link !== undefined)
      edits.replace(index, end, written.startsWith('!') ? embed(link, context) : wikiLink(link, context));
    else if (mark !== undefined) edits.replace(index, end, `<mark>${mark}</mark>`);
    else if (tag !== undefined) edits.replace(index, end, tag.replaceAll('_', ' '));
    else edits.replace(index, end, '');
  }
  return edits.apply(text);
}

function parts(link: string): { target: string; heading: string; shown: string | undefined } {
  const bar = link.search(/\\?\|/);
  const whole = (bar === -1 ? link : link.slice(0, bar)).trim();
  const shown =
    bar === -1
      ? undefined
      : link
          .slice(bar)
          .replace(/^\\?\|/, '')
          .trim();
  const [target = '', ...headings] = whole.split('#');
  return { target: target.trim(), heading: (headings.at(-1) ?? '').trim(), shown: shown === '' ? undefined : shown };
}

/** Write `[[note#heading|text]]` as a link to the file, or as its text if there is none. */
function wikiLink(link: string, context: BodyContext): string {
  const { target, heading, shown } = parts(link);
  const isBlock = heading.startsWith('^');
  const text =
    shown ??
    ([target === '' ? '' : nameOf(target), isBlock ? '' : heading].filter((part) => part !== '').join(' > ') || link);
  const fragment = isBlock || heading === '' ? '' : slugify(heading);
  if (target === '') return fragment === '' ? text : linkMarkdown(text, `#${fragment}`);
  const path = fileOf(target, context);
  if (path !== undefined) return linkMarkdown(text, recordAddress(path, fragment));
  const file = fileNamed(target, context);
  if (file !== undefined) return linkMarkdown(text, file);
  report(context, 'look', 'A link to a note that does not exist became its text.', `[[${link}]]`);
  return text;
}

function fileOf(target: string, { site, path }: BodyContext): string | undefined {
  return findLinked(site, path, target.replace(/#.*/, ''))?.path ?? findNamed(site, path, target);
}

/** Return a target that names a file other than a note; `undefined` if there is none. */
function fileNamed(target: string, { site }: BodyContext): string | undefined {
  return /\.[a-z0-9]{2,4}$/i.test(target) && site.named(nameOf(target)).length > 0 ? target : undefined;
}

/** Write `![[picture.png|300]]` as a picture, and embedded notes as links to them. */
function embed(link: string, context: BodyContext): string {
  const { target, heading, shown } = parts(link);
  const texts = (shown ?? '')
    .split('|')
    .map((part) => part.trim())
    .filter((part) => !/^\d*(?:x\d+)?$/.test(part));
  if (/\.(?:png|jpe?g|gif|webp|avif|svg|bmp|tiff?)$/i.test(target))
    return pictureMarkdown({ src: target, alt: texts.join(' ') });
  if (/\.(?:mp4|webm|ogv|mov|mkv)$/i.test(target)) return mediaHtml('video', target);
  if (/\.(?:mp3|wav|m4a|ogg|3gp|flac)$/i.test(target)) return mediaHtml('audio', target);
  if (/\.(?:pdf|docx?|xlsx?|zip)$/i.test(target)) return linkMarkdown(texts.join(' ') || stemOf(target), target);
  report(context, 'changed', 'An embedded note became a link to it.', `![[${link}]]`);
  return wikiLink(
    [target, heading].filter((part) => part !== '').join('#') + (texts.length > 0 ? `|${texts.join(' ')}` : ''),
    context,
  );
}

/** Write the title of a callout, `> [!note]- Title`, as a line in bold. */
export function convertCallouts(text: string, context: BodyContext): string {
  if (!text.includes('[!')) return text;
  const isCode = createFinder(codeRanges(text));
  return text.replace(
    /^((?:[ \t]*>)+[ \t]*)\[!([\w-]{1,30})(?:\|[^\]\n]{0,60})?\][+-]?[ \t]*(.*)$/gm,
    (written, quote: string, kind: string, title: string, at: number) => {
      if (isCode(at)) return written;
      report(context, 'changed', 'A callout became a quotation.', kind);
      return title === '' ? quote.trimEnd() : `${quote}**${title.trim()}**\n${quote.trimEnd()}`;
    },
  );
}
