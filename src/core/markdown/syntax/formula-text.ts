import type { Element, Nodes } from 'hast';
import { scriptOf } from '../../text/scripts.ts';

/**
 * Write a formula in MathML as a line of text, for search, excerpts and readers that do not know MathML.
 *
 * @example formulaText(math) // 'a/b', 'x²', 'aᵢ', '√(x + 1)', '∑_(i = 1)^n'
 */
export function formulaText(node: Nodes): string {
  return textOf(node).replace(/\s+/g, ' ').trim();
}

const binary = /^(?:[=<>≤≥≠≈≡∼→⇒⇔∈∉⊂⊆∪∩+−±∓×÷·*∧∨]|:=)$/;

function textOf(node: Nodes): string {
  // Few fonts of texts have the star of mathematics.
  if (node.type === 'text') return node.value.replace(/[\u2061-\u2064]/g, ' ').replaceAll('∗', '*');
  if (!('children' in node)) return '';
  const parts = node.children.map((child) => textOf(child));
  if (node.type !== 'element') return parts.join('');
  const [first = '', second = '', third = ''] = parts;
  switch (node.tagName) {
    case 'mo':
      return binary.test(first) && node.properties['form'] !== 'prefix' ? ` ${first} ` : first;
    case 'mfrac':
      return isBinomial(node) ? `${first} ${second}` : `${group(first)}/${group(second)}`;
    case 'msup':
      return first + raised(second);
    case 'msub':
      return first.trimEnd() + lowered(second);
    case 'msubsup':
    case 'munderover':
      return first.trimEnd() + lowered(second) + raised(third);
    case 'munder':
      return isAccent(node) ? first : first.trimEnd() + lowered(second);
    case 'mover':
      return isAccent(node) ? first : first + raised(second);
    case 'msqrt':
      return `√${group(parts.join(''))}`;
    case 'mroot':
      return `${second.trim() === '3' ? '∛' : `${raised(second)}√`}${group(first)}`;
    case 'mtr':
      return parts.map((part) => part.trim()).join('  ');
    case 'mtable':
      return parts.join('; ');
    case 'mphantom':
      return '';
    case 'mspace':
      return Number.parseFloat(String(node.properties['width'])) >= 0.5 ? ' ' : '';
    default:
      return parts.join('');
  }
}

/** A fraction without a line. */
function isBinomial({ properties }: Element): boolean {
  return String(properties['linethickness']).startsWith('0');
}

/** A sign above or below a letter, such as an arrow, which a line of text can’t show. */
function isAccent({ children }: Element): boolean {
  const mark = children[1];
  return mark?.type === 'element' && mark.tagName === 'mo';
}

function group(text: string): string {
  const inner = text.trim();
  return /^[\p{L}\p{M}]+$|^[\p{Nd}.,٫]+$|^\([^()]*\)$|^[\p{L}\p{Nd}.]{1,3}$/u.test(inner) ? inner : `(${inner})`;
}

function raised(text: string): string {
  return scriptOf('sup', text.replace(/\s/g, '')) ?? `^${group(text)}`;
}

function lowered(text: string): string {
  return scriptOf('sub', text.replace(/\s/g, '')) ?? `_${group(text)}`;
}
