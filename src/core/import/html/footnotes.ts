import type { Element, ElementContent, Root } from 'hast';
import { decodePath } from '../../urls.ts';
import { attribute, findElement, isBlank, isElement, lineOf, rewrite, visitElements } from './tree.ts';

/** Name, unknown to HTML, of the elements that {@link markFootnotes} creates. */
export const footnoteElement = 'x-footnote';

/**
 * Find footnotes by their links: a number that links to an item further down, which links back. Each number is replaced
 * by a {@link footnoteElement}; items and their list are removed from the text.
 *
 * @returns The contents of the items, by number.
 */
export function markFootnotes(tree: Root): ReadonlyMap<string, ElementContent[]> {
  const targets = new Map<string, Element>();
  const backLinks = new Set<string>();
  visitElements(tree, (node) => {
    const id = attribute(node, 'id');
    if (id !== '' && !targets.has(id)) targets.set(id, node);
  });
  const itemOf = (anchor: Element): { id: string; item: Element } | undefined => {
    const href = attribute(anchor, 'href');
    const id = href.startsWith('#') ? decodePath(href.slice(1)) : undefined;
    const target = id === undefined ? undefined : targets.get(id);
    const isNumber = /^[[(]?[\d۰-۹٠-٩*†‡]{1,4}[\])]?$/.test(lineOf(anchor));
    return id !== undefined && target && isNumber && isElement(target, 'li p div') ? { id, item: target } : undefined;
  };
  const notes = new Map<string, ElementContent[]>();
  const numbers = new Map<string, string>();
  const isMark = (node: Element): boolean => isElement(node, 'sup a');
  rewrite(tree, (node) => {
    if (node.type !== 'element' || !isMark(node)) return [node];
    if (node.tagName === 'sup' && node.children.some((child) => isElement(child, footnoteElement)))
      return node.children;
    const anchor = node.tagName === 'a' ? node : onlyLink(node);
    const found = anchor && itemOf(anchor);
    // A number within the list of footnotes links back to the text.
    if (!anchor || !found || !leadsBack(found.item)) return [node];
    const number = numbers.get(found.id) ?? `${numbers.size + 1}`;
    numbers.set(found.id, number);
    backLinks.add(attribute(node, 'id') || attribute(anchor, 'id'));
    return [{ type: 'element', tagName: footnoteElement, properties: { id: number }, children: [] }];
  });
  if (numbers.size === 0) return notes;
  rewrite(tree, (node) => {
    if (node.type !== 'element') return [node];
    if (isElement(node, footnoteElement) || !isElement(node, 'li p div')) {
      return isElement(node, 'ol ul') && node.children.every(isBlank) ? [] : [node];
    }
    const number = numbers.get(attribute(node, 'id'));
    if (number === undefined) return [node];
    notes.set(number, withoutBackLinks(node).children);
    return [];
  });
  return notes;
}

function onlyLink(node: Element): Element | undefined {
  const [only, ...others] = node.children.filter((child) => !isBlank(child));
  return others.length === 0 && isElement(only, 'a')
    ? only
    : others.length === 0 && isElement(only, 'sup')
      ? onlyLink(only)
      : undefined;
}

function isBackLink(node: Element): boolean {
  return (
    node.tagName === 'a' &&
    attribute(node, 'href').startsWith('#') &&
    /^[\s↩↑^⏎\d۰-۹[\]().]*$/.test(lineOf(node).replace(/[\uFE0E\uFE0F]/g, ''))
  );
}

function leadsBack(item: Element): boolean {
  return findElement(item, isBackLink) !== undefined;
}

function withoutBackLinks(item: Element): Element {
  const copy: Root = { type: 'root', children: [structuredClone(item)] };
  rewrite(copy, (node) =>
    isElement(node, 'a') && isBackLink(node)
      ? []
      : isElement(node, 'sup') && node.children.every(isBlank)
        ? []
        : [node],
  );
  return copy.children[0] as Element;
}
