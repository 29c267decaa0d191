import { splitList } from '../../../front-matter/readings.ts';
import { foldKey } from '../../../text/persian.ts';
import { type FolderSite, textsOf, valueOf } from './site.ts';

/**
 * Read the tags or categories of a file: lists, and texts that systems split in different ways. Number signs are
 * removed, and tags that only select pages for templates are dropped.
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

// Usual names of Eleventy's collections, which are tags that readers do not see.
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

/** Split a nested tag of Obsidian, and turn underscores into spaces. */
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

/** A hashtag in the text of a note; it needs more than digits. */
export const hashtag = /(?<!\S)#([\p{L}\p{M}\p{N}\p{So}_/\u200C-]*[\p{L}\p{So}_][\p{L}\p{M}\p{N}\p{So}_/\u200C-]*)/gu;

function hashtagsIn(body: string): string[] {
  return [...body.matchAll(hashtag)].slice(0, 100).map(([, name = '']) => name.replace(/\/+$/, ''));
}
