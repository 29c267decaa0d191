import type { NewsDate } from './dates/news-date.ts';
import type { Audio } from './audio/audio.ts';
import type { Live } from './live/live.ts';
import type { OldAddress } from './old-addresses.ts';

/** A picture as pages show it. */
export interface Picture {
  /** Percent-encoded URL: a path on this site, or an absolute URL. */
  src: string;
  alt: string;
  caption?: string | undefined;
  credit?: string | undefined;
  /** In pixels; known for every local picture. */
  width?: number | undefined;
  height?: number | undefined;
  /** URL of the folder with its resized variants, ending with a slash; absent if it has none. */
  variants?: string | undefined;
  focus?: PictureFocus | undefined;
  /** CSS class of the placeholder colour shown while it loads. */
  tone?: string | undefined;
  /** Size of a local file, in bytes. */
  bytes?: number | undefined;
}

/** Which part of a picture stays where it is cropped; its middle does otherwise. */
export const pictureFocuses = [
  'top',
  'bottom',
  'left',
  'right',
  'top left',
  'top right',
  'bottom left',
  'bottom right',
] as const;
/** One of {@link pictureFocuses}. */
export type PictureFocus = (typeof pictureFocuses)[number];

/** A self-hosted video (`src`), or a page on a video host (`url`). */
export interface Video {
  title: string;
  src?: string | undefined;
  /** Size of a local file, in bytes. */
  bytes?: number | undefined;
  url?: string | undefined;
  poster?: string | undefined;
  /** URL of its captions in Persian, a WebVTT file; only of a self-hosted video. */
  captions?: string | undefined;
}

/** Forms of articles with a look of their own. */
export const articleTypes = ['opinion', 'interview', 'report', 'photo', 'live', 'note'] as const;

/** One of {@link articleTypes}. */
export type ArticleType = (typeof articleTypes)[number];

/** Return whether an article is one that its writer answers for: an opinion or a note. */
export function isOpinion({ type }: { type?: ArticleType | undefined }): boolean {
  return type === 'opinion' || type === 'note';
}

/** Labels before a headline. */
export const articleLabels = ['breaking', 'exclusive'] as const;

/** One of {@link articleLabels}. */
export type ArticleLabel = (typeof articleLabels)[number];

/** The agency or newspaper that an article comes from (منبع). */
export interface Source {
  name: string;
  url?: string | undefined;
}

/** A published correction (اصلاحیه). */
export interface Correction {
  date: NewsDate;
  text: string;
}

/** A reference to another article, as a link or a pin, with its position in the file. */
export interface ArticleLink {
  slug: string;
  line: number;
  column: number;
  /** The field with the pin, if it is not `related`. */
  field?: string | undefined;
}

/** A link to a non-article address of this site or to a fragment of any page, with its position in the file. */
export interface SiteLink {
  /** Percent-encoded, relative to the site's base path: `/tags/x/`, `/news/x/#y`; `#y` for the page itself. */
  address: string;
  line: number;
  column: number;
  /** The front-matter field that contains the link; absent for links in the text. */
  field?: string | undefined;
}

/** References of an article to other articles. */
export interface References {
  /** Links in the body. */
  links: readonly ArticleLink[];
  /** Articles pinned by the editor. */
  related: readonly ArticleLink[];
}

/** A position in a file; line and column are 1-based. */
export interface FilePlace {
  line: number;
  column: number;
}

/** An old address of an article or page, with its position in the file. */
export interface Alias extends OldAddress, FilePlace {}

/** An article parsed from its file: validated, text normalised, body rendered. */
export interface ReadArticle extends References {
  slug: string;
  /** Path shown in problems, relative to the project. */
  file: string;
  title: string;
  kicker?: string | undefined;
  /** The lead as plain text: the field, or the first paragraph of the body. */
  lead: string;
  /** Whether the lead is a separate field rather than the first paragraph of the body. */
  hasOwnLead: boolean;
  dateline?: string | undefined;
  type?: ArticleType | undefined;
  label?: ArticleLabel | undefined;
  date: NewsDate;
  updated?: NewsDate | undefined;
  /** Rank among articles with the same date: the higher counts as newer. 0 if absent. */
  order?: number | undefined;
  /** Positions of the dates in the file, for messages. */
  datePlaces?: { date: FilePlace; updated?: FilePlace | undefined };
  /** Identifier for feed readers, from the front matter. */
  id?: string | undefined;
  /** Tags as written, normalised, without duplicates. */
  tags: readonly string[];
  source: Source;
  authors: readonly string[];
  /** Slug of a configured section. */
  section?: string | undefined;
  image?: Picture | undefined;
  video?: Video | undefined;
  audio?: Audio | undefined;
  /** Set if it has a recording: all that lists show of it. */
  hasAudio?: true | undefined;
  corrections: readonly Correction[];
  picked: boolean;
  /** Old addresses. */
  aliases: readonly Alias[];
  draft: boolean;
  /** Set if its writer wants no comments on it. */
  areCommentsOff?: true | undefined;
  /** Set if no channel is to announce it. */
  isUnannounced?: true | undefined;
  /** Set if it is not to be among the most read. */
  isUnranked?: true | undefined;
  /** Set if it is live coverage. */
  live?: Live | undefined;
  /** Reading time in whole minutes. */
  readingMinutes: number;
  body: ArticleBody;
  /** Fingerprint of what lists show of the article; everything else in a list comes from the configuration. */
  cardKey: string;
}

/** An article with the fingerprint of its input. */
export interface KeyedArticle extends ReadArticle {
  /** Fingerprint of the file's text and of the files found next to it. Equal keys mean equal articles. */
  contentKey: string;
}

/** An article with the features that related articles are computed from. */
export interface Article extends KeyedArticle {
  /** Hashed, weighted terms; see `relatedFeatures`. */
  features: Uint32Array;
}

/** The text of an article. An incremental build needs few of them, so it may be read lazily. */
export interface ArticleBody {
  /** Sanitised. */
  readonly html: string;
  /** Plain text, one paragraph per line. */
  readonly text: string;
  /** The words of the text, from `writeWordCounts`; absent where they have not been found yet. */
  readonly words?: string | undefined;
}
