import { type MessageLanguage, type Problem, printable, sortProblems, wordProblem } from './problem.ts';

/** The content's problems and warnings, as the live preview shows them on one page. All strings are plain text. */
export interface PageProblems {
  language: MessageLanguage;
  /** Counts for the collapsed bar, in one line; empty if there are no problems or warnings. */
  summary: string;
  /** Whether there are problems, which prevent a build. */
  isBroken: boolean;
  /** Files of this page first, then files with problems, then the rest. */
  files: readonly ProblemFile[];
  /** Message with the number of problems and warnings that are not listed; empty if all are. */
  rest: string;
  /** Heading of the window over the page; `undefined` if the page has no problems, and so no window. */
  heading: string | undefined;
  words: { until: string; close: string; show: string; page: string; edit: string; here: string };
}

/** A file with its problems and warnings. */
interface ProblemFile {
  /** Path relative to the project. */
  file: string;
  /** URL path of its page; `undefined` if it has none. */
  page: string | undefined;
  /** Whether its page is the one in view. */
  isHere: boolean;
  items: readonly ProblemItem[];
}

/** A problem or a warning. */
interface ProblemItem {
  line: number;
  column: number;
  isWarning: boolean;
  message: string;
  fix: string;
}

/** Problems of the whole content, and the pages of its files. */
interface Asked {
  problems: readonly Problem[];
  warnings: readonly Problem[];
  /** Returns the percent-encoded URL path of a file's page; `undefined` if it has none. */
  pageOf(file: string): string | undefined;
}

const limits = { files: 50, items: 20 };

/**
 * Describe the problems and warnings of the content, those of one page first.
 *
 * @param page URL path of the page in view.
 */
export function describePageProblems(
  page: string,
  { problems, warnings, pageOf }: Asked,
  language: MessageLanguage,
): PageProblems {
  const broken = new Set(problems);
  const byFile = Map.groupBy(sortProblems([...problems, ...warnings]), ({ file }) => file);
  const files = Array.from(byFile, ([file, all]) => {
    const place = pageOf(file);
    const isHere = place !== undefined && isSamePage(place, page);
    const own = [...all.filter((each) => broken.has(each)), ...all.filter((each) => !broken.has(each))];
    return { file, page: place, isHere, own, isBroken: broken.has(own[0]!) };
  }).toSorted((a, b) => Number(b.isHere) - Number(a.isHere) || Number(b.isBroken) - Number(a.isBroken));
  const shown = files.slice(0, limits.files).map(({ file, page: path, isHere, own }) => ({
    file: printable(file),
    page: path,
    isHere,
    items: own.slice(0, limits.items).map((each) => describe(each, !broken.has(each), language)),
  }));
  const here = files.filter(({ isHere }) => isHere).flatMap(({ own }) => own.filter((each) => broken.has(each)));
  const left = problems.length + warnings.length - shown.reduce((sum, { items }) => sum + items.length, 0);
  const say = sentences[language];
  return {
    language,
    summary: files.length === 0 ? '' : say.summary(problems.length, warnings.length, files.length),
    isBroken: problems.length > 0,
    files: shown,
    rest: left === 0 ? '' : say.rest(left),
    heading: here.length === 0 ? undefined : say.heading(here.length),
    words: say.words,
  };
}

function describe(problem: Problem, isWarning: boolean, language: MessageLanguage): ProblemItem {
  const { message, fix } = wordProblem(problem, language);
  const field = problem.field === undefined ? '' : `${printable(problem.field)}: `;
  return { line: problem.line, column: problem.column, isWarning, message: field + message, fix };
}

/** Compare URL paths regardless of final slashes, `index.html` and percent-encoding. */
function isSamePage(a: string, b: string): boolean {
  return plainPath(a) === plainPath(b);
}

function plainPath(path: string): string {
  const encoded = URL.parse(path, 'https://none.invalid')?.pathname ?? path;
  return encoded.replace(/\/(?:index\.html)?$/, '').replace(/%[\da-f]{2}/gi, (code) => code.toUpperCase());
}

const persian = (count: number): string => count.toLocaleString('fa-IR');
const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;

const sentences = {
  en: {
    summary: (problems: number, warnings: number, files: number) =>
      `${[problems > 0 && counted(problems, 'problem'), warnings > 0 && counted(warnings, 'warning')].filter(Boolean).join(', ')} in ${counted(files, 'file')}`,
    rest: (count: number) => `And ${count} more; npm run check lists all.`,
    heading: (count: number) => `${counted(count, 'problem')} on this page`,
    words: {
      until: 'The site can’t be built until this is mended. This window closes by itself when it is.',
      close: 'Close',
      show: 'Show the problems of this page',
      page: 'Page',
      edit: 'Open in the editor',
      here: 'This page',
    },
  },
  fa: {
    summary: (problems: number, warnings: number, files: number) =>
      `${[problems > 0 && `${persian(problems)} اشکال`, warnings > 0 && `${persian(warnings)} هشدار`].filter(Boolean).join(' و ')} در ${persian(files)} پرونده`,
    rest: (count: number) => `و ${persian(count)} تای دیگر؛ npm run check همه را نشان می‌دهد.`,
    heading: (count: number) => `این صفحه ${persian(count)} اشکال دارد`,
    words: {
      until: 'تا درست نشود سایت ساخته نمی‌شود. این پنجره پس از درست شدن خودش بسته می‌شود.',
      close: 'بستن',
      show: 'نمایش اشکال‌های این صفحه',
      page: 'صفحه',
      edit: 'باز کردن در ویرایشگر',
      here: 'همین صفحه',
    },
  },
} as const satisfies Record<MessageLanguage, unknown>;
