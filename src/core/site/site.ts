import type { Article, Correction, Picture } from '../article.ts';
import type { SiteConfig } from '../config/site-config.ts';
import type { Urls } from '../urls.ts';

/** The four ways in which articles are listed besides time. */
export type TermKind = 'tags' | 'sections' | 'sources' | 'authors';

/** A name with a page of its own: a tag, section, source or author. */
export interface TermLink {
  kind: TermKind;
  /** Unencoded. */
  slug: string;
  label: string;
  url: string;
}

/**
 * A list of articles in numbered pages that never shift. `newest` is what the list's own address shows. `pages[0]` is
 * page 1 and holds the oldest articles; each numbered page is full and none of its articles is in `newest`.
 */
export interface NumberedList<Item = SiteArticle> {
  label: string;
  url: string;
  /** All items of the list. */
  count: number;
  /** Newest first. */
  newest: readonly Item[];
  /** Page 1 first; within a page the newest item first. */
  pages: readonly (readonly Item[])[];
}

/** A tag, section, source or author with its articles. */
export interface Term extends TermLink, NumberedList {
  feedUrl: string;
  /** What the term's feed holds: the newest articles, newest first. */
  feed: readonly SiteArticle[];
  /** Of an author. */
  profile?: AuthorProfile | undefined;
}

/** Who an author is, out of `content/authors`. */
export interface AuthorProfile {
  file: string;
  name: string;
  /** What they do at the newspaper: «دبیر سرویس جامعه». */
  role?: string | undefined;
  image?: Picture | undefined;
  /** A short biography; may be empty. */
  html: string;
}

/** An article in its place in the site. */
export interface SiteArticle extends Omit<
  Article,
  'tags' | 'section' | 'source' | 'authors' | 'related' | 'aliases' | 'links' | 'features'
> {
  url: string;
  /** Fingerprint of what feeds hold of it, without the articles it links to. */
  feedKey: string;
  tags: readonly TermLink[];
  section?: TermLink | undefined;
  source: TermLink & { homepage?: string | undefined };
  authors: readonly TermLink[];
  /** The address of its share picture, if it has one; a path. */
  share?: string | undefined;
  /** «خبرهای مرتبط». */
  related: readonly Story[];
  /** «اخبار پیشنهادی»: the picks nearest before this article, so that a new pick does not touch old pages. */
  picks: readonly Story[];
  /** The articles of its section just before and just after it. */
  previous?: Story | undefined;
  next?: Story | undefined;
}

/** What lists show of an article. Layouts get no more of it: then a page changes only with what it shows. */
export type Story = Pick<
  SiteArticle,
  'slug' | 'url' | 'cardKey' | 'kicker' | 'title' | 'lead' | 'date' | 'section' | 'image' | 'video'
>;

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

/** A page out of `content/pages`, such as «درباره ما». */
export interface StaticPage {
  slug: string;
  file: string;
  title: string;
  lead?: string | undefined;
  html: string;
  url: string;
}

/** The front page. */
export interface Home {
  /** The newest pick, else the newest article. */
  lead?: Story | undefined;
  /** The next stories in weight, without the lead. */
  secondary: readonly Story[];
  sections: readonly { section: TermLink; articles: readonly Story[] }[];
  latest: readonly Story[];
  picks: readonly Story[];
  /** The most-used tags, most used first. */
  tags: readonly (TermLink & { count: number })[];
}

/** An old address and the one that took its place. Both are paths; `from` is unencoded and without the base, `to` is encoded. */
export interface Redirect {
  from: string;
  to: string;
}

/** What every page shows around its own content. */
export interface Frame {
  config: SiteConfig;
  urls: Urls;
  latest: Pick<NumberedList, 'label' | 'url'>;
  terms: { sections: readonly TermLink[] };
}

/** The whole site, finished and frozen: pages only look things up in it. */
export interface Site {
  config: SiteConfig;
  urls: Urls;
  /** Newest first. */
  articles: readonly SiteArticle[];
  /** Tags, sources and authors in the order of the Persian alphabet; sections in the order of the menu. */
  terms: Readonly<Record<TermKind, readonly Term[]>>;
  latest: NumberedList;
  /** Newest first. */
  archive: readonly ArchiveYear[];
  /** Newest first. */
  corrections: NumberedList<PublishedCorrection>;
  pages: readonly StaticPage[];
  home: Home;
  /** The site's feed, newest first. */
  feed: readonly SiteArticle[];
  redirects: readonly Redirect[];
  /** The redirects from old addresses of articles: those of the newest article first, then by path. */
  aliases: readonly Redirect[];
  /** For the news sitemap: the articles of the last two days, newest first. */
  fresh: readonly SiteArticle[];
}
