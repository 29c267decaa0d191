import { codeRanges, createFinder } from './code.ts';
import { type BodyContext, report } from './body.ts';
import { writeShortcode } from './shortcode-forms.ts';
import { findShortcodes, readArguments, Rewriting, indentBefore, setApart, type Tag } from './tags.ts';

/** A shortcode with its closing tag. */
interface Shortcode extends Tag {
  name: string;
  rest: string;
  /** Index of the tag that closes it. */
  closing?: number | undefined;
  isClosing: boolean;
  isEscaped: boolean;
}

// Levels of shortcodes that rewrite their inner text.
const maxDepth = 6;

/**
 * Convert the shortcodes of Hugo. Known ones become markdown or HTML; all others are reported, keeping their inner
 * text. In code, only escaped ones are converted.
 */
export function convertShortcodes(text: string, context: BodyContext, depth = 0): string {
  return /\{\{[<%]/.test(text) ? new ShortcodeConverter(text, context, depth).convert() : text;
}

class ShortcodeConverter {
  readonly #text: string;
  readonly #context: BodyContext;
  readonly #depth: number;
  readonly #edits = new Rewriting();
  readonly #tags: Shortcode[];
  /** Replacements of closing tags, by index. */
  readonly #closings = new Map<number, string>();

  constructor(text: string, context: BodyContext, depth: number) {
    this.#text = text;
    this.#context = context;
    this.#depth = depth;
    this.#tags = pair(findShortcodes(text).map(readTag));
  }

  convert(): string {
    const isCode = createFinder(codeRanges(this.#text));
    for (let index = 0; index < this.#tags.length; index += 1) {
      const tag = this.#tags[index]!;
      if (tag.isEscaped) {
        const [open, close] = tag.open === '{{<' ? ['{{<', '>}}'] : ['{{%', '%}}'];
        this.#edits.replace(tag.start, tag.end, `${open} ${tag.content.slice(2, -2).trim()} ${close}`);
      } else if (isCode(tag.start)) continue;
      else if (tag.isClosing) this.#edits.replaceTag(this.#text, tag, this.#closings.get(index) ?? '');
      else index = this.#convertOne(index);
    }
    return this.#edits.apply(this.#text);
  }

  /** Convert a shortcode, and return the index of the last tag converted with it. */
  #convertOne(index: number): number {
    const tag = this.#tags[index]!;
    const closing = tag.closing === undefined ? undefined : this.#tags[tag.closing]!;
    const inner = this.#text.slice(tag.end, closing?.start ?? tag.end);
    const form = writeShortcode(
      { name: tag.name, ...readArguments(tag.rest), hasInner: closing !== undefined },
      this.#context,
    );
    if ('note' in form && form.note !== undefined)
      report(
        this.#context,
        closing || form.note.endsWith('kept.') ? 'changed' : 'lost',
        form.note,
        this.#text.slice(tag.start, tag.end),
      );
    if ('whole' in form) {
      const text =
        form.isText && this.#depth < maxDepth ? convertShortcodes(inner, this.#context, this.#depth + 1) : inner;
      const end = closing?.end ?? tag.end;
      const block = form.whole(text, indentBefore(this.#text, tag.start));
      this.#edits.replace(tag.start, end, setApart(block, this.#text, tag.start, end));
      return tag.closing ?? index;
    }
    this.#edits.replaceTag(this.#text, tag, form.open);
    if (tag.closing !== undefined) this.#closings.set(tag.closing, form.close);
    return index;
  }
}

function readTag(tag: Tag): Shortcode {
  const isEscaped = tag.content.startsWith('/*') && tag.content.endsWith('*/') && tag.content.length > 3;
  const [, slash = '', name = '', rest = ''] = /^(\/?)\s*([\p{L}\p{N}_./-]*)\s*([^]*)$/u.exec(tag.content) ?? [];
  return {
    ...tag,
    name: name.replace(/\/$/, '').toLowerCase(),
    rest: rest.replace(/\/$/, ''),
    isClosing: slash !== '',
    isEscaped,
  };
}

/** Find the closing tag of each shortcode: it closes the last open one with its name. */
function pair(tags: Shortcode[]): Shortcode[] {
  const open = new Map<string, number[]>();
  for (const [index, tag] of tags.entries()) {
    if (tag.isEscaped) continue;
    const stack = open.get(tag.name) ?? [];
    if (tag.isClosing) {
      const first = stack.pop();
      if (first !== undefined) tags[first]!.closing = index;
    } else {
      stack.push(index);
      open.set(tag.name, stack);
    }
  }
  return tags;
}
