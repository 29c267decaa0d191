import type { Element, Root } from 'hast';
import type { Options } from 'remark-rehype';
import { formatPlainNumber } from '../text/persian.ts';
import { walkElements } from './walk.ts';

/** Footnote options for remark-rehype; {@link rehypeFootnotes} post-processes the result. */
export const footnoteOptions: Options = {
  clobberPrefix: '',
  footnoteLabel: 'پانوشت‌ها',
  footnoteLabelProperties: {},
  footnoteBackContent: '↩',
  footnoteBackLabel: (_, count) => (count > 1 ? `بازگشت به متن (${formatPlainNumber(count)})` : 'بازگشت به متن'),
};

/** Number footnotes in Persian digits and derive their ids from their numbers: `fn-1`, `fnref-1`, `fnref-1-2`. */
export function rehypeFootnotes(): (tree: Root) => void {
  return (tree) => {
    walkElements(tree, (node) => {
      if (node.tagName === 'section') numberNotes(node);
      else if (node.properties['id'] === 'footnote-label') node.properties = { id: 'fn-label' };
      else if ('dataFootnoteRef' in node.properties) numberReference(node);
    });
  };
}

function numberReference(link: Element): void {
  const [text] = link.children;
  if (text?.type !== 'text') return;
  const number = text.value;
  const identifier = String(link.properties['href']).slice('#fn-'.length);
  const repeat = String(link.properties['id']).slice('fnref-'.length + identifier.length);
  text.value = formatPlainNumber(Number(number));
  link.properties = {
    className: ['fn-ref'],
    href: `#fn-${number}`,
    id: `fnref-${number}${repeat}`,
    ariaLabel: `پانوشت ${text.value}`,
  };
}

function numberNotes(section: Element): void {
  let number = 0;
  let count = 0;
  section.properties = { className: ['footnotes'], ariaLabelledBy: ['fn-label'] };
  walkElements(section, (node) => {
    if (node.tagName === 'li' && 'id' in node.properties) {
      number += 1;
      count = 0;
      node.properties = { id: `fn-${number}` };
    } else if ('dataFootnoteBackref' in node.properties) {
      count += 1;
      const { ariaLabel } = node.properties;
      const href = `#fnref-${number}${count > 1 ? `-${count}` : ''}`;
      node.properties = { className: ['fn-back'], href, ariaLabel: String(ariaLabel) };
    }
  });
}
