import type { ParsingConfig } from '../config/site-config.ts';
import type { FindImage } from '../markdown/findings.ts';
import type { RenderedMarkdown } from '../markdown/render.ts';

/** A file of `content/`, as text. */
export interface ContentFile {
  /** The path that problems name, relative to the project. */
  path: string;
  text: string;
}

/** What parsing needs to know of the world around a file. */
export interface ParseContext {
  config: ParsingConfig;
  /** See `createMarkdownRenderer`. */
  render(markdown: string, findImage: FindImage): RenderedMarkdown;
  findImage: FindImage;
  /** Find another local file, such as a video, as the file names it. */
  findFile(src: string): LocalFile | undefined;
}

/** A local file that was found. */
export interface LocalFile {
  /** Its percent-encoded path on the site. */
  src: string;
  /** Its size. */
  bytes: number;
}
