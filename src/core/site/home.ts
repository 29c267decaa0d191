import type { SiteConfig } from '../config/site-config.ts';
import { type ArticleLink, isOpinion } from '../article.ts';
import { leadHeight, listHeight, rowHeight, secondHeight } from './column-heights.ts';
import { blockDefaults, type FrontBlock, type FrontFile } from './front-file.ts';
import type { Home, HomeBlock, SiteArticle, Term, TermKind } from './site.ts';

/** Input of {@link buildHome}. */
export interface HomeInput {
  /** Newest first. */
  articles: readonly SiteArticle[];
  terms: Readonly<Record<TermKind, readonly Term[]>>;
  /** The most read, the most read first. */
  popular: readonly SiteArticle[];
  /** Finds a tag in any spelling. */
  findTag(spelling: string): { url: string } | undefined;
  config: SiteConfig;
  /** The composition by editors; without it the page composes itself. */
  front?: FrontFile | undefined;
  /** Milliseconds since 1970-01-01T00:00Z. */
  now: number;
}

/** Articles below the lead, in the second tier. */
const secondCount = 3;
/** Rows of headlines below it: their length, and the limits of their number. */
const thirdRows = { length: 3, least: 2, most: 6 };
const withCount = 4;
const tagCount = 16;
/** Fewest articles that make a block of opinions or photographs. */
const fewestOfType = 2;
/** Number of the newest articles considered for such a block. */
const typeReach = 500;
/** Number of the newest articles that fill the top. */
const dateReach = 100;
const dayLength = 24 * 60 * 60 * 1000;

/**
 * Compose the front page. No article occurs twice, but for those of the ranking «پربازدیدترین»: the top comes before the blocks, these before «آخرین اخبار», and
 * that before «اخبار پیشنهادی». Articles that are not published yet are skipped, and what has expired is filled up by
 * date.
 */
export function buildHome(input: HomeInput): Home {
  // The column beside the top shows what is left by the top and the blocks, so its height is known only afterwards.
  const draft = compose(input, thirdRows.least);
  const rows = rowCount(draft);
  return rows === thirdRows.least ? draft : compose(input, rows);
}

/** @param rows Number of rows of headlines below the second tier. */
function compose({ articles, terms, popular, findTag, config, front, now }: HomeInput, rows: number): Home {
  const taken = new Set<SiteArticle>();
  const take = (candidates: Iterable<SiteArticle>, count: number): SiteArticle[] => {
    const found: SiteArticle[] = [];
    for (const article of candidates) {
      if (found.length === count) break;
      if (taken.has(article)) continue;
      taken.add(article);
      found.push(article);
    }
    return found;
  };
  const bySlug = front ? new Map(articles.map((article) => [article.slug, article])) : undefined;
  const find = (links: readonly ArticleLink[] = []): SiteArticle[] =>
    links.flatMap(({ slug }) => bySlug?.get(slug) ?? []);
  const isCurrent = (until: number | undefined): boolean => until === undefined || until > now;
  const top = front && isCurrent(front.until) ? front : undefined;
  const pack = top?.lead && isCurrent(top.lead.until) ? top.lead : undefined;

  const described = front?.blocks ?? defaultBlocks(articles, terms, popular);
  const shows = (content: FrontBlock['content']): boolean =>
    described.some((block) => block.content === content && isCurrent(block.until));
  // What has a block of its own comes up there, unless an editor or a label puts it above.
  const [hasOpinions, hasPhotos] = [shows('opinion'), shows('photos')];
  const isOrdinary = (article: SiteArticle): boolean =>
    !(hasOpinions && isOpinion(article)) && !(hasPhotos && article.type === 'photo');
  const byDate = articles.slice(0, dateReach).filter(isOrdinary);

  const candidates = [...find(pack && [pack.article]), ...find(top?.top), ...leadCandidates(articles), ...byDate];
  const [lead] = take([...candidates, ...articles.slice(0, 1)], 1);
  const isPack = lead !== undefined && lead.slug === pack?.article.slug;
  const related = take(isPack ? find(pack.with) : [], withCount);
  const second = take([...find(top?.top), ...byDate], secondCount);
  // With few articles, leave some for the lists below.
  const left = articles.length - taken.size - config.sizes.latest;
  const third = take(
    [...find(top?.top), ...byDate],
    thirdRows.length * (left >= thirdRows.length * rows ? rows : thirdRows.least),
  );

  const blocks = described.flatMap((block, index): HomeBlock[] => {
    if (!isCurrent(block.until)) return [];
    const { candidates, title = '', term } = contentOf(block, { articles, terms, popular, findTag, find });
    const isRanking = block.content === 'popular';
    // A ranking without what is shown elsewhere would be another.
    const own = isRanking ? popular.slice(0, block.count) : take(candidates, block.count);
    if (own.length === 0) return [];
    const section = term?.kind === 'sections' ? term.slug : undefined;
    return [
      {
        id: `block-${index + 1}`,
        title: block.title ?? title,
        url: term?.url,
        section,
        layout: block.layout,
        articles: own,
        ...(isRanking && { isRanking }),
      },
    ];
  });
  const hasBlock = (content: FrontBlock['content']): boolean =>
    front?.blocks?.some((block) => block.content === content) === true;
  return Object.freeze({
    breaking: front?.breaking && isCurrent(front.breaking.until) ? breakingLine(front.breaking, find) : undefined,
    lead,
    with: related,
    second,
    third,
    rows: rowsOf(blocks),
    latest: hasBlock('latest') ? [] : take(articles, config.sizes.latest),
    picks: hasBlock('picks')
      ? []
      : take(
          articles.filter(({ picked }) => picked),
          config.sizes.picks,
        ),
    tags: terms.tags.toSorted((a, b) => b.count - a.count).slice(0, tagCount),
  });
}

