import { splitList } from '../../../front-matter/readings.ts';
import { foldKey } from '../../../text/persian.ts';
import { type FolderSite, textsOf, valueOf } from './site.ts';

/**
 * Read the tags or categories of a file: lists, and texts that each system splits in its own way. The sign of a hashtag
 * and tags by which templates find their pages are dropped.
 *
 * @param plural Value of `tags`.
 * @param single Value of `tag`.
 */
export function readTags(site: FolderSite, plural: unknown, single: unknown, body: string): string[] {
  const inBody = site.system === 'Obsidian' && body !== '' ? hashtagsIn(body) : [];
  const all = [...itemsOf(plural, site, true), ...itemsOf(single, site, false), ...inBody];
  const seen = new Set<string>();
  return all
    .flatMap((tag) => partsOf(tag, site))
    .filter((tag) => {
      const key = foldKey(tag) || tag;
      if (tag === '' || seen.has(key)) return false;
      seen.add(key);
      return !(site.system === 'Eleventy' && collections.test(tag));
    });
}

// Names of Eleventy's collections, of which templates are made.
const collections = /^(?:posts?|all|nav|pages?|blog|articles?|collections?)$/i;

function itemsOf(value: unknown, site: FolderSite, isPlural: boolean): string[] {
  if (Array.isArray(value)) return (value as unknown[]).flatMap((item) => itemsOfList(item));
  if (typeof value === 'object' && value !== null) return textsOf(valueOf(value, 'name') ?? Object.keys(value));
  if (typeof value !== 'string') return [];
  const text = value.trim().replace(/^\[(.*)\]$/, '$1');
  if (/[,،;؛]/.test(text)) return splitList(text);
  if (/(?:^|\s)#\S+\s+#\S/.test(text)) return text.split(/\s+(?=#)/);
  const isWords = isPlural && (site.system === 'Jekyll' || site.system === 'Obsidian');
  return isWords ? text.split(/\s+/) : [text];
}

function itemsOfList(item: unknown): string[] {
  if (Array.isArray(item)) return (item as unknown[]).flatMap(itemsOfList);
  if (typeof item === 'object' && item !== null)
    return textsOf(valueOf(item, 'name') ?? valueOf(item, 'title') ?? Object.values(item));
  return textsOf(item);
}

/** Split a nested tag of Obsidian, and make words of what cannot hold spaces. */
function partsOf(tag: string, site: FolderSite): string[] {
  const plain = tag
    .trim()
    .replace(/^["']|["']$/g, '')
    .replace(/^#+\s*/, '')
    .trim();
  if (site.system !== 'Obsidian') return [plain];
  return plain
    .split('/')
    .filter((part) => part !== '')
    .map((part) => part.replace(/_/g, ' ').trim());
}

/** Hashtags in the text of a note. Digits alone make none. */
export const hashtag = /(?<!\S)#([\p{L}\p{M}\p{N}\p{So}_/\u200C-]*[\p{L}\p{So}_][\p{L}\p{M}\p{N}\p{So}_/\u200C-]*)/gu;

function hashtagsIn(body: string): string[] {
  return [...body.matchAll(hashtag)].slice(0, 100).map(([, name = '']) => name.replace(/\/+$/, ''));
}
