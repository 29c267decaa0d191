import { type NewsDate, parseDate, wrongWeekday } from '../dates/news-date.ts';
import { proposeDates } from '../dates/propose.ts';
import { weekdayKinds } from '../dates/words.ts';
import { formatDateField } from '../import/article-file.ts';
import { type ProblemId, quoteValue } from '../problems/problem.ts';
import type { FrontMatter } from './front-matter.ts';

/** Reports a problem of the field at a path. */
export type Report = (id: ProblemId, path: readonly PropertyKey[], values: Record<string, string>) => undefined;

/**
 * Create the function that reads the dates of a file: in any form that can only mean one moment. All others are
 * reported, with the dates that may be meant.
 */
export function createDateReader(
  frontMatter: Pick<FrontMatter, 'isPlain'>,
  report: Report,
  warn: Report,
): (path: readonly PropertyKey[], value: string) => NewsDate | undefined {
  return (path, value) => {
    const date = parseDate(value);
    const found = quoteValue(value);
    const field = String(path.findLast((key) => typeof key === 'string'));
    if (typeof date !== 'string') {
      const wrong = wrongWeekday(value);
      if (!wrong) return date;
      const [weekdayKind, actualKind] = [weekdayKinds[wrong.written]!, weekdayKinds[wrong.actual]!];
      warn('date-weekday', path, { found, field, weekdayKind, actualKind, guess: formatDateField(date) });
      return date;
    }
    const { dates, isExact } = proposeDates(value);
    const [guess, ...others] = dates;
    const known = { found, field, guess: guess ?? 'YYYY/MM/DD', noteKind: guess === undefined ? 'dateNote' : '' };
    if (others.length > 0) return report('date-ambiguous', path, { ...known, readings: dates.join(' | ') });
    if (guess === undefined || (date === 'form' && isExact)) return report('date-form', path, known);
    const rolled = frontMatter.isPlain(path) ? rolledOver(value) : undefined;
    return rolled === undefined
      ? report('date-impossible', path, known)
      : report('date-rolls-over', path, { ...known, rolled });
  };
}

/** The date that a YAML reader with timestamps makes of an unquoted date that does not exist. */
function rolledOver(value: string): string | undefined {
  const match = /^(\d{4})-(\d\d)-(\d\d)(?:$|[Tt\s])/.exec(value);
  if (!match) return undefined;
  const rolled = new Date(Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3])))
    .toISOString()
    .slice(0, 10);
  return rolled === value.slice(0, 10) ? undefined : rolled;
}
