import { type BodyContext, report } from './body.ts';
import { codeRanges, createFinder } from './code.ts';
import { mediaHtml, pictureMarkdown, playerHtml, videoId } from './elements.ts';
import { readArguments, Rewriting, wholeLine } from './tags.ts';

/**
 * Convert MDX: imports and comments are removed; pictures, players, and the inner text of other components are kept.
 */
export function convertMdx(text: string, context: BodyContext): string {
  const isCode = createFinder(codeRanges(text));
  const imports = new Map<string, string>();
  const edits = new Rewriting();
  const signs =
    /^(?:import[ \t][^\n]*|export[ \t]+(?:const|let|default|function)[^\n]*)$|\{\/\*(?:(?!\{\/\*)[^])*?\*\/\}|^\{[ \t]*\n(?:(?!\}).*\n){1,100}?\}[ \t]*$|<\/?>|<(\/?)([A-Z][\w.]*)((?:\s(?:"[^"<]*"|'[^'<]*'|\{[^{}<]*\}|[^<>{}"'])*)?)>|(?<![\\{$])\{([^{}\n]{1,300})\}(?!\})/gm;
  for (const match of text.matchAll(signs)) {
    const { 0: written, 1: slash, 2: component, 3: rest = '', 4: expression, index } = match;
    if (isCode(index)) continue;
    const line = wholeLine(text, index, index + written.length);
    if (component !== undefined) {
      const shown = slash === '' ? writeComponent(component, rest, imports) : '';
      if (shown === undefined)
        report(context, 'lost', 'A component has no counterpart; the text within it was kept.', written);
      const texts = shown === undefined ? textsOf(rest) : '';
      if (texts !== '') edits.replace(index, index + written.length, `${texts}\n\n`);
      else if (shown === undefined || shown === '') edits.replace(line.start, line.end, '');
      else edits.replace(index, index + written.length, shown);
    } else if (expression !== undefined) {
      const [, string] = /^\s*["'`]([^"'`]*)["'`]\s*$/.exec(expression) ?? [];
      if (string !== undefined) edits.replace(index, index + written.length, string);
      else if (/^[\s\w.[\]?(),'"=>-]+$/.test(expression)) {
        report(context, 'lost', 'An expression has no value here and was left out.', written);
        edits.replace(index, index + written.length, '');
      }
    } else {
      const [, name, source] = /^import\s+(\w+)\s+from\s+["']([^"']+)["']/.exec(written) ?? [];
      if (name !== undefined && /\.(?:png|jpe?g|webp|gif|svg|avif)$/i.test(source!)) imports.set(name, source!);
      else if (/^(?:import|export)/.test(written))
        report(context, 'lost', 'An import of a component was left out.', written);
      else if (written.startsWith('{') && !written.startsWith('{/*'))
        report(context, 'lost', 'An expression has no value here and was left out.', written);
      edits.replace(line.start, line.end, '');
    }
  }
  return edits.apply(text);
}

function propsOf(rest: string): ReadonlyMap<string, string> {
  const braced = rest.replace(/=\{\s*["'`]?([^{}"'`]*)["'`]?\s*\}/g, '="$1"').replace(/\/\s*$/, '');
  return readArguments(braced).named;
}

/** Keep the texts that an unknown component shows: a heading, and words below it. */
function textsOf(rest: string): string {
  const named = propsOf(rest);
  const textIn = (...names: string[]): string[] =>
    names.flatMap((name) => named.get(name) ?? []).filter((text) => /\p{L}/u.test(text));
  const [heading] = textIn('title', 'heading', 'header', 'label', 'summary');
  const texts = textIn('subtitle', 'text', 'description', 'content', 'quote', 'message', 'caption');
  return [...(heading === undefined ? [] : [`**${heading}**`]), ...texts].join('\n\n');
}

function writeComponent(name: string, rest: string, imports: ReadonlyMap<string, string>): string | undefined {
  const named = propsOf(rest);
  const source = named.get('src') ?? named.get('image') ?? '';
  const id = named.get('id') ?? named.get('videoid') ?? named.get('url') ?? source;
  if (/^(?:Image|Picture|Img|Figure)$/.test(name) && source !== '')
    return pictureMarkdown({
      src: imports.get(source.replace(/\.src$/, '')) ?? source,
      alt: named.get('alt') ?? '',
      caption: named.get('caption') ?? named.get('title'),
    });
  if (/^(?:YouTube|Youtube|LiteYouTube)$/.test(name) && id !== '') return playerHtml('youtube', videoId(id));
  if (/^(?:Vimeo|Aparat)$/.test(name) && id !== '') return playerHtml(name.toLowerCase() as 'vimeo', videoId(id));
  if (/^Video$/.test(name) && source !== '') return mediaHtml('video', source);
  return /^(?:Fragment)$/.test(name) ? '' : undefined;
}
