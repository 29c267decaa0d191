import type { ArticleLink, FilePlace } from '../article.ts';
import { type Problem, quoteValue } from '../problems/problem.ts';
import { nearestOf } from '../text/nearest.ts';
import type { KnownFile } from './check-references.ts';

/** The file of a content folder in which editors compose the front page. */
export const frontFileName = 'front.yml';

/** The contents that a block of the front page may have. */
export const blockContents = ['section', 'tag', 'slugs', 'latest', 'picks', 'popular', 'opinion', 'photos'] as const;

/** One of {@link blockContents}. */
export type BlockContent = (typeof blockContents)[number];

/** How a block arranges its articles. */
export const blockLayouts = ['lead', 'three', 'list', 'photos', 'opinion'] as const;

/** One of {@link blockLayouts}. */
export type BlockLayout = (typeof blockLayouts)[number];

/** A block of the front page, as its file describes it. */
export interface FrontBlock extends FilePlace {
  content: BlockContent;
  /** The section's slug, or the tag in any spelling, for these contents. */
  name?: string | undefined;
  /** For the content `slugs`. */
  articles: readonly ArticleLink[];
  layout: BlockLayout;
  /** Largest number of articles. */
  count: number;
  title?: string | undefined;
  /** When it disappears, in milliseconds since 1970-01-01T00:00Z. */
  until?: number | undefined;
}

/** The front page as `front.yml` describes it. */
export interface FrontFile {
  /** Path shown in problems. */
  file: string;
  /** The first article, and articles that belong to it. */
  lead?: { article: ArticleLink; with: readonly ArticleLink[]; until?: number | undefined } | undefined;
  /** The next ones. */
  top: readonly ArticleLink[];
  /** When `lead` and `top` expire, in milliseconds since 1970-01-01T00:00Z. */
  until?: number | undefined;
  /** Absent: those of the configuration's sections. */
  blocks?: readonly FrontBlock[] | undefined;
  /** A line above everything else. */
  breaking?: { text: string; article?: ArticleLink | undefined; until?: number | undefined } | undefined;
}

/** Layout and number of articles of a block that gives none. */
export const blockDefaults: Readonly<Record<BlockContent, { layout: BlockLayout; count: number }>> = {
  section: { layout: 'lead', count: 4 },
  tag: { layout: 'lead', count: 4 },
  slugs: { layout: 'three', count: 3 },
  latest: { layout: 'list', count: 10 },
  picks: { layout: 'list', count: 5 },
  popular: { layout: 'list', count: 5 },
  opinion: { layout: 'opinion', count: 4 },
  photos: { layout: 'photos', count: 4 },
};

/** Identify the parts of the front page that have expired at a moment. */
export function expiredParts({ lead, until, blocks = [], breaking }: FrontFile, now: number): string {
  const moments = [until, lead?.until, breaking?.until, ...blocks.map((block) => block.until)];
  return moments.map((moment) => (moment !== undefined && moment <= now ? 'x' : '-')).join('');
}

/** All files with references to articles, the front page among them. */
export function withFront(files: readonly KnownFile[], front: FrontFile | undefined): readonly KnownFile[] {
  return front ? [...files, { kind: 'page', slug: '', file: front.file, links: [], related: pinsOf(front) }] : files;
}

function pinsOf({ lead, top, blocks = [], breaking }: FrontFile): ArticleLink[] {
  return [
    ...(lead ? [lead.article, ...lead.with] : []),
    ...top,
    ...blocks.flatMap(({ articles }) => articles),
    ...(breaking?.article ? [breaking.article] : []),
  ];
}

/** Find blocks of tags that no article has. */
export function findUnknownTags(
  { file, blocks = [] }: FrontFile,
  tags: { find(spelling: string): unknown; links: readonly { label: string }[] },
): Problem[] {
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
