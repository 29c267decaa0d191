import { decodePath } from '../../urls.ts';
import type { FolderSite } from './folder/site.ts';
import { eleventyRules } from './eleventy.ts';
import { astroRules, markdownRules, obsidianRules } from './other-systems.ts';
import { hexoRules } from './hexo.ts';
import { hugoRules } from './hugo.ts';
import { jekyllRules } from './jekyll.ts';
import type { RecordFiles, SystemRules } from './rules.ts';

const rules: Readonly<Record<FolderSite['system'], SystemRules>> = {
  Hugo: hugoRules,
  Jekyll: jekyllRules,
  Hexo: hexoRules,
  Eleventy: eleventyRules,
  Astro: astroRules,
  Obsidian: obsidianRules,
  Markdown: markdownRules,
};

/** Return the rules of a site's system. */
export function rulesOf(site: FolderSite): SystemRules {
  return rules[site.system];
}

const known = new WeakMap<FolderSite, RecordFiles & { set: ReadonlySet<string> }>();

/** List the records of a folder, sorted by path, and the skipped files. */
export function recordsOf(site: FolderSite): RecordFiles & { set: ReadonlySet<string> } {
  const before = known.get(site);
  if (before) return before;
  const { records, skipped } = rulesOf(site).files(site);
  const found = { records: records.toSorted(), skipped, set: new Set(records) };
  known.set(site, found);
  return found;
}

/** Complete addresses with the path of the site, without duplicates and invalid paths. */
export function completeAddresses({ base }: FolderSite, addresses: readonly (string | undefined)[]): string[] {
  const all = addresses.flatMap((address) => {
    if (address === undefined || address.trim() === '') return [];
    const path = /^https?:\/\//i.test(address)
      ? URL.parse(address)?.pathname
      : `/${address.trim().replace(/^\/+/, '')}`;
    const plain = path === undefined ? undefined : (decodePath(path) ?? path).replace(/\/index\.html?$/i, '/');
    if (plain === undefined || plain === '/' || /[{}<>\n]/.test(plain)) return [];
    return base === '' || plain.startsWith(`${base}/`) ? [plain] : [base + plain, plain];
  });
  return [...new Set(all)];
}
