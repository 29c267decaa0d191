import type { Html, Nodes, Parents } from 'mdast';

/**
 * Take out of a document what raw HTML marks as another language or as code: `<span lang="ar">…</span>`. Inside a
 * paragraph an empty piece of code stands for it, so that nothing reaches across.
 */
export function hideForeign(parent: Parents): void {
  const kept: Nodes[] = [];
  let name: string | undefined;
  let depth = 0;
  for (const child of parent.children) {
    const html = child.type === 'html' ? child : undefined;
    const opened = name === undefined && html ? foreignTag(html) : undefined;
    if (opened !== undefined) {
      name = opened;
      depth = 0;
      if (!flow.has(parent.type)) kept.push({ type: 'inlineCode', value: '' });
    }
    if (name === undefined) kept.push(child);
    else if (html) depth += depthOf(html, name);
    if (depth <= 0) name = undefined;
    if ('children' in child) hideForeign(child);
  }
  parent.children = kept as typeof parent.children;
}

const flow = new Set(['root', 'blockquote', 'listItem', 'footnoteDefinition']);
const tags = /<(\/?)([a-z][\w-]*)((?:\s+[^\s"'>=/]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'>]+))?)*)\s*(\/?)>/gi;
const otherLanguage = /\slang\s*=\s*["']?(?!fa\b)[a-z]/i;
const code = /^(?:code|pre|kbd|samp|var)$/i;
const empty = /^(?:br|hr|img|input|wbr)$/i;

/** The name of the element that is in another language and that this HTML leaves open. */
function foreignTag(html: Html): string | undefined {
  for (const [, slash, name = '', attributes = '', closed] of html.value.matchAll(tags)) {
    const isForeign = code.test(name) || otherLanguage.test(attributes);
    if (slash === '' && closed === '' && isForeign && !empty.test(name) && depthOf(html, name) > 0) return name;
  }
  return undefined;
}

function depthOf({ value }: Html, name: string): number {
  let depth = 0;
  for (const [, slash, other = '', , closed] of value.matchAll(tags)) {
    if (other.toLowerCase() === name.toLowerCase() && closed === '') depth += slash === '' ? 1 : -1;
  }
  return depth;
}
