/** A day, or a month, of the Jalali calendar. */
export interface JalaliDay {
  /** Absent for a day of any year. */
  year?: number | undefined;
  /** 1–12. */
  month: number;
  /** Absent for a whole month. */
  day?: number | undefined;
}

/** Return whether a day, as numbers of days are written in tables (14040724), is the asked one or in the asked month. */
export function isOnDate(number: number, { year, month, day }: JalaliDay): boolean {
  return (
    (year === undefined || Math.floor(number / 10_000) === year) &&
    Math.floor(number / 100) % 100 === month &&
    (day === undefined || number % 100 === day)
  );
}
