import { gfmToMarkdown } from 'mdast-util-gfm';
import { defaultHandlers, type Handle, toMarkdown } from 'mdast-util-to-markdown';
import type { Paragraph, Root } from 'mdast';
import { escapeMarkdown } from '../escape-markdown.ts';

/**
 * Write a tree as markdown of our dialect. Text is escaped by its rules, which know Persian lists and formulas and leave
 * ordinary text alone, since people edit the file.
 */
export function writeMarkdown(tree: Root): string {
  return toMarkdown(tree, {
    bullet: '-',
    bulletOther: '*',
    emphasis: '*',
    strong: '*',
    rule: '-',
    fences: true,
    listItemIndent: 'one',
    extensions: [gfmToMarkdown({ firstLineBlank: false, tablePipeAlign: false })],
    handlers: { text, strong: emphasis('**'), emphasis: emphasis('*'), delete: emphasis('~~'), break: lineBreak },
  });
}

const text: Handle = (node: { value: string }, _parent, state, info) => {
  if (state.stack.includes('autolink')) return node.value;
  const isCell = state.stack.includes('tableCell');
  const isLink = state.stack.includes('label') || state.stack.includes('link');
  // A paragraph's rules for the beginning of a line hold at the beginning of a line only.
  const isStart = info.before === '\n' || info.before === '';
  const lines = node.value.split('\n').map((line, index) => {
    const written = isStart || index > 0 ? startOfLine(escapeMarkdown(line)) : withinLine(line);
    return isLink ? written.replace(/(?<!\\)\]/g, '\\]') : written;
  });
  const written = lines.join('\n');
  const isHeading = state.stack.includes('headingAtx');
  const whole = isHeading && info.after === '\n' ? written.replace(/#(?=\s*$)/, '\\#') : written;
  return isCell ? whole.replaceAll('|', '\\|') : whole;
};

/** Escape the rest of a line: what would be markup at its beginning is none here. */
function withinLine(line: string): string {
  return escapeMarkdown(`\u2060${line}`).slice(1);
}

/** Escape what, as a line within a paragraph, would make a heading or table of the line before it. */
function startOfLine(line: string): string {
  if (/^=+\s*$/.test(line)) return `\\${line}`;
  return /^[|:-][\s|:-]*$/.test(line) ? line.replaceAll('|', '\\|').replace(/^:/, '\\:') : line;
}

// Emphasis is written as it is: our parser knows it beside Persian punctuation and endings.
function emphasis(mark: string): Handle {
  return (node, _parent, state, info) => {
    const tracker = state.createTracker(info);
    const exit = state.enter(mark === '*' ? 'emphasis' : 'strong');
    const before = tracker.move(mark);
    const inner = tracker.move(state.containerPhrasing(node, { ...tracker.current(), before, after: mark[0]! }));
    exit();
    return before + inner + mark;
  };
}

const lineBreak: Handle = (node, parent, state, info) => {
  // In headings and cells a line is all there is.
  if (state.stack.includes('headingAtx') || state.stack.includes('tableCell')) return ' ';
  return defaultHandlers.break(node, parent as Paragraph, state, info);
};
