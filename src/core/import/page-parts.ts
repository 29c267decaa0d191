import { type BlockKind, classifyLine, type LabelKind, type PageLine, splitLabels } from './page-labels.ts';
import { splitLines, wordsOf } from './text.ts';

/** The parts of a page's text. */
export interface PageParts {
  /** Lines above the text: the menu, the headline. */
  head: string[];
  /** Paragraphs of the text. */
  body: string[];
  /** Titles under «خبرهای مرتبط» and similar headings. */
  related: string[];
  /** Titles in the page's other lists, such as «آخرین اخبار». */
  listed: string[];
  /** Values of labelled lines, in order. */
  values: Record<LabelKind, string[]>;
  /** Number of lines that are not part of the article. */
  leftOut: number;
}

/**
 * Sort the lines of a page into its parts. A list above or within the text («بیشتر بخوانید») ends where a paragraph
 * begins; after the end of the text («انتهای پیام», readers' comments, a list) nothing is text any more.
 */
export function splitPage(text: string): PageParts {
  const state = new PageSorter();
  for (const line of splitLines(text)) {
    if (line === '') state.blank();
    else for (const piece of splitLabels(takeStamp(line, state.parts))) state.add(classifyLine(piece));
  }
  return state.finish();
}

/** Remove the scraper's stamp ` date 2025-10-16 ` from the beginning of a line. */
function takeStamp(line: string, { values }: PageParts): string {
  const stamp = /^date[\s:]+(\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:?\d\d)?)?)(?=\s|$)\s*/i.exec(line);
  if (!stamp) return line;
  values.date.push(stamp[1]!);
  return line.slice(stamp[0].length);
}

class PageSorter {
  readonly parts: PageParts = {
    head: [],
    body: [],
    related: [],
    listed: [],
    leftOut: 0,
    values: { title: [], date: [], day: [], source: [], tags: [], author: [], section: [], none: [] },
  };
  /** The current block; `undefined` in the article itself. */
  private block: BlockKind | undefined;
  /** A label whose value is on the next line. */
  private awaited: LabelKind | undefined;
  /** The source or the tags end the text, unless a paragraph follows immediately. */
  private isClosing = false;
  private isOver = false;

  blank(): void {
    if (this.block === 'tags' && this.parts.values.tags.length > 0) this.block = undefined;
  }

  add(line: PageLine): void {
    const awaited = this.awaited;
    this.awaited = undefined;
    if (line.kind === 'label') this.addLabel(line.label, line.value);
    else if (line.kind === 'heading') this.open(line.block, line.value);
    else if (line.kind === 'end') this.end();
    else if (line.kind === 'chrome') this.parts.leftOut += 1;
    else if (awaited !== undefined && wordsOf(line.text).length <= 8) this.parts.values[awaited].push(line.text);
    else this.addText(line.text);
  }

  finish(): PageParts {
    const { parts } = this;
    if (parts.body.length > 0) return parts;
    // If all lines are short, the first one is the headline.
    const [first, ...rest] = parts.head;
    return { ...parts, head: rest.length > 0 ? [first!] : [], body: rest.length > 0 ? rest : parts.head };
  }

  private addLabel(label: LabelKind, value: string): void {
    // Comments may contain «منبع: …» too, and teasers have dates of their own.
    const isForeign = this.block === 'comments' || (this.block === 'list' && this.isOver);
    if (isForeign || label === 'none') this.parts.leftOut += 1;
    if (isForeign) return;
    if (this.block === 'list') this.block = undefined;
    if (value === '') this.awaited = label === 'none' ? undefined : label;
    else this.parts.values[label].push(value);
    if ((label === 'source' || label === 'tags') && this.parts.body.length > 0) this.isClosing = true;
  }

  private open(block: BlockKind, value: string): void {
    this.parts.leftOut += 1;
    const { length } = this.parts.body;
    // Above the text «نظرات» is a menu link.
    if (block === 'comments' && length === 0) return;
    this.block = block;
    // A list after the first paragraph may be a sidebar between the lead and the body.
    this.isOver ||= length > 0 && (this.isClosing || block === 'comments' || (block === 'list' && length > 1));
    if (value !== '' && block === 'related') this.parts.related.push(stripBullet(value));
  }

  private end(): void {
    this.parts.leftOut += 1;
    this.isOver ||= this.parts.body.length > 0;
  }

  private addText(text: string): void {
    const { parts } = this;
    if (this.block === 'tags') {
      if (wordsOf(text).length <= 8) return void parts.values.tags.push(text);
      this.block = undefined;
    }
    if (this.isOver) return this.leaveOut(text);
    if (this.block !== undefined) {
      if (this.block === 'comments' || !isParagraph(text)) return this.leaveOut(text);
      this.block = undefined;
    }
    if (parts.body.length > 0) {
      if (this.isClosing && !isParagraph(text)) return this.leaveOut(text);
      parts.body.push(text);
    } else (isParagraph(text) ? parts.body : parts.head).push(text);
  }

  private leaveOut(text: string): void {
    this.parts.leftOut += 1;
    if (this.block === 'related') this.parts.related.push(stripBullet(text));
    else if (this.block === 'list') this.parts.listed.push(stripBullet(text));
  }
}

/** Distinguish paragraphs from titles, which are short and have no final full stop. */
function isParagraph(text: string): boolean {
  const count = wordsOf(text).length;
  return count >= 22 || (count >= 8 && /[.:…][»")]?$/.test(text));
}

function stripBullet(title: string): string {
  return title.replace(/^(?:[-–—•▪■◾●*>»«#]+\s+|[\d۰-۹]{1,2}[.)-]\s+)/, '');
}
