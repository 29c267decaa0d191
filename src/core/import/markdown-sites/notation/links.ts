import { decodePath } from '../../../urls.ts';
import { type BodyContext, titleOf } from './body.ts';
import { codeRanges, createFinder } from './code.ts';
import { destination, linkMarkdown, readRecordAddress, recordAddress, scheme } from './elements.ts';
import { findLinked } from '../folder/find-files.ts';
import { stemOf } from '../folder/site.ts';
import { Rewriting } from './tags.ts';

/**
 * Rewrite links to other files of the folder as `record:` addresses, and other relative ones as paths of the site.
 * Pictures and all other links are left alone.
 */
export function convertLinks(text: string, context: BodyContext): string {
  if (!/\]\(|\]:|href=/i.test(text)) return text;
  const isCode = createFinder(codeRanges(text));
  const pictures = findPictures(text);
  const resolutions = new Map<string, string | undefined>();
  const edits = new Rewriting();
  const signs =
    /(\]\(\s*)(?:<([^<>\n]{1,2000})>|([^\s<>()]+(?:\([^\s<>()]*\)[^\s<>()]*)*))|^([ \t]{0,3}\[(?!\^)[^\]\n]{1,300}\]:[ \t]*)<?([^\s<>]{1,2000})>?|(\shref=)(?:"([^"\n]{1,2000})"|'([^'\n]{1,2000})')/gim;
  for (const match of text.matchAll(signs)) {
    const { 1: opening, 2: angled, 3: bare, 4: label, 5: defined, 6: attribute, 7: double, 8: single, index } = match;
    if (isCode(index) || (opening !== undefined && pictures.has(index))) continue;
    const address = angled ?? bare ?? defined ?? double ?? single ?? '';
    if (!resolutions.has(address)) resolutions.set(address, resolve(address, context));
    const resolved = resolutions.get(address);
    if (resolved === undefined) continue;
    const head = opening ?? label ?? `${attribute}"`;
    const shown = attribute === undefined ? destination(resolved) : `${resolved}"`;
    edits.replace(index, index + match[0].length, head + shown);
  }
  return edits.apply(text);
}

/**
 * Turn bare `record:` addresses, such as that of a `{{< ref >}}` outside a link, into links with the title of the file.
 */
export function linkBareAddresses(text: string, context: BodyContext): string {
  if (!text.includes(scheme)) return text;
  const isCode = createFinder(codeRanges(text));
  const edits = new Rewriting();
  for (const match of text.matchAll(
    /(?<![^\s،؛:«])(?:https?:\/\/)?[^\s<>()[\]"'،؛«»]*?(record:[^\s<>()[\]"'،؛«»]+)/g,
  )) {
    const address = match[1]!;
    const named = readRecordAddress(address);
    if (named === undefined || !context.site.has(named.path) || isCode(match.index)) continue;
    // It is the target of a definition: `[label]: record:…`.
    if (/(?:^|\n)[ \t]{0,3}\[[^\]\n]+\]:[ \t]*$/.test(text.slice(Math.max(0, match.index - 400), match.index)))
      continue;
    const title = titleOf(context, named.path) || stemOf(named.path);
    const shown = context.recordOf(named.path) === undefined ? title : linkMarkdown(title, address);
    edits.replace(match.index, match.index + match[0].length, shown);
  }
  return edits.apply(text);
}

/** Find the closing brackets of pictures, `![…]`, as offsets. Takes linear time. */
function findPictures(text: string): ReadonlySet<number> {
  const pictures = new Set<number>();
  if (!text.includes('![')) return pictures;
  let open: boolean[] = [];
  for (const { 0: sign, index } of text.matchAll(/!?\[|\]|\n[ \t]*\n/g)) {
    if (sign.startsWith('\n')) open = [];
    else if (sign !== ']') open.push(sign === '![');
    else if (open.pop() === true) pictures.add(index);
  }
  return pictures;
}

function resolve(address: string, context: BodyContext): string | undefined {
  // A template may have prefixed the address of the site: `{{ site.url }}{% post_url … %}`.
  const inner = address.indexOf(scheme, 1);
  if (inner > 0 && context.recordOf(readRecordAddress(address.slice(inner))?.path ?? '') !== undefined)
    return address.slice(inner);
  if (address === '' || /^(?:[a-z][a-z0-9+.-]*:|\/\/|#|\?)/i.test(address)) return undefined;
  const { site, path } = context;
  const plain = address.replace(/^@\//, '/');
  const isFile = /\.(?:md|markdown|mdx|mdown)(?:[#?]|$)/i.test(plain);
  const isRelative = !plain.startsWith('/');
  // Elsewhere, a path without an extension may mean a file too.
  if (isFile || (isRelative && site.system !== 'Jekyll')) {
    const found = findLinked(site, path, plain);
    const record = context.recordOf(found?.path ?? '');
    if (found && record !== undefined && record !== path) return recordAddress(record, found.fragment);
  }
  if (!isRelative || isFile || context.address === undefined || /\.[a-z0-9]{2,5}(?:[#?]|$)/i.test(plain))
    return undefined;
  const url = URL.parse(plain, `http://localhost${context.address}`);
  return url === null
    ? undefined
    : (decodePath(url.pathname) ?? url.pathname) + url.search + (decodePath(url.hash) ?? url.hash);
}
