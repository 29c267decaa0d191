import type { Element, Nodes } from 'hast';
import { scriptOf } from '../../text/scripts.ts';

/**
 * Convert a MathML formula to a line of text, for search, excerpts and clients without MathML support.
 *
 * @example formulaText(math) // 'a/b', 'x²', 'aᵢ', '√(x + 1)', '∑_(i = 1)^n'
 */
export function formulaText(node: Nodes): string {
  return textOf(node).replace(/\s+/g, ' ').trim();
}

const binary = /^(?:[=<>≤≥≠≈≡∼→⇒⇔∈∉⊂⊆∪∩+−±∓×÷·*∧∨]|:=)$/;

function textOf(node: Nodes): string {
  // Few text fonts have the asterisk operator (U+2217).
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

/** Return whether a fraction is a binomial coefficient, which has no fraction bar. */
function isBinomial({ properties }: Element): boolean {
  return String(properties['linethickness']).startsWith('0');
}

/** Return whether a script is an accent, such as an arrow above a letter, which plain text can’t represent. */
function isAccent({ children }: Element): boolean {
  const mark = children[1];
  return mark?.type === 'element' && mark.tagName === 'mo';
}

function group(text: string): string {
  const inner = text.trim();
  return /^[\p{L}\p{M}]+$|^[\p{Nd}.,٫]+$|^\([^()]*\)$|^[\p{L}\p{Nd}.]{1,3}$/u.test(inner) ? inner : `(${inner})`;
}

function raised(text: string): string {
  return scriptIn('sup', text) ?? `^${group(text)}`;
}

function lowered(text: string): string {
  return scriptIn('sub', text) ?? `_${group(text)}`;
}

/** Few fonts of texts have other letters raised or lowered than n and i. */
function scriptIn(kind: 'sup' | 'sub', text: string): string | undefined {
  const joined = text.replace(/\s/g, '');
  return /^[\d+−=()ni′″]*$/.test(joined) ? scriptOf(kind, joined) : undefined;
}
