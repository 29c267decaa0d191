import type { Element, ElementContent, Root } from 'hast';
import { videoPages } from '../../content/video-hosts.ts';
import { isHidden } from '../../markdown/html/elements.ts';
import { hiddenElements } from '../../text/html-elements.ts';
import { type ImportNote, note } from '../notes.ts';
import {
  attribute,
  classesOf,
  element,
  findElement,
  isBlank,
  isElement,
  lineOf,
  type Parent,
  rewrite,
  text,
} from './tree.ts';

/** Remove invisible elements (scripts, styles, trackers), and report visible ones that a static page can't have (forms). */
export function cleanTree(tree: Root): ImportNote[] {
  const notes: ImportNote[] = [];
  rewrite(tree, (node, parent) => clean(node, parent, notes));
  return notes;
}

/** Elements without visible content, besides the hidden ones. */
const unseen = 'head meta link base map area colgroup col wbr';
const controls = 'form input select textarea button object applet dialog progress meter canvas';

function clean(node: ElementContent, parent: Parent, notes: ImportNote[]): ElementContent[] {
  if (node.type === 'comment') return [];
  if (node.type === 'text') return [{ ...node, value: node.value.replaceAll('\uFEFF', '') }];
  if (node.type !== 'element') return [];
  if (node.tagName === 'noscript') return lazyPicture(node, parent);
  if (node.tagName === 'script') return scriptEmbed(node);
  if (hiddenElements.has(node.tagName) || isElement(node, unseen)) return [];
  const { hidden } = node.properties;
  const hiding = { ...(typeof hidden === 'string' && { hidden }), style: attribute(node, 'style') };
  if (isTracker(node) || isHidden(hiding) || isRepeated(node)) return [];
  const player = node.tagName === 'object' ? playerIn(node) : undefined;
  if (player) return [player];
  if (isElement(node, controls)) {
    const words = lineOf(node);
    // A form's controls are reported together with the form.
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
  return [node];
}

/** Lazy pictures are repeated in `<noscript>`; only one of the two is kept. */
function lazyPicture({ children }: Element, parent: Parent): ElementContent[] {
  const only = children.find((child) => !isBlank(child));
  const hasOther = parent.children.some((child) => isElement(child, 'img picture') && !isTracker(child));
  return isElement(only, 'img') && !hasOther ? [only] : [];
}

/** The frame that a script of a video host or of Telegram inserts: `<script src="https://www.aparat.com/embed/…">`. */
function scriptEmbed(node: Element): ElementContent[] {
  const [video] = videoPages(attribute(node, 'src'));
  const post = /^[\w/]+$/.exec(attribute(node, 'dataTelegramPost'))?.[0];
  const src = video ?? (post && `https://t.me/${post}`);
  return src === undefined ? [] : [element('iframe', [], { src })];
}

/** The player in an `<object>`, which old embed codes wrap around it: an element, or the address in a `<param>`. */
function playerIn(node: Element): Element | undefined {
  const movie = findElement(node, (child) => child.tagName === 'param' && attribute(child, 'name') === 'movie');
  const [page] = [attribute(node, 'data'), movie ? attribute(movie, 'value') : ''].flatMap(videoPages);
  return (
    findElement(node, (child) => isElement(child, 'embed iframe video audio')) ??
    (page === undefined ? undefined : element('iframe', [], { src: page }))
  );
}

function isTracker(node: Element): boolean {
  if (node.tagName !== 'img') return false;
  const sizes = [attribute(node, 'width'), attribute(node, 'height')];
  return sizes.every((size) => size === '1' || size === '0') || classesOf(node).includes('emoji-tracker');
}

/** WordPress puts a «Download» button after each file link. */
function isRepeated(node: Element): boolean {
  return classesOf(node).includes('wp-block-file__button');
}
