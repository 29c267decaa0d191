import type { Element, ElementContent, Nodes, Properties } from 'hast';
import { h } from 'hastscript';
import { rehype } from 'rehype';
import { formulaText } from './formula-text.ts';

/**
 * Writes a formula in TeX as MathML; throws if it can't be read.
 *
 * @param isDisplay Whether it stands by itself.
 */
export type WriteFormula = (tex: string, isDisplay: boolean) => string;

/** Elements that formulas consist of, a part of MathML Core. None loads, links or holds anything but a formula. */
export const mathElements: readonly string[] =
  'math menclose mfrac mi mmultiscripts mn mo mover mpadded mphantom mprescripts mroot mrow ms mspace msqrt mstyle msub msubsup msup mtable mtd mtext mtr munder munderover'.split(
    ' ',
  );

/** Attributes of these elements, none of which holds an address or a style. */
export const mathAttributes: readonly string[] =
  'accent accentunder columnspan depth displaystyle fence form height largeop linethickness lspace mathvariant maxsize minsize movablelimits notation rowspan rspace scriptlevel separator stretchy symmetric voffset width'.split(
    ' ',
  );

/** Classes by which columns are aligned. */
export const mathClass: RegExp = /^tml-(?:left|right)$/;

/**
 * Make an element of a formula that is isolated left to right and has its text as fallback. Only the listed elements and
 * attributes remain. `undefined` if the formula can't be read.
 */
export function toMath(tex: string, isDisplay: boolean, write: WriteFormula): Element | undefined {
  let mathml: string;
  try {
    mathml = write(tex, isDisplay);
  } catch {
    // The writer throws its own errors, and those of the engine for a formula that is nested too deep.
    return undefined;
  }
  const [math] = parser.parse(mathml).children.flatMap((node) => allowed(node));
  if (math?.type !== 'element' || math.tagName !== 'math') return undefined;
  // A `<` before a letter would look like a tag to those who search HTML as text.
  const alttext = formulaText(math).replace(/<(?=\S)/g, '< ');
  if (alttext === '') return undefined;
  math.properties = { alttext, dir: 'ltr', ...(isDisplay && { display: 'block' }) };
  return math;
}

const parser = rehype().data('settings', { fragment: true }).freeze();
const elements = new Set(mathElements);
const attributes = new Set(mathAttributes);

function allowed(node: Nodes): ElementContent[] {
  if (node.type === 'text') return [{ type: 'text', value: node.value }];
  if (node.type !== 'element') return [];
  const children = node.children.flatMap((child) => allowed(child));
  if (!elements.has(node.tagName)) return node.tagName.startsWith('annotation') ? [] : children;
  const element: Element = { type: 'element', tagName: node.tagName, properties: propertiesOf(node), children };
  return [isOverlined(node) ? h('mover', element.children, h('mo', { stretchy: 'true' }, '¯')) : element];
}

/** The line is drawn by CSS of TeX’s converter; MathML Core has an accent for it. */
function isOverlined({ tagName, properties }: Element): boolean {
  return tagName === 'menclose' && properties['notation'] === 'top';
}

function propertiesOf({ properties }: Element): Properties {
  const kept = Object.entries(properties).filter(([name]) => attributes.has(name.toLowerCase()));
  const classes = [properties['className'] ?? []].flat().filter((name) => mathClass.test(String(name)));
  return { ...Object.fromEntries(kept), ...(classes.length > 0 && { className: classes.map(String) }) };
}
