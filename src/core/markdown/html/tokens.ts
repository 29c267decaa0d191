import { type Token, Tokenizer, TokenizerMode } from 'parse5';

/** A tag of raw HTML. */
export interface Tag {
  kind: 'open' | 'close';
  /** Lower-case name. */
  name: string;
  /** The name as typed, for an opening tag that is not all lower case. */
  written?: string;
  attributes: Readonly<Record<string, string>>;
  /** Offsets in the text, in UTF-16 code units. */
  start: number;
  end: number;
}

/** A tag, or the text between two tags with its character references decoded. */
export type HtmlToken = Tag | { kind: 'text'; value: string; start: number; end: number };

/**
 * List the tags and texts of raw HTML as browsers read them (HTML Standard, section 13.2.5 "Tokenization"), in linear
 * time and without recursion. Comments, CDATA and processing instructions are not listed.
 *
 * @example readTokens('<b>x') // [{ kind: 'open', name: 'b', attributes: {}, start: 0, end: 3 }, { kind: 'text', value: 'x', … }]
 */
export function readTokens(html: string): HtmlToken[] {
  const tokens: HtmlToken[] = [];
  const addTag = (kind: 'open' | 'close', { tagName, attrs, location }: Token.TagToken): void => {
    const attributes = Object.fromEntries(attrs.map(({ name, value }) => [name, value]));
    const { startOffset: start, endOffset: end } = location!;
    const typed = html.slice(start + 1, start + 1 + tagName.length);
    const written = kind === 'open' && typed !== tagName ? { written: typed } : {};
    tokens.push({ kind, name: tagName, ...written, attributes, start, end });
  };
  const addText = ({ chars, location }: Token.CharacterToken): void => {
    const last = tokens.at(-1);
    if (last?.kind === 'text' && last.end === location!.startOffset) {
      last.value += chars;
      last.end = location!.endOffset;
    } else tokens.push({ kind: 'text', value: chars, start: location!.startOffset, end: location!.endOffset });
  };
  const nothing = (): void => undefined;
  const tokenizer = new Tokenizer(
    { sourceCodeLocationInfo: true },
    {
      onComment: nothing,
      onDoctype: nothing,
      onEof: nothing,
      onNullCharacter: nothing,
      onCharacter: addText,
      onWhitespaceCharacter: addText,
      onStartTag: (tag) => {
        addTag('open', tag);
        tokenizer.state = rawTexts.get(tag.tagName) ?? tokenizer.state;
      },
      onEndTag: (tag) => addTag('close', tag),
    },
  );
  tokenizer.write(
    html.replace(notHtml, (match) => ' '.repeat(match.length)),
    true,
  );
  return tokens;
}

/** Elements whose content is tokenized as text up to the closing tag, with the tokenizer state for each. */
const rawTexts: ReadonlyMap<string, Tokenizer['state']> = new Map<string, Tokenizer['state']>([
  ['textarea', TokenizerMode.RCDATA],
  ['title', TokenizerMode.RCDATA],
  ['script', TokenizerMode.SCRIPT_DATA],
  ...['iframe', 'noembed', 'noframes', 'noscript', 'style', 'xmp'].map(
    (name) => [name, TokenizerMode.RAWTEXT] as const,
  ),
  ['plaintext', TokenizerMode.PLAINTEXT],
]);
// Processing instructions and CDATA sections, which an HTML tokenizer would end at the first `>`.
const notHtml = /<\?.*?(?:\?>|$)|<!\[CDATA\[.*?(?:\]\]>|$)/gs;
