import {
  type Alias,
  type ArticleLabel,
  articleLabels,
  type ArticleType,
  articleTypes,
  type Picture,
  type Video,
  type PictureFocus,
  pictureFocuses,
} from '../article.ts';
import type { Audio } from '../audio/audio.ts';
import { readAudio } from '../audio/read-audio.ts';
import { type ArticleFields, fieldExamples } from './fields.ts';
import { dropControls } from '../text/control-characters.ts';
import type { NewsDate } from '../dates/news-date.ts';
import { quoteItem } from './check-fields.ts';
import { isTitle, proposeAliases, readAlias } from '../front-matter/alias-paths.ts';
import { findPictureFocus } from '../pictures/picture-focus.ts';
import { findArticleLabel, findArticleType } from '../front-matter/article-types.ts';
import { splitNames } from '../front-matter/author-names.ts';
import { createDateReader } from './read-dates.ts';
import type { FrontMatter } from './front-matter.ts';
import type { ParseContext } from './context.ts';
import { hostOf } from './body-problems.ts';
import { proseOf } from '../markdown/prose.ts';
import { createHostCheck } from '../config/picture-hosts.ts';
import { findSection } from '../config/sections.ts';
import { nearestOf } from '../text/nearest.ts';
import { normalizeText, toLatinDigits } from '../text/persian.ts';
import { type Problem, type ProblemId, quoteValue } from '../problems/problem.ts';
import { decodePath, isAbsoluteUrl } from '../urls.ts';

/** Converts the texts of front-matter fields to values, and collects their problems. */
export interface FieldReader {
  readonly problems: Problem[];
  /** Content that can be published, but not as intended. */
  readonly warnings: Problem[];
  /** Text as readers see it: Persian orthography, without control characters, on one line. */
  text(value: string): string;
  date(path: readonly PropertyKey[], value: string): NewsDate | undefined;
  /** A decimal number, in digits of any script. */
  number(path: readonly PropertyKey[], value: string): number | undefined;
  /** Names of people, without account numbers of other systems; several names in one are a warning. */
  authors(names: readonly string[]): string[];
  /** Warn that an article's update is dated before its date. */
  warnUpdated(updated: string, date: string): void;
  /** An absolute http(s) URL, percent-encoded. */
  url(path: readonly PropertyKey[], value: string): string | undefined;
  /** Slug of the section with this name or slug. */
  section(value: string): string | undefined;
  type(value: string): ArticleType | undefined;
  label(value: string): ArticleLabel | undefined;
  picture(image: NonNullable<ArticleFields['image']>): Picture | undefined;
  video(video: NonNullable<ArticleFields['video']>): Video | undefined;
  audio(audio: NonNullable<ArticleFields['audio']>, title: string): Audio | undefined;
  /** Old addresses of the site. */
  aliases(values: readonly string[]): Alias[];
}

