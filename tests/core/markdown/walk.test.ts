import fc from 'fast-check';
import type { Element, Root } from 'hast';
import { h } from 'hastscript';
import { describe, expect, it } from 'vitest';
import { replaceChild, walkElements } from '../../../src/core/markdown/walk.ts';
import { elementsOf } from '../../support/html.ts';
import { countRuns } from '../../support/runs.ts';
import { parseFragment, writeTree } from '../../support/trees.ts';

const seed = Number(process.env['SEED'] ?? 14050909);

/** List the names of the elements in visiting order; `next` decides where to continue. */
function visitsOf(tree: Root, next: (element: Element, index: number) => number | undefined = () => undefined) {
  const names: string[] = [];
  walkElements(tree, (element, index) => {
    names.push(element.tagName);
    return next(element, index);
  });
  return names;
}

describe('walkElements', () => {
  it('visits elements only, parents before their children', () => {
    const tree = parseFragment('متن<ul><li><b>یک</b></li><!-- x --><li>دو</li></ul><p>سه</p>');
    expect(visitsOf(tree)).toEqual(['ul', 'li', 'b', 'li', 'p']);
  });

  it('passes the index and parent, so that an element can be replaced', () => {
    const tree = parseFragment('یک<i>دو</i><p>سه<i>چهار</i></p>');
    walkElements(tree, (element, index, parent) => {
      if (element.tagName === 'i') parent.children[index] = h('em', element.children);
    });
    expect(writeTree(tree)).toBe('یک<em>دو</em><p>سه<em>چهار</em></p>');
  });

  it('continues at a returned index and skips the children', () => {
    const tree = parseFragment('<ul><li></li></ul><p><b></b></p><hr><table></table>');
    expect(visitsOf(tree, ({ tagName }, index) => (tagName === 'ul' ? index + 1 : undefined))).toEqual([
      'ul',
      'p',
      'b',
      'hr',
      'table',
    ]);
    expect(visitsOf(tree, ({ tagName }, index) => (tagName === 'ul' ? index + 3 : undefined))).toEqual(['ul', 'table']);
  });

  it('visits the replacement if the same index is returned', () => {
    const tree = parseFragment('<p><i>یک</i><b>دو</b></p>');
    const names: string[] = [];
    walkElements(tree, (element, index, parent) => {
      names.push(element.tagName);
      if (element.tagName !== 'p') return undefined;
      replaceChild(parent, index, element.children);
      return index;
    });
    expect(names).toEqual(['p', 'i', 'b']);
  });

  it(`visits every element once, in document order (SEED=${seed})`, () => {
    const { nodes } = fc.letrec<{ nodes: Element | string; elements: Element }>((tie) => ({
      nodes: fc.oneof({ maxDepth: 4 }, fc.constant('متن'), tie('elements')),
      elements: fc
        .tuple(fc.constantFrom('div', 'b', 'p'), fc.array(tie('nodes'), { maxLength: 4 }))
        .map(([name, children]) => h(name, children)),
    }));
    fc.assert(
      fc.property(fc.array(nodes, { maxLength: 4 }), (children) => {
        const tree = h(null, children);
        const visited: Element[] = [];
        walkElements(tree, (element) => {
          visited.push(element);
        });
        const all = elementsOf(tree).map(({ element }) => element);
        expect(visited).toHaveLength(all.length);
        visited.forEach((element, index) => expect(element).toBe(all[index]));
      }),
      { seed, numRuns: countRuns(100, 1000) },
    );
  });
});

describe('replaceChild', () => {
  // 200,000 exceeds the number of arguments that a call can take.
  it.each([0, 1, 2, 999, 1000, 200_000])('replaces one node with %i', (count) => {
    const parent = h('p', h('i'), h('b'), h('s'));
    replaceChild(
      parent,
      1,
      Array.from({ length: count }, (_, index) => ({ type: 'text', value: String(index) })),
    );
    expect(parent.children).toHaveLength(count + 2);
    expect(parent.children[0]).toMatchObject({ tagName: 'i' });
    expect(parent.children.at(-1)).toMatchObject({ tagName: 's' });
    expect(parent.children.slice(1, -1).every((child, index) => 'value' in child && child.value === `${index}`)).toBe(
      true,
    );
  });
});
