import type { SearchEngine } from '../config/search-engine.ts';
import type { Alias, Article, ArticleLink, Correction, Picture } from '../article.ts';
import type { QueryRedirect } from '../old-addresses.ts';
import type { SiteConfig } from '../config/site-config.ts';
import type { Discussion } from '../comments/discussion.ts';
import type { Edition } from '../editions/edition.ts';
import type { BlockLayout } from './front-file.ts';
import type { Urls } from '../urls.ts';

/** The four ways to list articles besides by time. */
export type TermKind = 'tags' | 'sections' | 'sources' | 'authors';

/** A name with its own page: a tag, section, source or author. */
export interface TermLink {
  kind: TermKind;
  /** Unencoded. */
  slug: string;
  label: string;
  url: string;
}

/**
 * A list of articles on numbered pages that never shift. `newest` is shown at the list's own URL. `pages[0]` is page 1
 * with the oldest articles; each numbered page is full, and none of its articles is in `newest`.
 */
export interface NumberedList<Item = SiteArticle> {
  label: string;
  url: string;
  /** Number of all items in the list. */
  count: number;
  /** Newest first. */
  newest: readonly Item[];
  /** Page 1 first; within a page the newest item first. */
  pages: readonly (readonly Item[])[];
}

/** A tag, section, source or author with its articles. */
export interface Term extends TermLink, NumberedList {
  feedUrl: string;
  /** Articles in the term's feed, newest first. */
  feed: readonly SiteArticle[];
  /** For authors. */
  profile?: AuthorProfile | undefined;
  /** For sections and tags of which editors wrote. */
  text?: TermText | undefined;
  /** The article that opens its page, if editors chose one. */
  lead?: SiteArticle | undefined;
}

/** What editors write about a section or tag, from `content/sections` or `content/tags`. */
export interface TermText {
  file: string;
  kind: 'sections' | 'tags';
  /** The section's slug, or the tag with hyphens for spaces. */
  slug: string;
  /** Heading of the page, if it is not the name. */
  title?: string | undefined;
  image?: Picture | undefined;
  /** A description; may be empty. */
  html: string;
  lead?: ArticleLink | undefined;
}

/** Profile of an author, from `content/authors`. */
export interface AuthorProfile {
  file: string;
  name: string;
  /** Position at the newspaper: «دبیر سرویس جامعه». */
  role?: string | undefined;
  image?: Picture | undefined;
  /** A short biography; may be empty. */
  html: string;
}

/** An article as part of the site. */
export interface SiteArticle extends Omit<
  Article,
  'tags' | 'section' | 'source' | 'authors' | 'related' | 'aliases' | 'links' | 'features' | 'datePlaces'
> {
  url: string;
  /** The article's first path, before any renaming of its file; its URL if it was never renamed. */
  firstUrl: string;
  /** Fingerprint of what feeds contain of it, without the articles it links to. */
  feedKey: string;
  tags: readonly TermLink[];
  section?: TermLink | undefined;
  source: TermLink & { homepage?: string | undefined };
  authors: readonly TermLink[];
  /** For opinions with an author. */
  byline?: Byline | undefined;
  /** URL path of its share picture, if it has one. */
  share?: string | undefined;
  /** Readers’ comments and whether it takes any; absent where its page shows neither. */
  discussion?: Discussion | undefined;
  /** Set while it is live coverage that goes on. */
  isLive?: true | undefined;
  /** The hour, as in `2026-11-22T11`, from which on its entries are not searchable; set together with `isLive`. */
  searchedTo?: string | undefined;
  /** «خبرهای مرتبط». */
  related: readonly Story[];
  /** «اخبار پیشنهادی»: the nearest picks before this article, so that a new pick does not change old pages. */
  picks: readonly Story[];
  /** The previous and next article of its section. */
  previous?: Story | undefined;
  next?: Story | undefined;
}

/** The fields of an article that lists show, which its card's key covers. */
export type ListedField =
  | 'slug'
  | 'kicker'
  | 'title'
  | 'lead'
  | 'date'
  | 'section'
  | 'image'
  | 'video'
  | 'hasAudio'
  | 'type'
  | 'label';

/**
 * What lists show of an article. Layouts receive nothing else, so that pages change only when what they show changes.
 */
export type Story = Pick<SiteArticle, ListedField | 'url' | 'cardKey'> & {
  /** The writer of an opinion, with a portrait if there is a profile. */
  byline?: Byline | undefined;
};

/** A writer as cards of opinions show one. */
export interface Byline {
  name: string;
  url: string;
  image?: Picture | undefined;
}

/** A correction of an article (اصلاحیه). */
export interface PublishedCorrection extends Correction {
  article: Story;
}

