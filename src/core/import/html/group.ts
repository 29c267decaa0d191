import type { Element, ElementContent, Root } from 'hast';
import { footnoteElement } from './footnotes.ts';
import { isSameLink, isVoid, type Leaf, type Link, tidyLine } from './phrases.ts';
import { attribute, element, findElement, isElement, text, textOf } from './tree.ts';

/** Remove bold from a line that is entirely bold, where headings are bold anyway. */
export function withoutWholeFormat(line: readonly Leaf[]): Leaf[] {
  const isWhole = line.every(({ formats }) => formats.includes('strong'));
  return line.map((leaf) =>
    isWhole ? { ...leaf, formats: leaf.formats.filter((format) => format !== 'strong') } : leaf,
  );
}

/**
 * Build elements around the pieces of a tidy line. The longest-reaching markup is outermost, so that nested, crossed,
 * repeated and adjacent markup is written once.
 */
export function groupLeaves(line: readonly Leaf[]): ElementContent[] {
  const [only] = line;
  if (line.length === 1 && only!.kind === 'image') return group(line, []);
  // Pages show no caption for a picture beside words.
  const whole = line.flatMap((leaf): Leaf[] => {
    const caption = leaf.image ? attribute(leaf.image, 'title') : '';
    if (caption === '') return [leaf];
    const image = { ...leaf.image!, properties: { ...leaf.image!.properties, title: undefined } };
    return [
      { ...leaf, image },
      { kind: 'text', text: ` ${caption} `, formats: [], link: leaf.link },
    ];
  });
  return group(whole.length === line.length ? line : tidyLine(whole), []);
}

function group(line: readonly Leaf[], applied: readonly string[]): ElementContent[] {
  const nodes: ElementContent[] = [];
  for (let index = 0; index < line.length;) {
    const leaf = line[index]!;
    let [format, end] = ['', index];
    const open = isVoid(leaf) ? [] : leaf.link ? ['a', ...leaf.formats] : leaf.formats;
    for (const each of open) {
      if (applied.includes(each)) continue;
      let last = index + 1;
      while (last < line.length && carries(line[last]!, each, leaf)) last += 1;
      while (isVoid(line[last - 1]!)) last -= 1;
      if (last > end) [format, end] = [each, last];
    }
    if (format === '') {
      nodes.push(nodeOf(leaf));
      index += 1;
      continue;
    }
    const children = group(line.slice(index, end), [...applied, format]);
    // An invisible link can't be clicked.
    if (format === 'a' && isUnseen(children)) for (const child of children) nodes.push(child);
    else nodes.push(elementOf(format, children, leaf.link));
    index = end;
  }
  return mergeTexts(nodes);
}

/** Join neighbouring texts, and neighbouring pieces of code, whose backticks would otherwise merge. */
function mergeTexts(nodes: readonly ElementContent[]): ElementContent[] {
  const merged: ElementContent[] = [];
  for (let index = 0; index < nodes.length;) {
    const node = nodes[index]!;
    const isAlike = (other: ElementContent | undefined): boolean =>
      node.type === 'text' ? other?.type === 'text' : isElement(node, 'code') && isElement(other, 'code');
    let end = index + 1;
    while (isAlike(nodes[end])) end += 1;
    const run = nodes.slice(index, end);
    const value = run.length > 1 ? run.map(textOf).join('') : '';
    merged.push(run.length === 1 ? node : node.type === 'text' ? text(value) : element('code', [text(value)]));
    index = end;
  }
  return merged;
}

function carries(leaf: Leaf, format: string, { link }: Leaf): boolean {
  return format === 'a' ? isSameLink(leaf.link, link) : leaf.formats.includes(format);
}

function elementOf(format: string, children: ElementContent[], link: Link | undefined): Element {
  if (format === 'a') {
    const { href, title } = link!;
    return element('a', children, title === '' ? { href } : { href, title });
  }
  return format.startsWith('abbr ')
    ? element('abbr', children, { title: format.slice('abbr '.length) })
    : element(format, children);
}

function nodeOf(leaf: Leaf): ElementContent {
  switch (leaf.kind) {
    case 'text':
      return text(leaf.text);
    case 'break':
      return element('br', []);
    case 'code':
      return element('code', [text(leaf.text)]);
    case 'note':
      return element(footnoteElement, [], { id: leaf.text });
    case 'image': {
      const texts = ['alt', 'title'].map((name) => [name, attribute(leaf.image!, name).replace(/\s+/g, ' ')] as const);
      const kept = texts.filter(([name, value]) => value !== '' || name === 'alt');
      return element('img', [], { src: attribute(leaf.image!, 'src'), ...Object.fromEntries(kept) });
    }
  }
}

/** Whether nodes show nothing but space or empty quotation marks. */
function isUnseen(nodes: readonly ElementContent[]): boolean {
  const root: Root = { type: 'root', children: [...nodes] };
  if (findElement(root, (child) => isElement(child, `img ${footnoteElement}`))) return false;
  return /^(?:[\s\p{Cf}]|«[\s«»]*»)*$/u.test(textOf(root));
}
