import type { Element } from 'hast';
import type { Nodes, Paragraph, Parents, Root, Text } from 'mdast';
import type { VFile } from 'vfile';
import type { Formula } from './formulas.ts';
import { toMath, type WriteFormula } from './mathml.ts';

/**
 * Convert the formulas of a document to MathML. An invalid formula stays as typed and is reported in
 * `file.data.dropped`; without `loadWriter`, all formulas stay as typed.
 *
 * @param loadWriter Loads the MathML writer; called only if a document has a formula.
 */
export function remarkFormulas(loadWriter?: () => WriteFormula): (tree: Root, file: VFile) => void {
  return (tree, file) => {
    const source = String(file);
    if (!source.includes('$')) return;
    const dropped = (file.data.dropped ??= []);
    const write = (formula: Formula): Element | undefined => {
      const math = loadWriter && toMath(formula.value, formula.isDisplay, loadWriter());
      if (loadWriter && !math) {
        const { line = 1, column = 1 } = formula.position?.start ?? {};
        dropped.push({ name: 'formula', address: formula.value, line, column });
      }
      return math;
    };
    writeIn(tree, source, write);
  };
}

function writeIn(parent: Parents, source: string, write: (formula: Formula) => Element | undefined): void {
  parent.children = parent.children.map((child): Nodes => {
    const formula = aloneIn(child);
    if (formula) return blockOf(formula, write(formula)) ?? asParagraph(formula, source);
    if (child.type !== 'formula') return child;
    const math = write(child);
    return math
      ? { ...child, data: { hName: 'bdi', hProperties: { dir: 'ltr' }, hChildren: [math] } }
      : asTyped(child, source);
  }) as typeof parent.children;
  for (const child of parent.children) if ('children' in child) writeIn(child, source, write);
}

/** Return the formula of a block that contains nothing else. */
function aloneIn(node: Nodes): Formula | undefined {
  if (node.type === 'formula') return node.isBlock ? node : undefined;
  const [only, more] = node.type === 'paragraph' ? node.children : [];
  return only?.type === 'formula' && only.isDisplay && !more ? only : undefined;
}

function blockOf(formula: Formula, math: Element | undefined): Formula | undefined {
  const hProperties = { className: ['formula'], dir: 'ltr', tabIndex: 0, role: 'group', ariaLabel: 'فرمول' };
  return math && { ...formula, data: { hName: 'div', hProperties, hChildren: [math] } };
}

function asTyped({ position }: Formula, source: string): Text {
  const value = source.slice(position?.start.offset, position?.end.offset);
  return { type: 'text', value, ...(position && { position }) };
}

function asParagraph(formula: Formula, source: string): Paragraph {
  return {
    type: 'paragraph',
    children: [asTyped(formula, source)],
    ...(formula.position && { position: formula.position }),
  };
}
