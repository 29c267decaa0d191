import type { Element, ElementContent, Root } from 'hast';
import { h } from 'hastscript';
import type { VFile } from 'vfile';
import { halfSpace } from '../text/persian.ts';
import { cutSlug, slugify } from '../text/slug.ts';
import { walkElements } from './walk.ts';

/**
 * Fit the headings of a body under the page's h1: they start at h2 and skip no level, and siblings stay siblings. Each
 * gets an id and a link to itself. The ids are reported in `file.data.headingIds`.
 *
 * Mending a heading changes its id if half-spaces were missing: «حملونقل» becomes «حمل‌ونقل». The anchor link of a
 * heading with half-spaces therefore gets the id of the spelling without them, so that old URLs keep working.
 */
export function rehypeHeadings(): (tree: Root, file: VFile) => void {
  return (tree, file) => {
    const ids = new Set<string>();
    const counts = new Map<string, number>();
    const split: Element[] = [];
    const open: { written: number; level: number }[] = [];
    walkElements(tree, (node) => {
      const written = Math.max(2, Number(/^h([1-6])$/.exec(node.tagName)?.[1]));
      if (Number.isNaN(written) || node.properties['id'] !== undefined) return;
      while ((open.at(-1)?.written ?? 0) > written) open.pop();
      if (open.at(-1)?.written !== written) open.push({ written, level: (open.at(-1)?.level ?? 1) + 1 });
      node.tagName = `h${open.at(-1)!.level}`;
      const title = titleOf(node);
      addAnchor(node, uniqueId(title, ids, counts));
      if (title.includes(halfSpace)) split.push(node);
    });
    // After all regular ids, so that old spellings never change the id of another heading.
    for (const heading of split) addOldId(heading, ids);
    file.data.headingIds = ids;
  };
}

const maxIdBytes = 200;

function uniqueId(text: string, ids: Set<string>, counts: Map<string, number>): string {
  const slug = cutSlug(slugify(text), maxIdBytes) || 'بخش';
  // All other ids of the page are ASCII: `main`, `search`, `fn-1`.
  const base = /^[\x21-\x7E]+$/.test(slug) ? `s-${slug}` : slug;
  let count = counts.get(base) ?? 1;
  let id = count === 1 ? base : `${base}-${count}`;
  for (; ids.has(id); id = `${base}-${count}`) count += 1;
  counts.set(base, count);
  ids.add(id);
  return id;
}

/** Text of a heading without footnote numbers. */
function titleOf(node: ElementContent): string {
  if (node.type === 'text') return node.value;
  if (node.type !== 'element' || 'dataFootnoteRef' in node.properties) return '';
  return node.children.map((child) => titleOf(child)).join('');
}

function addOldId(heading: Element, ids: Set<string>): void {
  const id = cutSlug(slugify(titleOf(heading).replaceAll(halfSpace, '')), maxIdBytes);
  const anchor = heading.children.at(-1);
  // An ASCII id could collide with one of the page's own, such as `main`.
  if (ids.has(id) || !/[^\x21-\x7E]/.test(id) || anchor?.type !== 'element') return;
  ids.add(id);
  anchor.properties['id'] = id;
}

function addAnchor(heading: Element, id: string): void {
  heading.properties['id'] = id;
  heading.children.push(h('a.anchor', { href: `#${encodeURIComponent(id)}`, ariaLabel: 'پیوند به این بخش' }));
}
