import type { Element, ElementContent, Nodes, Properties } from 'hast';
import { h } from 'hastscript';
import { rehype } from 'rehype';
import { formulaText } from './formula-text.ts';

/**
 * Converts a TeX formula to MathML; throws if the TeX is invalid.
 *
 * @param isDisplay Whether to use display style instead of inline style.
 */
export type WriteFormula = (tex: string, isDisplay: boolean) => string;

/** Allowed elements of formulas, a subset of MathML Core: none can load or link to anything or contain HTML. */
export const mathElements: readonly string[] =
  'math menclose mfrac mi mmultiscripts mn mo mover mpadded mphantom mprescripts mroot mrow ms mspace msqrt mstyle msub msubsup msup mtable mtd mtext mtr munder munderover'.split(
    ' ',
  );

/** Allowed attributes of these elements: none can contain a URL or a style. */
export const mathAttributes: readonly string[] =
  'accent accentunder columnspan depth displaystyle fence form height largeop linethickness lspace mathvariant maxsize minsize movablelimits notation rowspan rspace scriptlevel separator stretchy symmetric voffset width'.split(
    ' ',
  );

/** Matches the classes that align columns. */
export const mathClass: RegExp = /^tml-(?:left|right)$/;

/**
 * Convert a formula to an element that is isolated left-to-right and has its text form as `alttext`. Only the allowed
 * elements and attributes are kept. Return `undefined` if the formula is invalid.
 */
export function toMath(tex: string, isDisplay: boolean, write: WriteFormula): Element | undefined {
  let mathml: string;
  try {
    mathml = write(tex, isDisplay);
  } catch {
    // The writer throws its own errors, and a RangeError for a formula that is nested too deeply.
    return undefined;
  }
  const [math] = parser.parse(mathml).children.flatMap((node) => allowed(node));
  if (math?.type !== 'element' || math.tagName !== 'math') return undefined;
  // A `<` before a letter would look like a tag to code that searches the HTML as text.
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

/** Return whether an element has an overline, which temml draws with CSS; MathML Core has an accent for it. */
function isOverlined({ tagName, properties }: Element): boolean {
  return tagName === 'menclose' && properties['notation'] === 'top';
}

function propertiesOf({ properties }: Element): Properties {
  const kept = Object.entries(properties).filter(([name]) => attributes.has(name.toLowerCase()));
  const classes = [properties['className'] ?? []].flat().filter((name) => mathClass.test(String(name)));
  return { ...Object.fromEntries(kept), ...(classes.length > 0 && { className: classes.map(String) }) };
}
