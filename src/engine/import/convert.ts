import { createHalfSpaceFinder, type HalfSpaceFinder, restoreHalfSpaces } from '../../core/half-spaces/finder.ts';
import { hostOf, linkKey } from '../../core/import/archive/addresses.ts';
import { type ConvertedRecord, convertRecord } from '../../core/import/archive/convert-record.ts';
import type { PlannedRecord } from '../../core/import/archive/survey.ts';
import { type ImportNote, note } from '../../core/import/notes.ts';
import type { ImportRecord } from '../../core/import/record.ts';
import { createMarkdownRenderer } from '../../core/markdown/render.ts';
import type { ParseContext } from '../../core/content/context.ts';
import { parseArticle } from '../../core/content/parse-article.ts';
import { parsePage } from '../../core/content/parse-page.ts';
import type { ParsingConfig, SiteConfig } from '../../core/config/site-config.ts';
import { describeProblem } from './describe-problem.ts';
import type { Problem } from '../../core/problems/problem.ts';
import { cleanPiece } from '../../core/import/text.ts';
import { createUrls, isAbsoluteUrl } from '../../core/urls.ts';
import { loadFormulaWriter } from '../content/formulas.ts';
import { digestOf } from '../cache/digest.ts';
import { readLexicon } from '../proofread/dictionary.ts';
import type { ArchiveFile } from './reading/archive.ts';
import { findMedia, type MediaSetup } from './media/media.ts';
import { lookUp, type SharedMap } from './shared-map.ts';

/** Setup of all threads of a conversion. Structured-cloneable. */
export interface ConversionSetup {
  config: ParsingConfig & Pick<SiteConfig, 'orthography'>;
  source?: string | undefined;
  siteUrl?: string | undefined;
  /** New address by `linkKey` of the old one. */
  targets: SharedMap;
  media: MediaSetup;
  isAsIs: boolean;
}

/** A record to convert. */
export interface ConversionTask {
  record: ImportRecord;
  planned: PlannedRecord;
  /** Slugs of pinned articles. */
  related: readonly string[];
  /** Pins without an article. */
  unknown: readonly string[];
  /** Files of the input that pictures may refer to, by address. */
  files: ReadonlyMap<string, readonly ArchiveFile[]>;
}

/** A converted record, ready to be written. */
export interface Conversion {
  origin: string;
  text: string;
  digest: string;
  comments?: string | undefined;
  notes: readonly ImportNote[];
  tagged: readonly string[];
  listed: ConvertedRecord['listed'];
  remotePictures: number;
  localPictures: number;
  /** Addresses of pictures without a local copy. */
  missing: readonly string[];
  /** Half-space changes with their number. */
  changes: ReadonlyMap<string, number>;
  /** Problems that make the result invalid. */
  problems: readonly string[];
}

/** Create the function that converts records in one thread. @param finder The thread's own, if it has loaded the dictionary. */
export async function createConverter(
  setup: ConversionSetup,
  finder?: () => HalfSpaceFinder | undefined,
): Promise<(tasks: readonly ConversionTask[]) => Promise<Conversion[]>> {
  const { config, targets, media, siteUrl } = setup;
  const find = setup.isAsIs ? undefined : (finder?.() ?? createHalfSpaceFinder(readLexicon(config.orthography.words)));
  const hosts = new Set([siteUrl, config.url].map((url) => url && hostOf(url)).filter((host) => host !== undefined));
  const render = createMarkdownRenderer({ urls: createUrls(config.url), loadFormulaWriter, isShown: () => true });
  const check = createCheck(config, render);

  const findLink = (address: string): string | undefined => {
    if (!address.startsWith('record:') && isAbsoluteUrl(address) && !hosts.has(hostOf(address) ?? '')) return undefined;
    const target = lookUp(targets, linkKey(address));
    const fragment = /#.+$/s.exec(address)?.[0] ?? '';
    return target === undefined ? undefined : target + fragment;
  };
  const convert = ({ record, planned, related, files }: ConversionTask): Conversion => {
    const changes = new Map<string, number>();
    const restore = (text: string): string => {
      const clean = cleanPiece(text);
      if (!find) return setup.isAsIs ? text : clean;
      return restoreHalfSpaces(clean, (found) => {
        const proposals = find(found);
        for (const { start, end, proposed } of proposals) {
          const change = `${found.slice(start, end)} → ${proposed}`;
          changes.set(change, (changes.get(change) ?? 0) + 1);
        }
        return proposals;
      });
    };
    const missing = new Set<string>();
    let localPictures = 0;
    const notes: ImportNote[] = [];
    const up = '../'.repeat(planned.path.split('/').length - 1);
    const findPicture = (written: string, address: string): string | undefined => {
      const found = findMedia(address, files.get(written) ?? files.get(address) ?? [], media);
      if (found && 'path' in found) {
        localPictures += 1;
        return up + found.path;
      }
      if (found?.fault === 'type')
        notes.push(note('lost', 'A file’s content does not match its name, or is unsafe.', address));
      if (found?.fault === 'size')
        notes.push(note('lost', 'A picture is larger than limits.imageBytes allows.', address));
      missing.add(address);
      return undefined;
    };
    const context = { config, source: setup.source, siteUrl, findPicture, findLink, restore };
    const converted = convertRecord(record, planned, related, context);
    const problems = check(planned, converted.text);
    return {
      origin: planned.origin,
      text: converted.text,
      digest: digestOf(converted.text),
      comments: converted.comments,
      notes: [...converted.notes, ...notes],
      tagged: converted.tagged,
      listed: converted.listed,
      remotePictures: converted.remotePictures,
      localPictures,
      missing: [...missing],
      changes,
      problems,
    };
  };
  return async (tasks) => tasks.map(convert);
}

/**
 * Check the text of a new file as a build would, assuming that all pictures exist. In a body only local addresses can be
 * problems, so bodies without any are not rendered: rendering is the slowest step.
 */
function createCheck(
  config: ConversionSetup['config'],
  renderBody: ParseContext['render'],
): (planned: PlannedRecord, text: string) => string[] {
  const findImage = (src: string): { src: string; width: number; height: number; bytes: number } => ({
    src,
    width: 1,
    height: 1,
    bytes: 1,
  });
  const render: ParseContext['render'] = (markdown, ...finders) =>
    localAddress.test(markdown) || markdown.trim() === '' ? renderBody(markdown, ...finders) : unread;
  const context: ParseContext = { config, render, findImage, findFile: findImage };
  return ({ kind, path }, text) => {
    const file = { path, text };
    const { problems } = kind === 'page' ? parsePage(file, context) : parseArticle(file, context);
    return problems.map((problem: Problem) => describeProblem(problem));
  };
}

/** An address in a body that is not a web address, an article, a heading or an imported file. */
const localAddress =
  /\]\(\s*(?!<?(?:https?:|mailto:|tel:|#|\.\.\/[^)\s]*media\/))(?![^)\s]+\.md[)#])|^\[[^\]\n]+\]:|<(?:a|img|video|audio|source)\b/m;
const unread = { html: '<p></p>', text: '', firstParagraph: '', articleLinks: [], missingImages: [], dropped: [] };
