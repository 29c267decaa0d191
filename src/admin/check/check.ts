import { typeOfEnding } from '../../core/audio/audio.ts';
import { checkFront, type KnownArticles } from '../../core/admin/check-front.ts';
import type { AdminPageData } from '../../core/admin/page.ts';
import { parseArticle } from '../../core/content/parse-article.ts';
import { parsePage } from '../../core/content/parse-page.ts';
import { parseAuthor, parseTerm } from '../../core/content/parse-profiles.ts';
import type { ParseContext } from '../../core/content/context.ts';
import type { ParsedFile } from '../../core/content/parsed-file.ts';
import { countWords, readingMinutes } from '../../core/content/reading-time.ts';
import { unifyLines } from '../../core/front-matter/forms.ts';
import { splitFrontMatter } from '../../core/front-matter/split.ts';
import { cleanPiece } from '../../core/import/text.ts';
import { createHalfSpaceFinder, restoreHalfSpaces } from '../../core/half-spaces/finder.ts';
import { createLexicon } from '../../core/half-spaces/lexicon.ts';
import { createMarkdownRenderer } from '../../core/markdown/render.ts';
import { type Problem, wordProblem } from '../../core/problems/problem.ts';
import { mendFile } from '../../core/proofreading/mend.ts';
import { type Finding, proofread } from '../../core/proofreading/proofread.ts';
import type { OrthographyContext } from '../../core/proofreading/rules.ts';
import { applyEdits } from '../../core/text/edits.ts';
import { createUrls } from '../../core/urls.ts';
import { type Place, placeInFront, placesIn } from './place.ts';

/** A file with a text to be checked. */
interface TextFile {
  /** The collection that it belongs to. */
  kind: 'articles' | 'pages' | 'authors' | 'sections' | 'tags';
  path: string;
  text: string;
}

/** A file to be checked. */
export type CheckedFile = TextFile | { kind: 'front'; path: string; text: string; known: KnownArticles };

/** A problem or finding, in the words that a writer reads. */
export interface Remark {
  /** Identifies the same finding in the same text. */
  key: string;
  place: Place;
  message: string;
  fix: string;
  /** Whether it can be mended by a click. */
  isMendable: boolean;
  isProblem: boolean;
}

/** What the check says of a file. */
export interface CheckResult {
  remarks: readonly Remark[];
  words: number;
  minutes: number;
  /** The body as readers see it; the front page has none. */
  html: string;
}

type Settings = Pick<AdminPageData, 'checking'>;

/** What the fields that a build needs are called in the editor. */
const labels: Readonly<Record<string, string>> = {
  title: 'تیتر',
  name: 'نام',
  date: 'زمان انتشار',
  tags: 'برچسب‌ها',
  source: 'منبع',
  'source.name': 'نام منبع',
  'image.src': 'پروندهٔ تصویر',
  'image.alt': 'آنچه در تصویر دیده می‌شود',
  'video.title': 'عنوان ویدئو',
  'corrections.date': 'تاریخ اصلاحیه',
  'corrections.text': 'متن اصلاحیه',
  'lead.slug': 'خبر نخست',
  'breaking.text': 'متن خبر فوری',
};

/** Create the function that checks files as the build would. The dictionary may follow later: without it half-spaces are not checked. */
export function createChecker({ checking }: Settings): {
  setDictionary(text: string): void;
  check(file: CheckedFile): CheckResult;
  mend(file: CheckedFile, key?: string): string;
  /** Restore letters and half-spaces of a piece of a text. */
  restore(text: string): string;
} {
  const urls = createUrls(checking.url);
  const render = createMarkdownRenderer({ urls, isShown: () => true });
  let orthography: OrthographyContext = { off: checking.orthography.off };
  // Whether a picture lies beside the text is seen when it is chosen, and again by the build.
  const found = (src: string) => ({ src, width: 1200, height: 800 });
  const context: ParseContext = {
    config: checking,
    render,
    findImage: found as ParseContext['findImage'],
    findDocument: (src) => ({ src }),
    findFile: (src) => ({ src, bytes: 0 }),
    findAudio: (src) => ({ src, bytes: 1, type: typeOfEnding(src) }),
  };
  const findings = (file: CheckedFile): readonly Finding[] => proofread(file, orthography);
  return {
    setDictionary: (text) => {
      orthography = {
        ...orthography,
        findHalfSpaces: createHalfSpaceFinder(createLexicon(text, checking.orthography.words)),
      };
    },
    check: (file) => {
      if (file.kind === 'front') {
        const problems = checkFront(file, checking, file.known);
        const remarks = problems.map((problem) => remarkOf(problem, placeInFront(problem), true));
        return { remarks, words: 0, minutes: 0, html: '' };
      }
      const parsed = parse(file, context);
      const placeOf = placesIn(file.text);
      const html = render(bodyOf(file.text), context.findImage, context.findDocument);
      return {
        remarks: [
          ...parsed.problems.map((problem) => remarkOf(problem, placeOf(problem), true)),
          ...(parsed.warnings ?? []).map((warning) => remarkOf(warning, placeOf(warning), false)),
          ...findings(file).map((finding) => remarkOf(finding, placeOf(finding), false, finding.edits.length > 0)),
        ],
        words: countWords(html.text),
        minutes: readingMinutes([html.text]),
        html: html.html,
      };
    },
    restore: (text) => {
      const clean = cleanPiece(text);
      const { findHalfSpaces } = orthography;
      return findHalfSpaces ? restoreHalfSpaces(clean, findHalfSpaces) : clean;
    },
    mend: (file, key) => {
      if (key === undefined) return mendFile(file, orthography, { all: false, frontMatter: true }).text;
      const finding = findings(file).find((each) => keyOf(each) === key);
      return finding ? applyEdits(file.text, finding.edits) : file.text;
    },
  };
}

function parse(file: TextFile, context: ParseContext): ParsedFile {
  switch (file.kind) {
    case 'articles':
      return parseArticle(file, context);
    case 'pages':
      return parsePage(file, context);
    case 'authors':
      return parseAuthor(file, context);
    case 'sections':
    case 'tags':
      return parseTerm(file, file.kind, context);
  }
}

function remarkOf(problem: Problem, place: Place, isProblem: boolean, isMendable = false): Remark {
  return { ...wordsOf(problem), key: keyOf(problem), place, isMendable, isProblem };
}

function bodyOf(text: string): string {
  const split = splitFrontMatter(unifyLines(text));
  return 'id' in split ? '' : split.body;
}

function keyOf({ id, line, column, values }: Problem): string {
  return `${id} ${line}:${column} ${values['found'] ?? ''}`;
}

function wordsOf(problem: Problem): Pick<Remark, 'message' | 'fix'> {
  const label = labels[String(problem.field)];
  // The writer sees fields, not their lines.
  return problem.id === 'field-missing' && label !== undefined
    ? { message: `«${label}» خالی است.`, fix: '' }
    : wordProblem(problem, 'fa');
}
