import type { Element, ElementContent, Root } from 'hast';
import { toString } from 'hast-util-to-string';
import type { VFile } from 'vfile';
import { decodeAddress, isAddress, resolveAddress } from './addresses.ts';
import { placeOf } from './findings.ts';
import { normalizeText } from '../text/persian.ts';
import { slugify } from '../text/slug.ts';
import { isAbsoluteUrl, ownAddress, type Urls } from '../urls.ts';
import { replaceChild, walkElements } from './walk.ts';

/**
 * Resolve links, mark external ones, and unwrap those with a disallowed target, which are reported in
 * `file.data.dropped`. Links to articles are reported in `file.data.articleLinks`. Targets that can only be checked
 * against the finished site are reported in `file.data.siteLinks`: links to other pages, files and fragments, and
 * pictures whose URL contains the site's host. Runs after headings have their ids.
 */
export function rehypeLinks(urls: Urls): (tree: Root, file: VFile) => void {
  return (tree, file) => {
    const articleLinks = (file.data.articleLinks ??= []);
    const dropped = (file.data.dropped ??= []);
    const missing = (file.data.missingImages ??= []);
    const { findDocument } = file.data;
    const ids = file.data.headingIds ?? new Set();
    walkElements(tree, (node, index, parent) => {
      if (node.tagName === 'img') {
        const own = ownAddress(String(node.properties['src'] ?? '').trim(), urls);
        if (own !== undefined) (file.data.siteLinks ??= []).push({ target: own, ...placeOf(node) });
        return undefined;
      }
      if (node.tagName !== 'a' || isMarker(node)) return undefined;
      const address = String(node.properties['href'] ?? '').trim();
      const destination = resolveAddress(localFragment(address, ids), urls);
      if (!destination) {
        const found = isDocument(address) ? findDocument?.(decodeAddress(address)) : undefined;
        if (found) {
          node.properties = { href: found.src, ...titleOf(node) };
          return undefined;
        }
        if (findDocument && isDocument(address)) {
          missing.push({ target: decodeAddress(address), isDocument: true, ...placeOf(node) });
          return undefined;
        }
        if (toString(node) !== '') dropped.push({ name: 'link', address, ...placeOf(node) });
        replaceChild(parent, index, node.children);
        return index;
      }
      const { href, isExternal, article, own } = destination;
      if (article !== undefined) articleLinks.push({ target: article, ...placeOf(node) });
      if (own !== undefined && isUncertain(own, article, ids)) {
        (file.data.siteLinks ??= []).push({ target: own, ...placeOf(node) });
      }
      node.properties = { href, ...titleOf(node) };
      if (isExternal) node.properties['rel'] = ['external', 'noopener', 'noreferrer'];
      if (isAddress(toString(node))) node.properties['dir'] = 'ltr';
      return undefined;
    });
  };
}

/** Move Persian punctuation after a bare URL out of the link: `https://example.org،`. */
export function rehypeBareLinks(): (tree: Root) => void {
  return (tree) => {
    walkElements(tree, (node, index, parent) => {
      const text = node.tagName === 'a' && node.children.length === 1 ? node.children[0] : undefined;
      if (text?.type !== 'text' || !isAddress(text.value)) return;
      const [, address = '', rest = ''] = /^(.*?)([،؛؟»”…)\]]*)$/su.exec(text.value) ?? [];
      const bare = /[،؛؟»”…]/u.test(rest) ? address : text.value;
      const tail = encodeURI(text.value.slice(bare.length));
      if (tail === '' || !String(node.properties['href']).endsWith(tail)) return;
      node.properties['href'] = String(node.properties['href']).slice(0, -tail.length);
      const after: ElementContent = { type: 'text', value: text.value.slice(bare.length) };
      text.value = bare;
      parent.children.splice(index + 1, 0, after);
    });
  };
}

/** Return whether an address is the relative path of a document or recording: no scheme, no leading slash. */
function isDocument(address: string): boolean {
  return !isAbsoluteUrl(address) && documents.test(address);
}

const documents =
  /^[^/#?][^#?]*\.(?:pdf|docx?|xlsx?|pptx?|od[tsp]|csv|txt|epub|zip|mp3|m4a|ogg|wav|mp4|webm)(?:[?#].*)?$/i;

/** Footnote links and heading anchors are already correct. */
function isMarker({ properties }: Element): boolean {
  return 'dataFootnoteRef' in properties || 'dataFootnoteBackref' in properties || 'ariaLabel' in properties;
}

/**
 * Return whether an address of this site must be checked against the finished site. Links to articles are checked by
 * slug, and links to headings of the same text by id.
 */
function isUncertain(own: string, article: string | undefined, ids: ReadonlySet<string>): boolean {
  if (own.startsWith('#')) return !ids.has(decodeAddress(own.slice(1)));
  return article === undefined || own.includes('#');
}

/**
 * Find the id that a fragment refers to: writers link to a section by its heading, and the id is the heading's slug.
 * Spaces and half-spaces are ignored, so links keep working when the heading or the link is mended.
 */
function localFragment(address: string, ids: ReadonlySet<string>): string {
  if (!address.startsWith('#')) return address;
  const name = decodeAddress(address.slice(1));
  const slug = slugify(name);
  const joined = slug.replaceAll('-', '');
  const id =
    [name, slug, `s-${slug}`].find((candidate) => ids.has(candidate)) ??
    (joined === '' ? undefined : [...ids].find((candidate) => candidate.replaceAll('-', '') === joined));
  return id === undefined ? address : `#${encodeURIComponent(id)}`;
}

function titleOf({ properties }: Element): { title?: string } {
  const { title } = properties;
  return typeof title === 'string' && title.trim() !== '' ? { title: normalizeText(title) } : {};
}
