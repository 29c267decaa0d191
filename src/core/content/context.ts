import type { ParsingConfig } from '../config/site-config.ts';
import type { FindDocument, FindImage } from '../markdown/findings.ts';
import type { FoundAudio } from '../audio/read-audio.ts';
import type { RenderedMarkdown } from '../markdown/render.ts';

/** A file of `content/`, as text. */
export interface ContentFile {
  /** Path shown in problems, relative to the project. */
  path: string;
  /** Name of the folder of an `index.md`, used as its slug; absent for other files. */
  bundle?: string | undefined;
  text: string;
}

/** The dependencies of parsing: configuration, Markdown, local files. */
export interface ParseContext {
  config: ParsingConfig;
  /** See `createMarkdownRenderer`. */
  render(markdown: string, findImage: FindImage, findDocument?: FindDocument): RenderedMarkdown;
  findImage: FindImage;
  findDocument?: FindDocument | undefined;
  /** Find another local file, such as a video, by the path written in the file. */
  findFile(src: string): LocalFile | undefined;
  /** Find a recording; without this function, none is found. */
  findAudio?(src: string): FoundAudio | undefined;
  /** Find the captions of a video; `captions-invalid` if the file is not WebVTT. */
  findCaptions?(src: string): LocalFile | 'captions-invalid' | undefined;
}

/** A local file that exists. */
export interface LocalFile {
  /** Percent-encoded path on the site. */
  src: string;
  /** Size in bytes. */
  bytes: number;
}
