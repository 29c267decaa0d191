import type { Alias } from '../../article.ts';
import { readAlias } from '../../front-matter/alias-paths.ts';
import { claimAddresses } from '../../site/claim-addresses.ts';
import type { Urls } from '../../urls.ts';
import { note } from '../notes.ts';
import type { PlannedRecord } from './survey.ts';

/** Addresses of a site that are in use. */
export interface TakenAddresses {
  /** Slugs of existing articles and pages. */
  articles: Iterable<string>;
  pages: Iterable<string>;
  /** Paths of files that are published unchanged, starting with `/`. */
  publicFiles: readonly string[];
}

/**
 * Drop the old addresses that the new site uses itself, by the rules of the build, and note each. A list such as
 * `/tags/x/` needs no redirect: if the new site has it, it is the same list.
 */
export function claimAliases(plans: readonly PlannedRecord[], taken: TakenAddresses, urls: Urls): PlannedRecord[] {
  const others = [
    ...[...taken.articles].map((slug) => ({ url: urls.page('news', slug) })),
    ...[...taken.pages].map((slug) => ({ url: urls.page(slug) })),
    ...plans.map(({ kind, slug, path }) => ({
      url: kind === 'page' ? urls.page(slug) : urls.page('news', slug),
      file: path,
    })),
  ];
  const place = { line: 1, column: 1 };
  const read = plans.map(({ path, aliases }) => ({
    file: path,
    aliases: aliases.flatMap((written): (Alias & { written: string })[] => {
      const alias = readAlias(written);
      return alias && !isList.test(alias.path) ? [{ ...alias, ...place, written }] : [];
    }),
  }));
  const { isFree } = claimAddresses(read, { lists: [], others, publicFiles: taken.publicFiles, urls });
  return plans.map((plan, at) => {
    const free = read[at]!.aliases.filter(isFree).map(({ written }) => written);
    if (free.length === plan.aliases.length) return plan;
    const dropped = plan.aliases.filter((alias) => !free.includes(alias));
    const notes = dropped.map((alias) => note('lost', 'The new site has another page at an old address.', alias));
    return { ...plan, aliases: free, notes: [...plan.notes, ...notes] };
  });
}

const isList = /^\/(?:tags|sections|sources|authors)\/[^/]+\/?$/;