/** A Jalali month of the archive. */
export interface ArchiveMonth extends NumberedList {
  year: number;
  /** 1–12. */
  month: number;
}

/** A Jalali year of the archive. */
export interface ArchiveYear {
  year: number;
  label: string;
  url: string;
  count: number;
  /** Newest first; only months with articles. */
  months: readonly ArchiveMonth[];
}

/** A page from `content/pages`, such as «درباره ما». */
export interface StaticPage {
  slug: string;
  file: string;
  title: string;
  lead?: string | undefined;
  html: string;
  url: string;
}

/** A page as parsed from its file. */
export interface ReadPage extends Omit<StaticPage, 'url'> {
  /** Old addresses; absent if there are none. */
  aliases?: readonly Alias[] | undefined;
}

/** The front page. */
export interface Home {
  /** A line of breaking news above everything else. */
  breaking?: { text: string; url?: string | undefined } | undefined;
  lead?: Story | undefined;
  /** Stories that belong to the lead. */
  with: readonly Story[];
  /** The tiers below the lead: those with pictures, then headlines. */
  second: readonly Story[];
  third: readonly Story[];
  /** Rows of blocks; a block with a wide layout has a row of its own. */
  rows: readonly (readonly HomeBlock[])[];
  latest: readonly Story[];
  picks: readonly Story[];
  /** The most-used tags, most used first. */
  tags: readonly (TermLink & { count: number })[];
}

/** A block of the front page. */
export interface HomeBlock {
  /** Id of its element. */
  id: string;
  title: string;
  /** The page with all of its articles, if there is one. */
  url?: string | undefined;
  /** Slug of the section, if it is one. */
  section?: string | undefined;
  layout: BlockLayout;
  /** Not empty. */
  articles: readonly Story[];
  /** Set if their order is a ranking. */
  isRanking?: true | undefined;
}

/** A redirect from an old path to a new one. `from` is unencoded and without the base, `to` is encoded. */
export interface Redirect {
  from: string;
  to: string;
  /** Set if a copy of another file takes the place of a page that redirects. Paths are below the output folder. */
  copy?: { of: string; file: string } | undefined;
}

/** Old addresses with a query. Pages look them up in tables where the server does not redirect. */
export interface OldQueries {
  /** In the order of {@link Site.aliases}. */
  redirects: readonly QueryRedirect[];
  /** The same for all pages. */
  lookup: OldLookup;
  /** Whether any has the path of the front page. */
  onFront: boolean;
}

/** The data with which a page looks up an old address with a query. */
export interface OldLookup {
  /** Path of the tables' folder. */
  folder: string;
  /** Number of tables. */
  tables: number;
  /** Groups of names, separated by spaces: see `groupNames`. */
  names: string;
}

/** The parts of the site that every page shows around its own content. */
export interface Frame {
  config: SiteConfig;
  urls: Urls;
  latest: Pick<NumberedList, 'label' | 'url'>;
  terms: { sections: readonly TermLink[] };
  /** Set if there is a list of the most read articles. */
  hasPopular?: true | undefined;
}

/** The complete site model, frozen; pages only read from it. */
export interface Site {
  config: SiteConfig;
  urls: Urls;
  /** Newest first. */
  articles: readonly SiteArticle[];
  /** Tags, sources and authors in Persian alphabetical order; sections in menu order. */
  terms: Readonly<Record<TermKind, readonly Term[]>>;
  latest: NumberedList;
  /** Newest first. */
  archive: readonly ArchiveYear[];
  /** Newest first. */
  corrections: NumberedList<PublishedCorrection>;
  pages: readonly StaticPage[];
  home: Home;
  /** The newest articles for «آخرین اخبار» beside articles. */
  newest: readonly Story[];
  /** «پربازدیدترین»: the most read articles, the most read first; empty if there is no list. */
  popular: readonly Story[];
  /** See {@link Frame}. */
  hasPopular?: true | undefined;
  /** The site's feed, newest first. */
  feed: readonly SiteArticle[];
  redirects: readonly Redirect[];
  /** Redirects from old paths: the lines of `redirects.txt`, then articles' (newest first, then by path), then pages'. */
  aliases: readonly Redirect[];
  /** Absent if there are none; pages are then the same as without the feature. */
  oldQueries?: OldQueries | undefined;
  /** The form of its search index. */
  searchEngine: SearchEngine;
  /** The days’ editions; absent if there are none. */
  editions?: NumberedList<Edition<SiteArticle>> | undefined;
  /** For the news sitemap: articles of the last two days, newest first. */
  fresh: readonly SiteArticle[];
}
