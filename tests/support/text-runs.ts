import { attributeOf, attributesOf, describe, type Element, type Node, type Page } from './html.ts';

/** A text that readers perceive as one: of a paragraph, a heading, a table cell, an attribute. */
export interface TextRun {
  text: string;
  /** Description of the element in which the run begins. */
  at: string;
}

/** Placeholder in a run for anything but Persian text: code, another language, a left-to-right run, a picture. */
export const replaced = '\uFFFC';

const hidden = new Set(['script', 'style', 'template', 'math']);
const foreign = new Set(['code', 'pre', 'kbd', 'samp']);
const inline = new Set([
  'a',
  'abbr',
  'b',
  'bdi',
  'bdo',
  'cite',
  'data',
  'del',
  'dfn',
  'em',
  'i',
  'ins',
  'mark',
  'q',
  's',
  'small',
  'span',
  'strong',
  'sub',
  'sup',
  'time',
  'u',
  'var',
  'wbr',
]);
const shownAttributes = new Set(['alt', 'title', 'aria-label', 'placeholder', 'label']);
const shownMeta =
  /^(?:description|author|keywords|(?:og|twitter):(?:title|description|site_name|image:alt)|article:(?:tag|section|author))$/;

/** List the texts that readers of a page see or hear, without code and other languages. */
export function textRuns(page: Page): TextRun[] {
  const runs: TextRun[] = [];
  let current: TextRun | undefined;
  const end = (): void => {
    if (current && current.text.trim()) runs.push(current);
    current = undefined;
  };
  const add = (text: string, owner: string): void => {
    current ??= { text: '', at: owner };
    current.text += text;
  };
  const walk = (node: Node, owner: string): void => {
    if (node.type === 'text') add(node.value, owner);
    if (node.type === 'root') node.children.forEach((child) => walk(child, owner));
    if (node.type !== 'element' || hidden.has(node.tagName)) return;
    runs.push(...attributeRuns(node));
    if (isForeign(node)) return add(replaced, owner);
    if (!inline.has(node.tagName)) end();
    node.children.forEach((child) => walk(child, describe(node)));
    if (!inline.has(node.tagName)) end();
  };
  walk(page.tree, 'html');
  end();
  return runs;
}

/** Return whether the contents of an element are not Persian text: code, or another language. */
export function isForeign(element: Element): boolean {
  const lang = attributeOf(element, 'lang');
  return (
    foreign.has(element.tagName) || attributeOf(element, 'dir') === 'ltr' || (lang !== undefined && !/^fa\b/.test(lang))
  );
}

function attributeRuns(element: Element): TextRun[] {
  if (isForeign(element) && element.tagName !== 'input') return [];
  const meta =
    element.tagName === 'meta' &&
    shownMeta.test(attributeOf(element, 'name') ?? attributeOf(element, 'property') ?? '');
  return attributesOf(element)
    .filter(([name, value]) => value !== '' && (shownAttributes.has(name) || (meta && name === 'content')))
    .map(([name, text]) => ({ text, at: `${describe(element)}@${name}` }));
}
