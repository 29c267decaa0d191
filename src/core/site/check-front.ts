import type { ArticleLink } from '../article.ts';
import { type Problem, quoteValue } from '../problems/problem.ts';
import { nearestOf } from '../text/nearest.ts';
import type { FrontFile } from './front-file.ts';
import type { TermIndex } from './terms.ts';

/** All articles that the front page refers to. */
export function pinsOf({ lead, top, blocks = [], breaking }: FrontFile): ArticleLink[] {
  return [
    ...(lead ? [lead.article, ...lead.with] : []),
    ...top,
    ...blocks.flatMap(({ articles }) => articles),
    ...(breaking?.article ? [breaking.article] : []),
  ];
}

/** Find blocks of tags that no article has. */
export function findUnknownTags({ file, blocks = [] }: FrontFile, tags: TermIndex): Problem[] {
  return blocks.flatMap(({ content, name, line, column }): Problem[] => {
    if (content !== 'tag' || name === undefined || tags.find(name)) return [];
    const nearest = nearestOf(
      name,
      tags.links.map(({ label }) => label),
    );
    const hint = nearest === undefined ? '' : ` (${nearest}?)`;
    return [{ id: 'front-tag', file, field: 'blocks', line, column, values: { found: quoteValue(name), hint } }];
  });
}
