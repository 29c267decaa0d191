import { findInArchive } from '../../../core/search/on-demand/archive-link.ts';
import { formatDay } from '../../../core/search/on-demand/dates.ts';
import type { JalaliDay } from '../../../core/search/days.ts';
import { formatNumber } from '../../../core/text/persian.ts';
import { element } from '../../elements.ts';
import type { SearchIndex } from '../index.ts';

export { readUnits } from '../../../core/search/on-demand/units.ts';

/*
 * Loaded only for questions with digits.
 */

/**
 * Offer the archive's page of the day, or the month, in a question.
 *
 * @param archive The archive's path, and the number of articles on each of its pages.
 */
export function showDate(
  place: HTMLElement,
  date: JalaliDay | undefined,
  { rows }: SearchIndex,
  { archive = '', pageSize }: DOMStringMap,
): void {
  place.hidden = date === undefined;
  if (!date) return;
  const days = rows.map(({ day }) => day);
  const found = findInArchive(days, date, Number(pageSize));
  if (!found) return place.replaceChildren(`بایگانی از ${formatDay(date)} خبری ندارد.`);
  const { count, year, month, path } = found;
  const link = element('a', undefined, count > 0 ? formatDay(found) : formatDay({ year, month }));
  link.href = archive + path;
  if (count > 0) place.replaceChildren('بایگانی ', link, `: ${formatNumber(count)} خبر`);
  else place.replaceChildren(`${formatDay(date)} خبری ندارد. بایگانی `, link);
}
