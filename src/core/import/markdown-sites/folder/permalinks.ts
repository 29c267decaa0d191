import type { Clock } from './moments.ts';

/** Values of tokens that do not depend on the date, by name without `:`. */
export type Tokens = Readonly<Record<string, string | undefined>>;

/**
 * Fill in a pattern of addresses, such as `/:year/:month/:title/`. Tokens without a value are removed, and repeated
 * slashes collapsed.
 *
 * @returns `undefined` if the pattern needs a date and there is none, or has an unknown token.
 */
export function fillPattern(pattern: string, tokens: Tokens, clock: Clock | undefined): string | undefined {
  let isComplete = true;
  const filled = pattern.replace(
    /:([a-z_]+)(?:\[([^\]]*)\])?/gi,
    (written, name: string, slice: string | undefined) => {
      const value = tokenOf(name, tokens) ?? (clock && dateToken(name, clock));
      if (value === undefined) {
        if (!(name in tokens)) isComplete = false;
        return name in tokens ? '' : written;
      }
      return slice === undefined ? value : sliceOf(value, slice);
    },
  );
  return isComplete ? `/${filled}`.replace(/\/{2,}/g, '/') : undefined;
}

function tokenOf(name: string, tokens: Tokens): string | undefined {
  return Object.hasOwn(tokens, name) ? tokens[name] : undefined;
}

/** Slice the segments of a path, as Hugo does: `:sections[1:]`, `:sections[last]`. */
function sliceOf(path: string, slice: string): string {
  const parts = path.split('/').filter((part) => part !== '');
  const indexOf = (text: string, absent: number): number =>
    text === '' ? absent : text === 'last' ? parts.length - 1 : Number(text);
  const [from = '', to] = slice.split(':');
  if (to === undefined) return parts[indexOf(from, 0)] ?? '';
  return parts.slice(indexOf(from, 0), indexOf(to, parts.length) + (to === 'last' ? 1 : 0)).join('/');
}

/** Return a part of a date under the names of Hugo, Jekyll and Hexo. */
function dateToken(name: string, { year, month, day, hour, minute, second }: Clock): string | undefined {
  const two = (value: number): string => String(value).padStart(2, '0');
  const date = new Date(Date.UTC(year, month - 1, day));
  const dayOfYear = Math.round((date.getTime() - Date.UTC(year, 0, 1)) / 86_400_000) + 1;
  switch (name) {
    case 'year':
    case 'w_year':
      return name === 'year' ? String(year) : String(isoWeek(date).year);
    case 'short_year':
      return two(year % 100);
    case 'month':
      return two(month);
    case 'i_month':
      return String(month);
    case 'monthname':
    case 'long_month':
      return months[month - 1];
    case 'short_month':
      return months[month - 1]?.slice(0, 3);
    case 'day':
      return two(day);
    case 'i_day':
      return String(day);
    case 'y_day':
      return String(dayOfYear).padStart(3, '0');
    case 'yearday':
      return String(dayOfYear);
    case 'weekday':
      return String(date.getUTCDay());
    case 'w_day':
      return String(date.getUTCDay() || 7);
    case 'weekdayname':
    case 'long_day':
      return days[date.getUTCDay()];
    case 'short_day':
      return days[date.getUTCDay()]?.slice(0, 3);
    case 'week':
      return two(isoWeek(date).week);
    case 'hour':
      return two(hour);
    case 'minute':
      return two(minute);
    case 'second':
      return two(second);
    default:
      return undefined;
  }
}

const months = 'January February March April May June July August September October November December'.split(' ');
const days = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ');

/** ISO 8601 week. */
function isoWeek(date: Date): { year: number; week: number } {
  const thursday = new Date(date.getTime() + (4 - (date.getUTCDay() || 7)) * 86_400_000);
  const year = thursday.getUTCFullYear();
  return { year, week: Math.floor((thursday.getTime() - Date.UTC(year, 0, 1)) / 604_800_000) + 1 };
}
