import { type MessageLanguage, type Problem, printable, sortProblems, wordProblem } from './problem.ts';

/** What is wrong with the content, as the live preview shows it on one page. All texts are plain. */
export interface PageProblems {
  language: MessageLanguage;
  /** One line for the folded bar: how much there is. Empty if there is nothing. */
  summary: string;
  /** Whether the site can't be built as it is. */
  isBroken: boolean;
  /** Files, those of the page first, then those with problems. */
  files: readonly ProblemFile[];
  /** What is not listed; empty if everything is. */
  rest: string;
  /** For the window over the page: its heading, if the page has problems, and when it closes. */
  heading: string | undefined;
  words: { until: string; close: string; show: string; page: string; edit: string; here: string };
}

/** A file and what is wrong with it. */
interface ProblemFile {
  /** Path relative to the project. */
  file: string;
  /** Path of its page, if it has one. */
  page: string | undefined;
  /** Whether it makes the page in view. */
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

/** What a page is asked about. */
interface Asked {
  problems: readonly Problem[];
  warnings: readonly Problem[];
  /** Path of the page that a file makes; percent-encoded. */
  pageOf(file: string): string | undefined;
}

const limits = { files: 50, items: 20 };

/** List what is wrong with the content, with what concerns one page first. */
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

/** Browsers and writers leave out final slashes, and encode letters in their own way. */
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
