import type { Article } from '../../core/article.ts';
import type { FontGap } from '../../core/content/font-characters.ts';
import type { Problem } from '../../core/problems/problem.ts';
import type { KnownFile } from '../../core/site/check-references.ts';
import type { StaticPage, AuthorProfile } from '../../core/site/site.ts';
import type { FoundPicture } from '../pictures/look-at-file.ts';
import type { Asset } from './local-files.ts';

/** Everything that was read from the content folder. */
export interface Content {
  articles: readonly Article[];
  pages: readonly Omit<StaticPage, 'url'>[];
  authors: readonly AuthorProfile[];
  /** All files, also those with problems. */
  files: readonly KnownFile[];
  /** What each file of the content needs beside it, by the file's name. */
  assets: ReadonlyMap<string, readonly Asset[]>;
  /** The pictures of pixels that each file of the content shows, by the file's name. */
  pictures: ReadonlyMap<string, readonly FoundPicture[]>;
  /** Paths of the files of the public folder, from `/`. */
  publicFiles: readonly string[];
  problems: readonly Problem[];
  /** What has been lost of texts that can be published all the same. */
  warnings: readonly Problem[];
  /** Characters that the font has not. */
  fontGap?: FontGap | undefined;
}
