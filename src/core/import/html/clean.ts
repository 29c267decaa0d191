import type { Element, ElementContent, Root } from 'hast';
import { type ImportNote, note } from '../notes.ts';
import {
  attribute,
  classesOf,
  element,
  hasBlock,
  isBlank,
  isElement,
  lineOf,
  type Parent,
  rewrite,
  runsOf,
  text,
} from './tree.ts';

/**
 * Remove what no reader sees (scripts, styles, trackers, empty paragraphs), report what readers did see but a static
 * page can't have (forms), and give the rest the shape that markdown has: paragraphs between double line breaks, no
 * blocks within bold text, no spaces at the inner edges of phrases.
 */
export function cleanTree(tree: Root): ImportNote[] {
  const notes: ImportNote[] = [];
  rewrite(tree, (node, parent) => clean(node, parent, notes));
  rewrite(tree, (node) => (isElement(node, phraseNames) ? tightenPhrase(node) : [node]));
  splitContainers(tree);
  rewrite(tree, (node) =>
    node.type !== 'element' || node.tagName !== 'p' ? [node] : isEmpty(node) ? [] : apartFromPictures(node),
  );
  return notes;
}

const unseen = 'script style template head meta link title base noscript map area colgroup col wbr datalist';
const controls = 'form input select textarea button object applet dialog progress meter canvas';
const phraseNames = 'a abbr b bdi bdo big cite del em font i ins mark s small span strike strong sub sup tt u';
const unwrapped = 'font big nobr tt center bdo article section main header footer hgroup address';

function clean(node: ElementContent, parent: Parent, notes: ImportNote[]): ElementContent[] {
  if (node.type === 'comment') return [];
  if (node.type === 'text') return [{ ...node, value: node.value.replaceAll('\uFEFF', '') }];
  if (node.type !== 'element') return [];
  if (node.tagName === 'noscript') return lazyPicture(node, parent);
  if (isElement(node, unseen)) return [];
  if (isTracker(node) || isHidden(node)) return [];
  if (isElement(node, controls)) {
    const words = lineOf(node);
    // The parts of a form were reported with it.
    if (words !== '' || isElement(node, 'form object applet')) {
      notes.push(note('lost', 'A form or another interactive element was left out.', words || `<${node.tagName}>`));
    }
    return [];
  }
  if (isElement(node, 'svg math')) {
    const words = lineOf(node);
    if (node.tagName === 'svg' && words === '') return [];
    notes.push(note('changed', `A <${node.tagName}> was reduced to its words.`, words));
    return words === '' ? [] : [text(words)];
  }
  if (isElement(node, 'marquee blink')) return [element('p', node.children)];
  if (isElement(node, 'span font') && hasBlock(node)) return node.children;
  return isElement(node, unwrapped) && !isElement(node, 'center article section main header footer address')
    ? node.children
    : [node];
}

/** A picture that scripts show is repeated for readers without them; only one of the two is kept. */
function lazyPicture({ children }: Element, parent: Parent): ElementContent[] {
  const [only] = children.filter((child) => !isBlank(child));
  const hasOther = parent.children.some((child) => isElement(child, 'img picture') && !isTracker(child));
  return isElement(only, 'img') && !hasOther ? [only] : [];
}

function isTracker(node: Element): boolean {
  if (node.tagName !== 'img') return false;
  const sizes = [attribute(node, 'width'), attribute(node, 'height')];
  return sizes.every((size) => size === '1' || size === '0') || classesOf(node).includes('emoji-tracker');
}

function isHidden(node: Element): boolean {
  const { hidden } = node.properties;
  const isShown = hidden === undefined || hidden === false || hidden === null;
  return !isShown || /(?:^|;)\s*display\s*:\s*none/i.test(attribute(node, 'style'));
}

/** Move white space and line breaks at the edges of a phrase out of it, and unwrap phrases that hold blocks or nothing. */
function tightenPhrase(node: Element): ElementContent[] {
  if (node.children.some(hasBlock)) return node.tagName === 'a' ? [node] : node.children;
  const children = [...node.children];
  const before: ElementContent[] = [];
  const after: ElementContent[] = [];
  for (let [first] = children; first; [first] = children) {
    const [space, rest] = splitStart(first);
    if (space) before.push(space);
    if (rest === first) break;
    children.splice(0, 1, ...(rest ? [rest] : []));
    if (rest) break;
  }
  for (let last = children.at(-1); last; last = children.at(-1)) {
    const [space, rest] = splitEnd(last);
    if (space) after.unshift(space);
    if (rest === last) break;
    children.splice(-1, 1, ...(rest ? [rest] : []));
    if (rest) break;
  }
  const isKept = children.length > 0 && !(node.tagName === 'span');
  return [...before, ...(isKept ? [{ ...node, children }] : children), ...after];
}

