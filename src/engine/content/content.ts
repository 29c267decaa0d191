import type { Article } from '../../core/article.ts';
import type { CommentFile } from '../../core/comments/discussion.ts';
import type { EditionFile } from '../../core/editions/edition.ts';
import type { FontGap } from '../../core/content/font-characters.ts';
import type { Problem } from '../../core/problems/problem.ts';
import type { KnownFile } from '../../core/site/check-references.ts';
import type { RedirectLine } from '../../core/front-matter/redirect-lines.ts';
import type { FrontFile } from '../../core/site/front-file.ts';
import type { ReadPage, AuthorProfile, TermText } from '../../core/site/site.ts';
import type { FoundPicture } from '../pictures/look-at-file.ts';
import type { Asset } from './local-files.ts';

/** Everything read from the content folder. */
export interface Content {
  articles: readonly Article[];
  pages: readonly ReadPage[];
  authors: readonly AuthorProfile[];
  /** Texts about sections and tags. */
  termTexts: readonly TermText[];
  /** The redirects of `redirects.txt`. */
  redirectLines: readonly RedirectLine[];
  /** The front page of `front.yml`, if there is one. */
  front?: FrontFile | undefined;
  /** The files of `editions/`; absent if there are none. */
  editions?: readonly EditionFile[];
  /** The most read articles of `popular.json`, by slug; empty if there is no such file. */
  popular: readonly string[];
  /** The files of `comments/`; empty if the site has no comments. */
  comments: readonly CommentFile[];
  /** All files, including those with problems. */
  files: readonly KnownFile[];
  /** The files beside each content file that it needs, by the content file's name. */
  assets: ReadonlyMap<string, readonly Asset[]>;
  /** The raster pictures that each content file shows, by the content file's name. */
  pictures: ReadonlyMap<string, readonly FoundPicture[]>;
  /** Paths of the files of the public folder, from `/`. */
  publicFiles: readonly string[];
  problems: readonly Problem[];
  /** Mistakes that do not prevent publishing. */
  warnings: readonly Problem[];
  /** Field names of other generators in front matter, which are accepted. */
  notes: readonly Problem[];
  /** Characters that the font lacks. */
  fontGap?: FontGap | undefined;
}