/** Create the reader of one file's fields. */
export function createFieldReader(file: string, frontMatter: FrontMatter, context: ParseContext): FieldReader {
  const problems: Problem[] = [];
  const warnings: Problem[] = [];
  const describe = (id: ProblemId, path: readonly PropertyKey[], values: Record<string, string>): Problem => ({
    id,
    file,
    field: path.map(fieldPart).join('.'),
    ...frontMatter.placeOf(path),
    values,
  });
  const report = (id: ProblemId, path: readonly PropertyKey[], values: Record<string, string>): undefined => {
    problems.push(describe(id, path, values));
  };
  const warn = (id: ProblemId, path: readonly PropertyKey[], values: Record<string, string>): undefined => {
    warnings.push(describe(id, path, values));
  };
  const text = (value: string): string => proseOf(dropControls(value)).replace(/\s+/g, ' ').trim();
  const optionalText = (value: string | undefined): string | undefined =>
    value === undefined ? undefined : text(value);

  const reader: FieldReader = {
    problems,
    warnings,
    text,
    date: createDateReader(frontMatter, report, warn),
    authors: (names) => {
      const joined = names.findIndex((name) => splitNames(name) !== undefined);
      if (joined !== -1) {
        const list = names.flatMap((name) => splitNames(name) ?? [name]).map(quoteItem);
        const values = { found: quoteValue(names[joined]!), line: `authors: [${list.join(', ')}]` };
        warn('authors-joined', ['authors', joined], values);
      }
      return names.flatMap((name, index) => {
        if (!/^\p{N}+$/u.test(name)) return [text(name)];
        warn('author-number', ['authors', index], { found: quoteValue(name), example: fieldExamples['authors']! });
        return [];
      });
    },
    warnUpdated: (updated, date) => {
      warn('updated-early', ['updated'], { found: quoteValue(updated), date: quoteValue(date) });
    },
    number: (path, value) => {
      const written = toLatinDigits(normalizeText(value)).trim();
      if (/^[+-]?\d{1,15}(?:\.\d{1,15})?$/.test(written)) return Number(written);
      return report('number-form', path, { found: quoteValue(value), example: fieldExamples[path.join('.')] ?? '' });
    },
    url: (path, value) => {
      const url = parseWebUrl(value);
      const example = fieldExamples[path.join('.')] ?? '';
      return url?.href ?? report('url-invalid', path, { found: quoteValue(value), example });
    },
    section: (value) => {
      const { sections } = context.config;
      const section = findSection(value, sections);
      const names = sections.map(({ name }) => name).join('، ');
      return section?.slug ?? report('section-unknown', ['section'], { found: quoteValue(value), sections: names });
    },
    type: (value) => findArticleType(value) ?? reportChoice(['type'], value, articleTypes),
    label: (value) => findArticleLabel(value) ?? reportChoice(['label'], value, articleLabels),
    picture: ({ src, alt, caption, credit, focus }) => {
      const image = findPicture(['image', 'src'], src);
      if (alt === undefined) warnAlt(src);
      const kept = focus === undefined ? undefined : readFocus(focus);
      const captions = { caption: optionalText(caption), credit: optionalText(credit) };
      return image && { ...image, alt: text(alt ?? ''), ...captions, ...(kept && { focus: kept }) };
    },
    video: ({ title, src, url, poster, captions }) => {
      const example = fieldExamples['video']!;
      if (src === undefined && url === undefined) return report('field-missing', ['video', 'src'], { example });
      if (src !== undefined && url !== undefined) return report('fields-conflict', ['video', 'url'], { other: 'src' });
      return {
        title: text(title),
        ...(src !== undefined && findMedia(['video', 'src'], src)),
        url: url === undefined ? undefined : videoPage(url),
        poster: poster === undefined ? undefined : findPicture(['video', 'poster'], poster)?.src,
        captions: captions === undefined ? undefined : findCaptions(captions, src),
      };
    },
    audio: (audio, title) => readAudio(audio, { ...context, title, text, report }),
    aliases: (values) =>
      values.flatMap((value, index) => {
        const path = ['aliases', index];
        const address = readAlias(value);
        if (address !== undefined) return [{ ...address, ...frontMatter.placeOf(path) }];
        const found = quoteValue(value);
        if (isTitle(value)) warn('alias-title', path, { found });
        else {
          const example = `aliases: [${proposeAliases(frontMatter.data['aliases'])}]`;
          report('alias-invalid', path, { found, example });
        }
        return [];
      }),
  };

  const warnAlt = (src: string): void => {
    warn('image-alt-missing', ['image'], { example: `image: {src: ${quoteSource(src)}, alt: …}`, noteKind: 'altNote' });
  };
  const reportImage = context.config.images?.missing === 'warn' ? warn : report;
  const reportChoice = (path: readonly string[], value: string, choices: readonly string[]): undefined => {
    const example = `${path.at(-1)}: ${nearestOf(value.toLowerCase(), choices) ?? choices[0]!}`;
    return report('choice', path, { found: quoteValue(value), choices: choices.join(', '), example });
  };
  const readFocus = (value: string): PictureFocus | undefined =>
    findPictureFocus(value) ?? reportChoice(['image', 'focus'], value, pictureFocuses);
  const findMedia = (path: readonly PropertyKey[], src: string): Pick<Video, 'src' | 'bytes'> | undefined => {
    const found = isAbsoluteUrl(src) ? remoteFile(src) : context.findFile(src);
    return found ?? report('media-missing', path, { src: showSource(src) });
  };
  const findCaptions = (captions: string, src: string | undefined): string | undefined => {
    const path = ['video', 'captions'];
    if (src === undefined) return warn('captions-unused', path, { example: fieldExamples['video.captions']! });
    // Browsers load captions of other hosts only if these allow it.
    const found = isAbsoluteUrl(captions) ? undefined : context.findCaptions?.(captions);
    if (found !== undefined && found !== 'captions-invalid') return found.src;
    return report(found ?? 'media-missing', path, { src: showSource(captions) });
  };
  const findPicture = (path: readonly PropertyKey[], src: string): Omit<Picture, 'alt'> | undefined => {
    const remote = isAbsoluteUrl(src) ? remoteFile(src) : undefined;
    if (remote && !createHostCheck(context.config)(remote.src))
      return warn('picture-remote', path, { host: hostOf(remote.src) });
    const found = remote ?? (isAbsoluteUrl(src) ? undefined : context.findImage(src));
    if (found && 'src' in found) return found;
    return reportImage(found?.fault ?? 'image-missing', path, { src: showSource(src), ...found?.values });
  };
  const videoPage = (value: string): string | undefined => {
    const url = reader.url(['video', 'url'], value);
    if (url === undefined) return undefined;
    const { videoHosts } = context.config;
    const { hostname: host } = new URL(url);
    if (videoHosts.includes(host)) return url;
    return report('video-host-unknown', ['video', 'url'], { host, hosts: videoHosts.join(', ') });
  };
  return reader;
}

/** Read the URL of a remote file. As in texts, pages load everything from elsewhere over https. */
function remoteFile(src: string): { src: string } | undefined {
  const url = parseWebUrl(src.replace(/^\/\//, 'https://'));
  return url && { src: url.href.replace(/^http:/, 'https:') };
}

function parseWebUrl(value: string): URL | undefined {
  const url = URL.parse(value);
  if (!url || !/^https?:$/.test(url.protocol) || url.hostname === '') return undefined;
  // «https://bank.example@evil.example» pretends to lead to the bank.
  url.username = '';
  url.password = '';
  return url;
}

/** Format a file's name as it is on disk: decoded. */
function showSource(src: string): string {
  return quoteValue(decodePath(src) ?? src);
}

function quoteSource(src: string): string {
  return /^[^\s"'[\]{},:#]+$/.test(src) ? src : JSON.stringify(src);
}

function fieldPart(key: PropertyKey): string {
  return typeof key === 'number' ? String(key + 1) : String(key);
}