/** Where the articles of a block come from. */
function contentOf(
  { content, name, articles: links }: FrontBlock,
  {
    articles,
    terms,
    popular,
    findTag,
    find,
  }: Pick<HomeInput, 'articles' | 'terms' | 'popular' | 'findTag'> & {
    find(links?: readonly ArticleLink[]): SiteArticle[];
  },
): { candidates: Iterable<SiteArticle>; title?: string; term?: Term } {
  const ofTerm = (term: Term | undefined) =>
    term ? { candidates: term.feed, title: term.label, term } : { candidates: [] };
  switch (content) {
    case 'section':
      return ofTerm(terms.sections.find(({ slug }) => slug === name));
    case 'tag': {
      const url = findTag(name ?? '')?.url;
      return ofTerm(terms.tags.find((tag) => tag.url === url));
    }
    case 'slugs':
      return { candidates: find(links) };
    case 'latest':
      return { candidates: articles, title: titles.latest };
    case 'picks':
      return { candidates: articles.filter(({ picked }) => picked), title: titles.picks };
    case 'opinion':
      return { candidates: articles.filter(isOpinion), title: titles.opinion };
    case 'photos':
      return { candidates: articles.filter(({ type }) => type === 'photo'), title: titles.photos };
    case 'popular':
      return { candidates: popular, title: titles.popular };
  }
}

/** Titles of the blocks whose content has a name of its own. */
export const titles = {
  latest: 'آخرین اخبار',
  picks: 'اخبار پیشنهادی',
  opinion: 'یادداشت و دیدگاه',
  photos: 'گزارش تصویری',
  popular: 'پربازدیدترین',
} as const;

/** Compute how many rows of headlines make the top about as high as the column beside it. */
function rowCount({ lead, second, third, latest, picks }: Home): number {
  const { length, least, most } = thirdRows;
  const rowHeights = Array.from({ length: least }, (_, row) =>
    rowHeight(third.slice(row * length, (row + 1) * length)),
  );
  const height = rowHeights.reduce((sum, each) => sum + each, 0) / least;
  const side = listHeight('latest', latest) + listHeight('picks', picks);
  const above = (lead ? leadHeight(lead) : 0) + secondHeight(second);
  return Math.min(most, Math.max(least, Math.ceil((side - above) / height)));
}

/** The lead without an editor, before the newest article: breaking news, then picks, both of the last day of news. */
function leadCandidates(articles: readonly SiteArticle[]): SiteArticle[] {
  const day = (articles[0]?.date.epoch ?? 0) - dayLength;
  const recent = articles.slice(0, 200).filter(({ date }) => date.epoch > day);
  const breaking = recent.filter(({ label }) => label === 'breaking');
  return [...breaking, ...recent.filter(({ picked }) => picked)];
}

/** The most read and the sections in menu order, and where there are enough of them opinions and photographs. */
function defaultBlocks(
  articles: readonly SiteArticle[],
  terms: HomeInput['terms'],
  popular: readonly SiteArticle[],
): FrontBlock[] {
  const newest = articles.slice(0, typeReach);
  const block = (content: FrontBlock['content'], name?: string): FrontBlock => ({
    content,
    name,
    articles: [],
    ...blockDefaults[content],
    line: 1,
    column: 1,
  });
  return [
    ...(newest.filter(isOpinion).length >= fewestOfType ? [block('opinion')] : []),
    ...(popular.length > 0 ? [block('popular')] : []),
    ...terms.sections.map(({ slug }) => block('section', slug)),
    ...(newest.filter(({ type }) => type === 'photo').length >= fewestOfType ? [block('photos')] : []),
  ];
}

/** Join neighbouring blocks of narrow layouts to rows. */
function rowsOf(blocks: readonly HomeBlock[]): HomeBlock[][] {
  const rows: HomeBlock[][] = [];
  for (const block of blocks) {
    const row = rows.at(-1);
    if (row && isNarrow(block) && isNarrow(row[0]!)) row.push(block);
    else rows.push([block]);
  }
  return rows;
}

function isNarrow({ layout }: HomeBlock): boolean {
  return layout === 'lead' || layout === 'list';
}

function breakingLine(
  { text, article }: NonNullable<FrontFile['breaking']>,
  find: (links: readonly ArticleLink[]) => SiteArticle[],
): Home['breaking'] {
  const [target] = find(article ? [article] : []);
  // Editors announce an article before it is published; the line waits for it.
  return article && !target ? undefined : { text, url: target?.url };
}
