import type { Element, ElementContent } from 'hast';
import { attribute, isBlank, isElement, type Parent, visitElements } from '../import/html/tree.ts';

/**
 * Give the paragraph of each footnote the name by which its number finds it. Word and Google Docs give it to the link that
 * leads back, which is the first thing in the paragraph: `<p><a href="#_ftnref1" name="_ftn1">[1]</a> …`. The line above
 * the footnotes is removed.
 */
export function anchorNotes(tree: Parent): void {
  visitElements(tree, (node) => {
    if (!isElement(node, 'p li') || attribute(node, 'id') !== '') return;
    const link = firstLink(node);
    const name = link && (attribute(link, 'name') || attribute(link, 'id'));
    if (!link || !name || !attribute(link, 'href').startsWith('#')) return;
    node.properties['id'] = name;
    delete link.properties['id'];
  });
  removeRules(tree);
}

/** The link that a paragraph begins with. */
function firstLink(node: Element): Element | undefined {
  const first = node.children.find((child) => !isBlank(child));
  if (first?.type !== 'element') return undefined;
  return first.tagName === 'a' ? first : isElement(first, 'span sup') ? firstLink(first) : undefined;
}

/** Remove lines that are followed by nothing but footnotes. */
function removeRules(parent: Parent): void {
  const children = parent.children as ElementContent[];
  parent.children = children.filter((child, index) => {
    if (!isElement(child, 'hr')) return true;
    const next = children.slice(index + 1).find((each) => !isBlank(each));
    return !isElement(next, 'div p li') || !isNote(next);
  });
  for (const child of parent.children) if (isElement(child, 'div body b')) removeRules(child);
}

function isNote(node: Element): boolean {
  const name = /^_?(?:ftn|edn)t?\d+$/;
  if (name.test(attribute(node, 'id'))) return true;
  const first = node.children.find((child) => !isBlank(child));
  return isElement(first, 'p div') && isNote(first);
}
