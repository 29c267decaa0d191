import { attention } from 'micromark-core-commonmark';
import type { Code, Construct, Event, Extension, Token, TokenizeContext, Tokenizer } from 'micromark-util-types';
import { classifyCharacter } from 'micromark-util-classify-character';

/**
 * Create the syntax extension for emphasis in Persian text: CommonMark 0.31 (section 6.2) with two changes.
 *
 * - Between punctuation and a Persian letter, digit, mark or half-space, a run of `*`, `_` or `~~` may both open and
 *   close. CommonMark requires a space there, but Persian attaches suffixes without one: `**«کیهان»**‌ها`,
 *   `**تهران:**خبر`. A single `*` before a comma or other punctuation is a note mark and does not open emphasis.
 * - `*` and `_` between digits are literal, with or without spaces: `۲*۳`, `2 * 3`. So is `_` at the start of a handle:
 *   `@_ali_`.
 * - So are the underscores of names in code (`__init__`, `__FILE__`) and, beside Persian text, the signs of emoticons:
 *   `^_^`, `-_-`, `*_*`.
 *
 * A text without Persian letters and without such signs is parsed exactly as in CommonMark.
 */
export function persianAttention(): Extension {
  return { text: { 42: persian, 95: persian }, insideSpan: { null: [persian] } };
}

/** Relax the rules of the strikethrough in an extension in the same way. */
export function loosenStrikethrough(extension: Extension): Extension {
  const constructs = [extension.text?.[tilde] ?? []].flat();
  const loose = constructs.map((construct: Construct) => ({
    ...construct,
    tokenize: loosenTokenizer(construct.tokenize),
  }));
  return { ...extension, text: { ...extension.text, [tilde]: loose } };
}

const tilde = 126;
const persian: Construct = {
  name: 'persianAttention',
  tokenize: loosenTokenizer(attention.tokenize),
  resolveAll: (events, context) => attention.resolveAll!(withoutSigns(events, context), context),
};

const punctuation = 2;
// Arabic script, and the invisible characters that occur between its letters.
const persianLetter =
  /[\u0610-\u061A\u061C\u0620-\u0669\u066E-\u06D3\u06D5-\u06FF\u0750-\u077F\u08A0-\u08FF\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFB50-\uFDFF\uFE70-\uFEFF\u00AD]/;
/** Letters, digits and punctuation of the Arabic block. */
const persianText = /[\u060C-\u06FF]/;
const joiner = 0x200c;

function loosenTokenizer(tokenize: Tokenizer): Tokenizer {
  return function tokenizeLoosely(this: TokenizeContext, effects, ok, nok) {
    const before = this.previous;
    const finish = (after: Code) => {
      const run = this.events.at(-1)?.[1];
      if (run) loosenRun(run, before, after, this);
      return ok(after);
    };
    return tokenize.call(this, effects, finish, nok);
  };
}

function loosenRun(run: Token, before: Code, after: Code, context: TokenizeContext): void {
  const isLoose =
    isPunctuationAndLetter(before, after, () => textBefore(run, context)) ||
    (!isNoteMark(run, after) && isPunctuationAndLetter(after, before, () => textAfter(run, context)));
  if (isLoose) run._open = run._close = true;
  // Intraword underscores are literal, but not before a half-space, which begins a suffix: «__کتاب__‌ها».
  else if (context.sliceSerialize(run).startsWith('_')) {
    if (after === joiner && !isSpace(before)) run._close = true;
    if (before === joiner && !isSpace(after)) run._open = true;
  }
}

/** Return whether a run is a single `*` before punctuation, which refers to a note: «قیمت‌ها*، سهم‌ها*». */
function isNoteMark({ start, end }: Token, after: Code): boolean {
  return (
    end.offset - start.offset === 1 && after !== null && after > 0 && '،؛؟.!:…»)]'.includes(String.fromCharCode(after))
  );
}

/**
 * Return whether the character inside a run is punctuation and the one outside belongs to Persian text.
 *
 * @param inside Returns the text inside the emphasis: if it is Persian, the character outside may be a Latin letter or
 *   digit.
 */
function isPunctuationAndLetter(inner: Code, outer: Code, inside: () => string): boolean {
  if (inner === null || outer === null || classifyCharacter(inner) !== punctuation) return false;
  if (classifyCharacter(outer) !== undefined) return false;
  return persianLetter.test(String.fromCharCode(outer)) || persianText.test(inside());
}

function isSpace(code: Code): boolean {
  return classifyCharacter(code) === 1;
}

