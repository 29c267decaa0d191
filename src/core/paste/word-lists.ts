import type { Element, ElementContent } from 'hast';
import { attribute, element, isBlank, isElement, type Parent, rewrite, textOf } from '../import/html/tree.ts';
import { toLatinDigits } from '../text/persian.ts';

/** Lists that are open at a place, outermost first. */
interface OpenList {
  list: Element;
  level: number;
}

/**
 * Build lists of the paragraphs by which Word writes them: each names its level in a style (`mso-list:l0 level2 lfo1`), and
 * begins with its mark in a span of its own (`mso-list:Ignore`).
 */
export function joinListItems(parent: Parent): void {
  const children: ElementContent[] = [];
  let open: OpenList[] = [];
  for (const child of parent.children as ElementContent[]) {
    const level = levelOf(child);
    if (level === undefined) {
      if (!isBlank(child)) open = [];
      if (child.type === 'element') joinListItems(child);
      children.push(child);
      continue;
    }
    const mark = takeMark(child as Element);
    open = open.filter((each) => each.level <= level);
    if (open.at(-1)?.level === level && open.at(-1)!.list.tagName !== mark.list) open.pop();
    if (open.at(-1)?.level !== level) {
      const list = element(mark.list, [], mark.start === undefined ? {} : { start: mark.start });
      const item = open.at(-1)?.list.children.at(-1) as Element | undefined;
      (item?.children ?? children).push(list);
      open.push({ list, level });
    }
    open.at(-1)!.list.children.push(element('li', (child as Element).children));
  }
  parent.children = children;
}

function levelOf(node: ElementContent): number | undefined {
  if (!isElement(node, 'p')) return undefined;
  const [, level] = /mso-list:\s*l\d+\s+level(\d)/i.exec(attribute(node, 'style')) ?? [];
  return level === undefined ? undefined : Number(level);
}

/** Remove the mark of an item, and return which list it means. */
function takeMark(item: Element): { list: 'ol' | 'ul'; start?: string } {
  let mark = '';
  rewrite(item, (node) => {
    if (!isElement(node, 'span') || !/mso-list:\s*ignore/i.test(attribute(node, 'style'))) return [node];
    mark += textOf(node);
    return [];
  });
  const [, sign] = /^[\s\u00A0(]*(\d+|\p{L}{1,3})\s*[.)\-–]/u.exec(toLatinDigits(mark)) ?? [];
  if (sign === undefined) return { list: 'ul' };
  return /^\d/.test(sign) && Number(sign) > 1 ? { list: 'ol', start: sign } : { list: 'ol' };
}
