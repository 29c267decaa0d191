import { dateAt, formatDate, formatTime } from '../../src/core/dates/news-date.ts';
import type { PageRule } from './finding.ts';
import { attributeOf, describe, elementsOf, findAll, findParts, textOf, type Element, type Page } from './html.ts';

/** Rules about the dates on a page. */
export const dateRules: readonly PageRule[] = [
  { name: 'dates', check: wrongTimes },
  { name: 'dates-marked-up', check: datesOutsideTime },
  { name: 'relative-times', check: relativeTimes },
];

const moment = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\+0[34]:30$/;
const relative =
  /(?:ثانیه|دقیقه|ساعت|روز|هفته|ماه|سال)\s+(?:پیش|قبل)|لحظاتی (?:پیش|قبل)|همین حالا|^\s*(?:دیروز|امروز)\s*$/;

/** Each `time` gives one moment twice: for machines in `datetime`, for readers as «پنجشنبه ۲۴ مهر ۱۴۰۴». */
function wrongTimes(page: Page): string[] {
  return findAll(page.tree, 'time').flatMap((time) => {
    const datetime = attributeOf(time, 'datetime') ?? '';
    if (!moment.test(datetime) || Number.isNaN(Date.parse(datetime)))
      return [`datetime="${datetime}" at «${textOf(time)}»`];
    const date = dateAt(Date.parse(datetime));
    const text = textOf(time).replace(/\s+/g, ' ').trim();
    const hour = /[0-9۰-۹]{1,2}:[0-9۰-۹]{2}/.exec(text)?.[0];
    const findings = date.iso === datetime ? [] : [`datetime="${datetime}": Tehran writes ${date.iso}`];
    if (!text.startsWith(formatDate(date))) findings.push(`«${text}» for ${formatDate(date)}`);
    if (hour !== undefined && hour !== formatTime(date)) findings.push(`«${hour}» for ${formatTime(date)}`);
    return findings;
  });
}

/** Each `data-part="date"` is a `time`, or contains one. */
function datesOutsideTime(page: Page): string[] {
  const weekday = /(?:شنبه|جمعه)\s+[۰-۹]{1,2}\s+\p{L}+\s+[۰-۹]{4}/u;
  const parts = findParts(page.tree, 'date').filter(
    (part) => part.tagName !== 'time' && findAll(part, 'time').length === 0,
  );
  const loose = elementsOf(page.tree).filter(({ element, ancestors }) => {
    const isProse = [...ancestors, element].some(isWritten);
    return !isProse && weekday.test(ownText(element));
  });
  return [...parts, ...loose.map(({ element }) => element)].map(
    (element) => `${describe(element)} «${textOf(element).trim()}»`,
  );
}

function relativeTimes(page: Page): string[] {
  const parts = [...findAll(page.tree, 'time'), ...findParts(page.tree, 'date')];
  return parts
    .filter((part) => relative.test(textOf(part)))
    .map((part) => `${describe(part)} «${textOf(part).trim()}»`);
}

/** Whether a text is a writer's, which may name any day, or within a `time`, which is checked itself. */
function isWritten(element: Element): boolean {
  const part = attributeOf(element, 'data-part') ?? '';
  return (
    /^(?:body|headline|kicker|lead|corrections)$/.test(part) ||
    /^(?:a|h[1-6]|title|script|figcaption|time)$/.test(element.tagName)
  );
}

function ownText(element: Element): string {
  return element.children.map((child) => (child.type === 'text' ? child.value : '')).join('');
}