const digit = '[0-9۰-۹٠-٩]';
// A unit, a percent sign or a bracket may separate a number from the sign.
const numberBefore = new RegExp(`${digit}[\\p{L}\\p{M}²³]{0,5}[)\\]}٪%]{0,2}$`, 'u');
const numberAfter = new RegExp(`^[(\\[{]{0,2}[-−+]?${digit}`);
const digitBefore = new RegExp(`${digit}[ \\u00A0]*$`);
const digitAfter = new RegExp(`^[ \\u00A0]*${digit}`);
// Text before a handle that begins with an underscore: «@_ali_», «t.me/_ali_».
const handleBefore = /@$|\w\.[a-z]{2,6}\/$/;
/** Number of characters to examine on either side of a run. */
const reach = 12;

/** Turn literal signs, such as those between numbers, into data before emphasis is resolved. */
function withoutSigns(events: Event[], context: TokenizeContext): Event[] {
  for (const [kind, token] of events) {
    if (kind !== 'enter' || token.type !== 'attentionSequence') continue;
    if (isSign(token, context)) token.type = 'data';
  }
  return events;
}

function isSign(run: Token, context: TokenizeContext): boolean {
  const before = textBefore(run, context);
  const after = textAfter(run, context);
  if (handleBefore.test(before) && context.sliceSerialize(run).startsWith('_') && /^\w/.test(after)) return true;
  if (isCodeName(run, context) || isFace(run, before, after, context)) return true;
  if (numberBefore.test(before) && numberAfter.test(after)) return true;
  if (!digitBefore.test(before) || !digitAfter.test(after)) return false;
  // `**` with a space on one side only is more likely the edge of a bold number.
  return run.end.offset - run.start.offset === 1 || /\s$/.test(before) === /^\s/.test(after);
}

/** Names between double underscores: of Python's data model, of C's and PHP's constants, of Node's `proto`. */
const codeName =
  'init|new|del|main|name|file|doc|dict|class|module|package|path|str|repr|bytes|format|hash|bool|len|call|enter|exit|aenter|' +
  'aexit|iter|next|aiter|anext|await|get|set|getitem|setitem|delitem|getattr|setattr|delattr|getattribute|contains|reversed|' +
  'missing|eq|ne|lt|le|gt|ge|add|radd|iadd|sub|mul|matmul|truediv|floordiv|mod|pow|and|or|xor|neg|pos|abs|invert|int|float|' +
  'index|round|slots|all|version|author|future|import|builtins|annotations|bases|mro|subclasses|qualname|wrapped|copy|deepcopy|' +
  'reduce|getstate|setstate|post_init|init_subclass|class_getitem|pycache|proto|func|FILE|LINE|DATE|TIME|DIR|FUNCTION|CLASS|' +
  'METHOD|NAMESPACE|TRAIT|COUNTER|VERSION|cplusplus|construct|destruct|toString|invoke|typename|schema|tests|mocks|snapshots';
const codeAfter = new RegExp(`^(?:${codeName})__(?![\\p{L}\\p{N}_])`, 'u');
const codeBefore = new RegExp(`(?<![\\p{L}\\p{N}_])__(?:${codeName})$`, 'u');
// A call, a member or a string is code, whatever the name.
const callAfter = /^[A-Za-z]\w{0,30}__\(/;
const callBefore = /__[A-Za-z]\w{0,30}$/;

/** Return whether a run is one of the double underscores around a name in code. */
function isCodeName(run: Token, context: TokenizeContext): boolean {
  if (context.sliceSerialize(run) !== '__') return false;
  const [before, after] = [textBefore(run, context, 40), textAfter(run, context, 40)];
  if (codeAfter.test(after) || (codeBefore.test(before) && !/^[\p{L}\p{N}_]/u.test(after))) return true;
  // In a text without Persian, CommonMark decides.
  if (!persianText.test(before + after)) return false;
  return callAfter.test(after) || (callBefore.test(before) && after.startsWith('('));
}

/** Return whether a run is part of an emoticon in Persian text. */
function isFace(run: Token, before: string, after: string, context: TokenizeContext): boolean {
  if (run.end.offset - run.start.offset !== 1) return false;
  const isFaceSign = context.sliceSerialize(run).startsWith('_')
    ? /[-^;@$>.=~'°•*]$/.test(before) && /^[-^;@$<.=~'°•*]/.test(after) && before.at(-1) === mirrored(after[0]!)
    : /^[_-]\*(?!\*)/.test(after) || /(?<!\*)\*[_-]$/.test(before);
  return isFaceSign && persianText.test(before + after);
}

function mirrored(sign: string): string {
  return sign === '<' ? '>' : sign;
}

/** Return the last few characters before a run. */
function textBefore({ start }: Token, context: TokenizeContext, length = reach): string {
  if (start._bufferIndex <= 0) return '';
  return context.sliceSerialize({
    start: { ...start, _bufferIndex: Math.max(0, start._bufferIndex - length) },
    end: start,
  });
}

/** Return the first few characters after a run. */
function textAfter({ end }: Token, context: TokenizeContext, length = reach): string {
  if (end._bufferIndex < 0) return '';
  return context.sliceSerialize({ start: end, end: { ...end, _bufferIndex: end._bufferIndex + length } });
}