/** White space at the start of a node, and the rest of the node, which is the node itself if there is none. */
function splitStart(node: ElementContent): [ElementContent | undefined, ElementContent | undefined] {
  if (isElement(node, 'br')) return [node, undefined];
  if (node.type !== 'text') return [undefined, node];
  const value = node.value.trimStart();
  if (value === node.value) return [undefined, node];
  return [text(node.value.slice(0, node.value.length - value.length)), value === '' ? undefined : text(value)];
}

function splitEnd(node: ElementContent): [ElementContent | undefined, ElementContent | undefined] {
  if (isElement(node, 'br')) return [node, undefined];
  if (node.type !== 'text') return [undefined, node];
  const value = node.value.trimEnd();
  if (value === node.value) return [undefined, node];
  return [text(node.value.slice(value.length)), value === '' ? undefined : text(value)];
}

const containers =
  'article aside blockquote body center dd details div figcaption footer form header li main section td th';

/** Make paragraphs of what double line breaks separate, in all containers. */
function splitContainers(parent: Parent): void {
  for (const child of parent.children) if (child.type === 'element' && child.tagName !== 'pre') splitContainers(child);
  const isContainer = parent.type === 'root' || isElement(parent, containers);
  const children = (parent.children as ElementContent[]).flatMap((child) => {
    if (child.type !== 'element' || child.tagName !== 'p' || child.children.some(hasBlock)) return [child];
    const parts = splitAtBreaks(child.children);
    return parts.length === 1
      ? [{ ...child, children: parts[0]! }]
      : parts.map((part) => ({ ...child, children: part }));
  });
  if (!isContainer) {
    parent.children = children;
    return;
  }
  const runs = runsOf(children);
  parent.children = runs.flatMap((run): ElementContent[] => {
    if (!Array.isArray(run)) return [run];
    const parts = splitAtBreaks(run);
    if (runs.length === 1 && parts.length <= 1) return parts[0] ?? [];
    return parts.map((part) => element('p', part));
  });
}

/** Split phrases at two or more line breaks in a row; single ones at the edges are dropped. */
function splitAtBreaks(phrases: readonly ElementContent[]): ElementContent[][] {
  const parts: ElementContent[][] = [[]];
  let breaks: ElementContent[] = [];
  let count = 0;
  for (const phrase of phrases) {
    if (isElement(phrase, 'br') || (count > 0 && isBlank(phrase))) {
      breaks.push(phrase);
      count += phrase.type === 'element' ? 1 : 0;
      continue;
    }
    if (count >= 2) parts.push([]);
    else if (parts.at(-1)!.length > 0) parts.at(-1)!.push(...breaks);
    [breaks, count] = [[], 0];
    parts.at(-1)!.push(phrase);
  }
  return parts.filter((part) => !part.every(isBlank));
}

/** Put pictures at the edges of a paragraph into paragraphs of their own; small ones belong to the words beside them. */
function apartFromPictures(paragraph: Element): ElementContent[] {
  const children = [...paragraph.children];
  const [before, after]: [ElementContent[], ElementContent[]] = [[], []];
  const isPicture = (node: ElementContent | undefined): boolean =>
    (isElement(node, 'img') && !isSmall(node)) ||
    (isElement(node, 'a') &&
      node.children.length > 0 &&
      node.children.every((child) => isBlank(child) || (isElement(child, 'img') && !isSmall(child))));
  const isGap = (node: ElementContent | undefined): boolean =>
    node !== undefined && (isBlank(node) || isElement(node, 'br'));
  while (isPicture(children[0]) || (before.length > 0 && isGap(children[0]))) before.push(children.shift()!);
  while (isPicture(children.at(-1)) || (after.length > 0 && isGap(children.at(-1)))) after.unshift(children.pop()!);
  const pictures = (nodes: readonly ElementContent[]): Element[] =>
    nodes.filter(isPicture).map((node) => element('p', [node]));
  const rest = children.length === 0 ? [] : [{ ...paragraph, children }];
  return [...pictures(before), ...rest, ...pictures(after)];
}

function isSmall(img: Element): boolean {
  return ['width', 'height'].some((name) => Number(attribute(img, name) || 100) <= 32);
}

function isEmpty(node: Element): boolean {
  return node.children.every((child) => isBlank(child) || isElement(child, 'br'));
}
