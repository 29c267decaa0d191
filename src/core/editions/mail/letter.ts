import type { SiteConfig } from '../../config/site-config.ts';
import { formatDate, type NewsDate } from '../../dates/news-date.ts';
import type { Story } from '../../site/site.ts';
import { isolateLatin } from '../../text/bidi.ts';
import { dropControls } from '../../text/control-characters.ts';
import { truncateText } from '../../text/persian.ts';
import { readableUrl, type Urls } from '../../urls.ts';

/** A letter, before it is written as HTML or as text. */
export interface Letter {
  config: SiteConfig;
  urls: Urls;
  day: NewsDate;
  /** What the editor says above the articles. */
  text?: string | undefined;
  title?: string | undefined;
  /** The first one is the lead. Not empty. */
  articles: readonly Story[];
  /** Path of its page on the site, if it has one. */
  page?: string | undefined;
  /** Whether pictures are shown. */
  hasPictures: boolean;
  /** What the sender’s program puts the reader’s address for leaving in place of, such as `{{ UnsubscribeURL }}`. */
  unsubscribe?: string | undefined;
}

/** Articles with a lead, after the first one. */
export const shownWithLead = 5;

/**
 * Prepare a text of a writer for a letter. Latin words are isolated by characters, since programs for mail drop elements
 * and attributes; and senders read `{{` as a command.
 */
export function letterText(text: string): string {
  const plain = dropControls(text).replace(/\s+/g, ' ').trim();
  return isolateLatin(plain).replace(/[{%](?=[{%])|\*(?=\|)/g, '$&\u2060');
}

/** The subject: newspaper, day and headline in one line of about 100 letters. */
export function writeSubject({ config, day, title, articles }: Letter): string {
  return letterText(`${config.name}، ${formatDate(day)}: ${truncateText(title ?? articles[0]!.title, 70)}`);
}

/** The letter as plain text. */
export function writeLetterText({ config, urls, day, text, articles, page, unsubscribe }: Letter): string {
  const address = (path: string): string => readableUrl(urls.absolute(path));
  const items = articles.map(({ kicker, title, lead, url }, index) =>
    [
      ...(kicker ? [letterText(kicker)] : []),
      letterText(title),
      ...(lead && index <= shownWithLead ? [letterText(truncateText(lead, 240))] : []),
      address(url),
    ].join('\n'),
  );
  const end = [
    ...(page ? [`این شماره در سایت: ${address(page)}`] : []),
    ...(unsubscribe ? [`لغو اشتراک: ${unsubscribe}`] : []),
  ];
  const head = [`${letterText(config.name)}، ${formatDate(day)}`, ...(text ? [letterText(text)] : [])];
  return `${[...head, ...items, ...(end.length > 0 ? [end.join('\n')] : [])].join('\n\n')}\n`;
}
