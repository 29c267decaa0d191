import { completeArticle, type ImportContext, type ImportedArticle, type RawArticle } from './article.ts';
import type { ImportRefusal } from './record.ts';
import type { NewsDate } from '../dates/news-date.ts';
import { findDate } from './find-date.ts';
import { reportedBy, splitDateline } from './dateline.ts';
import { findHeadline } from './headline.ts';
import { type PageParts, splitPage } from './page-parts.ts';
import { cleanLine, cleanTitle, dropEnd, wordsOf } from './text.ts';

/** The article found in a page, and warnings for the editor. */
export interface PageResult {
  result: ImportedArticle | ImportRefusal;
  warnings: string[];
  /** Number of lines that are not part of the article. */
  leftOut: number;
}

/**
 * Extract the article from the text of a scraped news page, which also contains the page's furniture (menus, lists of
 * other news, the comment form). `page-parts.ts` sorts the lines, `headline.ts` finds the headline, `dateline.ts` the
 * dateline.
 *
 * @example parsePageText(' date 2025-10-16 …', context).result // { title: …, date: …, … }
 */
export function parsePageText(text: string, context: ImportContext): PageResult {
  const warnings: string[] = [];
  const parts = splitPage(text);
  const { lead, dateline, paragraphs } = splitLead(parts.body);
  const wholeText = [lead, ...paragraphs].filter((paragraph) => paragraph !== '');
  const headline = findTitle(parts, wholeText);
  const advice = headline.title === '' ? undefined : headlineAdvice[headline.from];
  if (advice !== undefined) warnings.push(advice);
  const raw: RawArticle = {
    line: 1,
    title: headline.title,
    isTitleDerived: headline.from === 'lead',
    date: findPageDate(parts.values, warnings) ?? '',
    tags: parts.values.tags.flatMap(splitTags),
    source: findSource(parts, dateline, wholeText, context, warnings),
    authors: parts.values.author,
    lead,
    dateline,
    section: parts.values.section[0] ?? '',
    related: parts.related.filter((title) => cleanTitle(title) !== headline.title),
    paragraphs,
  };
  const result = parts.body.some(hasFurniture) ? lostLines(context) : completeArticle(raw, context);
  return { result, warnings, leftOut: parts.leftOut };
}

/** Return whether a text is HTML source rather than the text of a page. */
export function isHtml(text: string): boolean {
  return /^\s*(?:<!doctype\s+html|<html[\s>]|<\?xml|<head[\s>]|<body[\s>]|<div[\s>])/i.test(text.slice(0, 2000));
}

/** Two list headings within one paragraph mean that the page has lost its line breaks. */
function hasFurniture(paragraph: string): boolean {
  const headings =
    paragraph.match(/(?:خبرهای|اخبار) (?:مرتبط|پیشنهادی)|آخرین اخبار|تبادل نظر|آدرس ایمیل خود را/g) ?? [];
  return new Set(headings).size >= 2;
}

function lostLines({ file }: ImportContext): ImportRefusal {
  const fix = 'Save the page’s text again, with its line breaks.';
  const found = 'one line with the article and the page’s lists';
  return {
    file,
    line: 1,
    title: '',
    faults: [{ field: 'body', expected: 'paragraphs on lines of their own', found, fix }],
  };
}

const headlineAdvice: Readonly<Record<string, string>> = {
  lead: 'No headline was found; it was derived from the lead’s first words. Write a better one.',
  list: 'There is no headline above the text; it was taken from the page’s lists of news. Check it.',
  doubt: 'The headline shares few words with the text. Check it.',
};

function findTitle(parts: PageParts, wholeText: readonly string[]): { title: string; from: string } {
  const [labelled] = parts.values.title;
  if (labelled !== undefined) return { title: cleanTitle(labelled), from: 'label' };
  return findHeadline(parts.head, parts.listed, wholeText);
}

/**
 * The first paragraph is a separate lead if the second begins with a dateline or «به گزارش …». Otherwise it stays in
 * the body, whose first paragraph is the lead anyway.
 */
function splitLead(body: readonly string[]): { lead: string; dateline?: string | undefined; paragraphs: string[] } {
  const [first = '', second = '', ...rest] = body;
  const own = splitDateline(first);
  if (own.dateline !== undefined) return { lead: '', dateline: own.dateline, paragraphs: [own.text, ...body.slice(1)] };
  const next = splitDateline(second);
  if (next.dateline !== undefined) return { lead: first, dateline: next.dateline, paragraphs: [next.text, ...rest] };
  if (/^(?:\/?به گزارش|\S+ به نقل از)\s/.test(second)) return { lead: first, paragraphs: [second, ...rest] };
  return { lead: '', paragraphs: [...body] };
}

/** Longer values are not tags but other lines that were merged with them. */
function splitTags(value: string): string[] {
  return value.split(/[،,؛;|/]|\s[-–]\s|\s(?=#)/).filter((tag) => wordsOf(tag).length <= 8);
}

/**
 * Take the first labelled date; without one, a line with only a date, preferably one with a time, since the top of a
 * page may show the current date. The time may come from another date of the same day.
 */
function findPageDate({ date: labelled, day }: PageParts['values'], warnings: string[]): NewsDate | undefined {
  const read = (values: readonly string[]): NewsDate[] => values.flatMap((value) => findDate(value) ?? []);
  const certain = read(labelled);
  const alone = read(day).toSorted((a, b) => Number(b.hasTime) - Number(a.hasTime));
  const [first] = [...certain, ...alone];
  if (!first) return undefined;
  const dayOf = ({ iso }: NewsDate): string => iso.slice(0, 10);
  const days = [...new Set((certain.length > 0 ? certain : alone).map(dayOf))];
  if (days.length > 1) warnings.push(`The page has several dates (${days.join(', ')}); ${dayOf(first)} was taken.`);
  return [...certain, ...alone].find((date) => date.hasTime && dayOf(date) === dayOf(first)) ?? first;
}

function findSource(
  { values }: PageParts,
  dateline: string | undefined,
  paragraphs: readonly string[],
  { defaults }: ImportContext,
  warnings: string[],
): { name: string } {
  const named = values.source.map(cleanLine).find((name) => name !== '');
  if (named !== undefined) return { name: dropEnd(named, /[.\s]/) };
  if (defaults.source !== undefined) return { name: '' };
  const guessed =
    paragraphs
      .slice(0, 3)
      .map(reportedBy)
      .find((name) => name !== undefined) ?? dateline;
  if (guessed === undefined) return { name: '' };
  warnings.push(`No «منبع» was found; the source was taken from the text: «${guessed}».`);
  return { name: guessed };
}
