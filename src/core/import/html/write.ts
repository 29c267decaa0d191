import type { Heading, Html, Image, Link, Paragraph, Parents, Root, Strong, Table, Text } from 'mdast';
import { gfmToMarkdown } from 'mdast-util-gfm';
import { defaultHandlers, type Handle, type Info, type State, toMarkdown } from 'mdast-util-to-markdown';
import { escapeLineStarts, escapePhrase, holdsFormula } from '../escape-markdown.ts';
import { replaceUnreadMarks } from './marks.ts';

/**
 * Write a tree as markdown of our dialect. Text is escaped only where the dialect, with its Persian lists and formulas,
 * would read markup, because people edit the file.
 */
export function writeMarkdown(tree: Root): string {
  if (tree.children.length === 0) return '';
  replaceUnreadMarks(tree);
  return toMarkdown(tree, {
    bullet: '-',
    bulletOther: '*',
    rule: '-',
    fences: true,
    listItemIndent: 'one',
    extensions: [gfm],
    handlers: {
      text,
      strong: emphasis('**'),
      emphasis: emphasis('*'),
      delete: emphasis('~~'),
      break: lineBreak,
      link,
      image,
      paragraph,
      heading,
      html,
      table,
    },
  });
}

const text = peeking(
  (node: Text, _parent, state, { before, after }) => {
    if (state.stack.includes('autolink')) return node.value;
    const isLabel = state.stack.includes('label');
    const edge = (sign: string): string => (sign === '\n' ? '' : sign);
    const escaped = escapePhrase(node.value, { before: edge(before), after: edge(after), isLabel });
    return withoutBars(state.stack.includes(formulaScope) ? escaped.replace(/(?<!\\)\$/g, '\\$') : escaped, state);
  },
  ({ value }) => value.charAt(0),
);

const html = peeking(
  (node: Html, _parent, state) => withoutBars(node.value, state),
  () => '<',
);

function isCell(state: State): boolean {
  return state.stack.includes('tableCell');
}

/** Escape the bars within a cell, which would end it. */
function withoutBars(written: string, state: State): string {
  return isCell(state) ? written.replaceAll('|', '\\|') : written;
}

/** Construct in which dollar signs must be escaped. */
const formulaScope = 'formula' as never;

/** Wrap a handler: if the dollar signs in its output delimit a formula, it runs again and escapes them. */
function withoutFormula<T>(handle: (node: T, ...rest: Rest) => string, isFound = holdsFormula): Handle {
  return (node: T, parent: Parents | undefined, state: State, info: Info) => {
    const written = handle(node, parent, state, info);
    if (!written.includes('$') || !isFound(written)) return written;
    const exit = state.enter(formulaScope);
    const again = handle(node, parent, state, info);
    exit();
    return again;
  };
}

const paragraph = withoutFormula((node: Paragraph, parent, state, info) =>
  escapeLineStarts(defaultHandlers.paragraph(node, parent, state, info)),
);

const heading = withoutFormula((node: Heading, parent, state, info) =>
  // A closing sequence of `#` would be dropped.
  defaultHandlers.heading(node, parent, state, info).replace(/(?<=[ \t])(#+)$/, '\\$1'),
);

const gfm = gfmToMarkdown({ firstLineBlank: false, tablePipeAlign: false });
const gfmTable = gfm.extensions!.find(({ handlers }) => handlers?.table)!.handlers!.table!;
const table = withoutFormula(
  (node: Table, parent, state, info) =>
    gfmTable(node, parent, state, info).replace(/^\|(?: :?-:? \|)+$/m, (rule) => rule.replaceAll('-', '---')),
  (written) => written.split(/(?<!\\)\|/).some(holdsFormula),
);

/** Write emphasis without encoding its neighbours: our parser recognises it beside Persian punctuation and endings. */
function emphasis(mark: string): Handle {
  return peeking(
    (node: Strong, _parent, state, info) => {
      const exit = state.enter(mark === '*' ? 'emphasis' : 'strong');
      const inner = state.containerPhrasing(node, { ...info, before: mark, after: mark });
      exit();
      return mark + inner + mark;
    },
    () => mark[0]!,
  );
}

type Rest = [parent: Parents | undefined, state: State, info: Info];

/** Add `peek`, by which the writer learns the first character of the next node. */
function peeking<T>(handle: (node: T, ...rest: Rest) => string, peek: (node: T) => string): Handle {
  return Object.assign(handle, { peek });
}

const lineBreak: Handle = (_node, _parent, state) => {
  if (state.stack.includes('headingAtx')) return ' ';
  return isCell(state) ? '<br>' : '\\\n';
};

const link = peeking(
  (node: Link, _parent, state, info) => {
    const bare = bareAddress(node);
    if (bare !== undefined) return `<${bare}>`;
    return `[${writeLabel(node, state, info)}](${withoutBars(writeTarget(node.url, node.title), state)})`;
  },
  (node) => (bareAddress(node) === undefined ? '[' : '<'),
);

function writeLabel(node: Link, state: State, info: Info): string {
  const exit = state.enter('label');
  const label = state.containerPhrasing(node, { ...info, before: '[', after: ']' });
  exit();
  return label;
}

/** The text of a link that is the same as its address; `undefined` for other links. */
function bareAddress({ url, title, children }: Link): string | undefined {
  const [only] = children;
  if (title || children.length !== 1 || only?.type !== 'text') return undefined;
  const { value } = only;
  if (!/^[^\s<>|\\]+$/.test(value) || /&#?[a-z0-9]+;/i.test(value)) return undefined;
  if (/^https?:\/\//.test(value)) return value === url ? value : undefined;
  return url === `mailto:${value}` && /^[\w.+-]+@[a-z0-9-]+(?:\.[a-z0-9-]+)+$/i.test(value) ? value : undefined;
}

const image = peeking(
  ({ url, alt, title }: Image, _parent, state) => {
    const words = escapePhrase(alt ?? '', { before: '[', after: ']', isLabel: true });
    return withoutBars(`![${words}](${writeTarget(url, title)})`, state);
  },
  () => '!',
);

/** Write the address of a link or picture, with its title. */
function writeTarget(address: string, title: string | null | undefined): string {
  const url = address
    // oxlint-disable-next-line no-control-regex
    .replace(/[\u0000-\u001F\u007F]+/g, '')
    .replaceAll('\\', '%5C')
    .replaceAll('|', '%7C')
    .replaceAll('<', '%3C')
    .replaceAll('>', '%3E')
    .replace(/&(?=#?[a-z0-9]+;)/gi, '&amp;');
  const target = url === '' || /[\s()]/.test(url) ? `<${url}>` : url;
  if (!title) return target;
  const written = title
    .replace(/\s+/g, ' ')
    .replace(/\\(?=[!-/:-@[-`{-~]|$)|"/g, '\\$&')
    .replace(/&(?=#?[a-z0-9]+;)/gi, '\\&');
  return `${target} "${written}"`;
}
