import { codeRanges, createFinder } from './code.ts';
import { type BodyContext, report } from './body.ts';
import type { LiquidTag } from './forms.ts';
import { writeLiquidTag } from './liquid-forms.ts';
import { evaluate, type Variables } from './liquid-values.ts';
import { findLiquid, Rewriting, indentBefore, setApart, type Tag, wholeLine } from './tags.ts';

const maxDepth = 6;

/**
 * Convert Liquid, as in Jekyll and Eleventy, and the tags of Hexo. Values of the site and the page are filled in, known
 * tags become markdown or HTML, and all others are reported, keeping their inner text.
 */
export function convertLiquid(text: string, context: BodyContext, variables: Variables = new Map(), depth = 0): string {
  if (!/\{[{%#]/.test(text)) return text;
  return new LiquidConverter(text, context, variables, depth).convert();
}

/** Tags that are dropped with their inner text. */
const dropped = new Set(['for', 'tablerow', 'comment', 'schema', 'style', 'stylesheet', 'javascript']);

class LiquidConverter {
  readonly #text: string;
  readonly #context: BodyContext;
  readonly #variables: Variables;
  readonly #depth: number;
  readonly #edits = new Rewriting();
  readonly #tags: LiquidTag[];
  readonly #closings = new Map<number, string>();

  constructor(text: string, context: BodyContext, variables: Variables, depth: number) {
    this.#text = text;
    this.#context = context;
    this.#variables = variables;
    this.#depth = depth;
    this.#tags = pair(findLiquid(text).map(readTag));
  }

  convert(): string {
    const isCode = createFinder(codeRanges(this.#text));
    // Hexo hides code from its tags.
    const isHexo = this.#context.site.system === 'Hexo';
    for (let index = 0; index < this.#tags.length; index += 1) {
      const tag = this.#tags[index]!;
      const isRaw = (tag.name === 'raw' || tag.name === 'verbatim') && tag.closing !== undefined;
      if (isCode(tag.start) && (isHexo || !isRaw)) continue;
      if (isRaw) {
        this.#edits.replaceTag(this.#text, tag, '');
        this.#edits.replaceTag(this.#text, this.#tags[tag.closing!]!, '');
        index = tag.closing!;
      } else if (tag.open === '{{') this.#output(tag);
      else if (tag.open === '{#') this.#edits.replaceTag(this.#text, tag, '');
      else if (this.#closings.has(index)) this.#edits.replaceTag(this.#text, tag, this.#closings.get(index)!);
      else index = this.#convertOne(index);
    }
    return this.#edits.apply(this.#text);
  }

  #output(tag: Tag): void {
    // These are braces of TeX, or of plain text about templates.
    if (tag.content === '' || /^[{}\\]/.test(tag.content)) return;
    const value = evaluate(tag.content, this.#context, this.#variables);
    if (value === undefined)
      report(
        this.#context,
        'lost',
        'An expression of a template has no value here and was left out.',
        this.#text.slice(tag.start, tag.end),
      );
    if (value === undefined) this.#edits.replaceTag(this.#text, tag, '');
    else this.#edits.replace(tag.start, tag.end, value);
  }

  /** Convert a tag, and return the index of the last tag converted with it. */
  #convertOne(index: number): number {
    const tag = this.#tags[index]!;
    const closing = tag.closing === undefined ? undefined : this.#tags[tag.closing]!;
    const inner = this.#text.slice(tag.end, closing?.start ?? tag.end);
    if (tag.name === 'assign' || tag.name === 'set' || (tag.name === 'capture' && closing)) {
      this.#assign(tag, inner);
      this.#edits.replace(...spanOf(this.#text, tag.start, closing?.end ?? tag.end), '');
      return tag.closing ?? index;
    }
    if (closing && dropped.has(tag.name)) {
      if (tag.name !== 'comment')
        report(this.#context, 'lost', 'A part of a template was left out.', this.#text.slice(tag.start, tag.end));
      this.#edits.replace(...spanOf(this.#text, tag.start, closing.end), '');
      return tag.closing!;
    }
    const form = writeLiquidTag(tag, closing !== undefined, this.#context, this.#variables);
    if (form.note !== undefined)
      report(this.#context, form.isKept ? 'changed' : 'lost', form.note, this.#text.slice(tag.start, tag.end));
    if ('whole' in form) {
      const isDeep = this.#depth >= maxDepth || !form.isText;
      const converted = isDeep ? unraw(inner) : convertLiquid(inner, this.#context, this.#variables, this.#depth + 1);
      const end = closing?.end ?? tag.end;
      const block = form.whole(converted, indentBefore(this.#text, tag.start));
      this.#edits.replace(tag.start, end, setApart(block, this.#text, tag.start, end));
      return tag.closing ?? index;
    }
    this.#edits.replaceTag(this.#text, tag, form.open);
    if (tag.closing !== undefined) this.#closings.set(tag.closing, form.close);
    return index;
  }

  #assign({ name, rest }: LiquidTag, inner: string): void {
    const [, variable = '', value = ''] = /^([\w.-]+)\s*(?:=\s*([^]*))?$/.exec(rest) ?? [];
    const read = name === 'capture' ? inner.trim() : evaluate(value, this.#context, this.#variables);
    if (variable !== '' && read !== undefined && this.#variables.size < maxVariables)
      this.#variables.set(variable, read);
  }
}

const maxVariables = 100;

/** Remove `raw` and `verbatim` tags. */
function unraw(text: string): string {
  return text.replace(/\{%-?\s*(?:end)?(?:raw|verbatim)\s*-?%\}/g, '');
}

function spanOf(text: string, start: number, end: number): readonly [number, number] {
  const line = wholeLine(text, start, end);
  return [line.start, line.end];
}

function readTag(tag: Tag): LiquidTag {
  if (tag.open !== '{%') return { ...tag, name: '', rest: '' };
  const [, name = '', rest = ''] = /^([\w-]*)\s*([^]*)$/.exec(tag.content) ?? [];
  return { ...tag, name, rest };
}

/** Find the closing tag of each tag; between `raw` and `endraw` there are no tags. */
function pair(tags: LiquidTag[]): LiquidTag[] {
  const open = new Map<string, number[]>();
  const used = new Map<string, number>();
  const ends = Map.groupBy(tags.keys(), (index) => tags[index]!.name);
  for (let index = 0; index < tags.length; index += 1) {
    const tag = tags[index]!;
    if (tag.open !== '{%') continue;
    if (tag.name === 'raw' || tag.name === 'verbatim') {
      const list = ends.get(`end${tag.name}`) ?? [];
      let next = used.get(tag.name) ?? 0;
      while ((list[next] ?? index) < index) next += 1;
      used.set(tag.name, next);
      if (list[next] !== undefined) {
        tag.closing = list[next];
        index = list[next]!;
      }
    } else if (tag.name.startsWith('end')) {
      const first = open.get(tag.name.slice(3))?.pop();
      if (first !== undefined) tags[first]!.closing = index;
    } else {
      const stack = open.get(tag.name) ?? [];
      stack.push(index);
      open.set(tag.name, stack);
    }
  }
  return tags;
}
