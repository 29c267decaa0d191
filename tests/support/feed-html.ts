import { rehype } from 'rehype';
import { visit } from 'unist-util-visit';
import { VFile } from 'vfile';

/**
 * Check HTML of a feed by the rules of the W3C's Feed Validation Service: it is complete, parses without errors, and
 * contains only safe elements and absolute URLs. Faults have the service's own names.
 */
export function checkFeedHtml(html: string): string[] {
  const file = new VFile(html);
  const tree = parser.parse(file);
  const faults = file.messages.map(({ ruleId }) => `NotHtml ${ruleId}`);
  // A difference after serializing shows that the parser repaired something.
  if (parser.stringify(tree) !== plainReferences(html)) faults.push('NotHtml mended');
  visit(tree, 'element', ({ tagName, properties }) => {
    if (!elements.has(tagName)) faults.push(`SecurityRisk ${tagName}`);
    for (const [name, value] of Object.entries(properties)) {
      const attribute = name.toLowerCase();
      if (!attributes.has(attribute)) faults.push(`SecurityRiskAttr ${attribute}`);
      if (addresses.has(attribute) && !/^\w+:/.test(String(value))) faults.push(`ContainsRelRef ${String(value)}`);
    }
  });
  return faults;
}

/** Normalize references to the form used here. */
function plainReferences(html: string): string {
  return html.replaceAll('&amp;', '&#x26;').replaceAll('&lt;', '&#x3C;');
}

const parser = rehype().data('settings', { fragment: true, emitParseErrors: true }).freeze();
// The elements of our articles that the service considers safe. Neither `iframe` nor `video` with `controls` are.
const elements = new Set(
  'a bdi blockquote br code del div em figcaption figure h2 h3 h4 h5 h6 hr img input li ol p pre section span strong sup table tbody td th thead time tr ul'.split(
    ' ',
  ),
);
const attributes = new Set(
  'align alt checked cite colspan datetime dir disabled height href lang reversed rowspan scope src start title type value width'.split(
    ' ',
  ),
);
const addresses = new Set(['href', 'src', 'cite']);
