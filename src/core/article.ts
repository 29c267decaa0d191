import type { NewsDate } from './dates/news-date.ts';

/** A picture as pages show it. */
export interface Picture {
  /** Percent-encoded URL: a path on this site, or an absolute address. */
  src: string;
  alt: string;
  caption?: string | undefined;
  credit?: string | undefined;
  /** Pixels; known for every local picture. */
  width?: number | undefined;
  height?: number | undefined;
  /** The address of the folder of its variants, with a slash at its end; absent if it is shown as it is. */
  variants?: string | undefined;
  /** The class of the colour that stands in for it while it loads. */
  tone?: string | undefined;
  /** The size of a local file. */
  bytes?: number | undefined;
}

/** A video of our own (`src`), or a page on a video host (`url`). */
export interface Video {
  title: string;
  src?: string | undefined;
  /** The size of a local file. */
  bytes?: number | undefined;
  url?: string | undefined;
  poster?: string | undefined;
}

/** The agency or paper that an article comes from (منبع). */
export interface Source {
  name: string;
  url?: string | undefined;
}

/** A published correction (اصلاحیه). */
export interface Correction {
  date: NewsDate;
  text: string;
}

/** A mention of another article, a link or a pin, with its place in the file. */
export interface ArticleLink {
  slug: string;
  line: number;
  column: number;
}

/** The other articles that an article names. */
export interface References {
  /** Links of the body. */
  links: readonly ArticleLink[];
  /** The articles that the editor pins. */
  related: readonly ArticleLink[];
}

/** An old path of an article, with its place in the file. */
export interface Alias {
  path: string;
  line: number;
  column: number;
}

/** An article as its file describes it: validated, text normalised, body rendered. */
export interface ReadArticle extends References {
  slug: string;
  /** The path that problems name, relative to the project. */
  file: string;
  title: string;
  kicker?: string | undefined;
  /** The lead as plain text: the field, or the body's first paragraph. */
  lead: string;
  /** Whether the lead is a field of its own and not already the body's first paragraph. */
  hasOwnLead: boolean;
  dateline?: string | undefined;
  date: NewsDate;
  updated?: NewsDate | undefined;
  /** Tags as written, normalised, without repeats. */
  tags: readonly string[];
  source: Source;
  authors: readonly string[];
  /** The slug of one of the configured sections. */
  section?: string | undefined;
  image?: Picture | undefined;
  video?: Video | undefined;
  corrections: readonly Correction[];
  picked: boolean;
  /** Old paths, unencoded, beginning with `/`. */
  aliases: readonly Alias[];
  draft: boolean;
  /** How long its text takes to read, in whole minutes. */
  readingMinutes: number;
  body: ArticleBody;
  /** Fingerprint of what lists show of it; what else they show comes from the configuration alone. */
  cardKey: string;
}

/** An article, with the fingerprint of everything it was made from. */
export interface KeyedArticle extends ReadArticle {
  /** Fingerprint of the file's text and of the files found beside it. Articles with equal keys are equal. */
  contentKey: string;
}

/** An article, with what related articles are found by. */
export interface Article extends KeyedArticle {
  /** Hashed, weighted terms; see `relatedFeatures`. */
  features: Uint32Array;
}

/** The text of an article. Most of it is never looked at in a build that changes little, so it may be read when it is asked for. */
export interface ArticleBody {
  /** Sanitised. */
  readonly html: string;
  /** Plain, one paragraph a line. */
  readonly text: string;
}
