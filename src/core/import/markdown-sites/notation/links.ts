import { decodePath } from '../../../urls.ts';
import type { BodyContext } from './body.ts';
import { codeRanges, createFinder } from './code.ts';
import { destination, recordAddress } from './elements.ts';
import { findLinked } from '../folder/find-files.ts';
import { Rewriting } from './tags.ts';

/**
 * Write the links of a text to other files of the folder as `record:` addresses, and those that are relative to the page
 * as paths of the site. Pictures and all others stay.
 */
export function convertLinks(text: string, context: BodyContext): string {
  if (!/\]\(|\]:|href=/i.test(text)) return text;
  const isCode = createFinder(codeRanges(text));
  const edits = new Rewriting();
  const signs =
    /(\]\(\s*)(?:<([^<>\n]{1,2000})>|([^\s<>()]+(?:\([^\s<>()]*\)[^\s<>()]*)*))|^([ \t]{0,3}\[(?!\^)[^\]\n]{1,300}\]:[ \t]*)<?([^\s<>]{1,2000})>?|(\shref=)(?:"([^"\n]{1,2000})"|'([^'\n]{1,2000})')/gim;
  for (const match of text.matchAll(signs)) {
    const { 1: opening, 2: angled, 3: bare, 4: label, 5: defined, 6: attribute, 7: double, 8: single, index } = match;
    if (isCode(index) || (opening !== undefined && isPicture(text, index))) continue;
    const address = angled ?? bare ?? defined ?? double ?? single ?? '';
    const resolved = resolve(address, context);
    if (resolved === undefined) continue;
    const head = opening ?? label ?? `${attribute}"`;
    const shown = attribute === undefined ? destination(resolved) : `${resolved}"`;
    edits.replace(index, index + match[0].length, head + shown);
  }
  return edits.apply(text);
}

/** Find whether the `](` at an offset belongs to a picture: its text begins with `![`. */
function isPicture(text: string, end: number): boolean {
  const from = Math.max(0, end - maxText);
  let depth = 0;
  for (let at = end; at >= from; at -= 1) {
    if (text[at] === ']') depth += 1;
    else if (text[at] === '[' && (depth -= 1) === 0) return text[at - 1] === '!';
    else if (text[at] === '\n' && text[at - 1] === '\n') return false;
  }
  return false;
}

// The longest description of a picture that is looked at.
const maxText = 500;

function resolve(address: string, context: BodyContext): string | undefined {
  if (address === '' || /^(?:[a-z][a-z0-9+.-]*:|\/\/|#|\?)/i.test(address)) return undefined;
  const { site, path } = context;
  const plain = address.replace(/^@\//, '/');
  const isFile = /\.(?:md|markdown|mdx|mdown)(?:[#?]|$)/i.test(plain);
  const isRelative = !plain.startsWith('/');
  // Hugo and others read paths without an extension as addresses, and only these as files.
  if (isFile || (isRelative && site.system !== 'Jekyll')) {
    const found = findLinked(site, path, plain);
    if (found && found.path !== path && context.isRecord(found.path)) return recordAddress(found.path, found.fragment);
  }
  if (!isRelative || isFile || context.address === undefined || /\.[a-z0-9]{2,5}(?:[#?]|$)/i.test(plain))
    return undefined;
  const url = URL.parse(plain, `http://localhost${context.address}`);
  return url === null
    ? undefined
    : (decodePath(url.pathname) ?? url.pathname) + url.search + (decodePath(url.hash) ?? url.hash);
}
