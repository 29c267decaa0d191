import type { NewsDate } from '../dates/news-date.ts';

/** An entry of live coverage. */
export interface LiveEntry {
  id: string;
  /** ISO 8601. */
  at: string;
  /** HTML of its headline without the time; may be empty. */
  title: string;
  /** HTML of its text; may be empty. */
  html: string;
}

// `arrangeLive` writes these elements, and no text can contain them.
const list = /<div class="live-entries">.*<\/article>\n<\/div>|<div class="live-entries"><\/div>/s;
const entry =
  /<article id="([^"]+)"[^>]*><h2><a class="live-time"[^>]*><time datetime="([^"]+)">.*?<\/time><\/a> ?(.*?)<\/h2>(.*?)<\/article>/gs;

/** Return the part of an article's HTML with the entries of its coverage. */
export function entriesHtml(html: string): string {
  return list.exec(html)?.[0] ?? '';
}

/** The hour of a moment, as in `2026-11-22T11`. */
export function hourOf({ iso }: NewsDate): string {
  return iso.slice(0, 13);
}

/** Remove the entries of an hour, and those after it, from an article's HTML. */
export function entriesBefore(html: string, hour: string): string {
  return html.replace(entry, (whole: string, _id: string, at: string) => (at < hour ? whole : ''));
}

/** List the entries of an article's HTML, in its order. */
export function listEntries(html: string): LiveEntry[] {
  return Array.from(html.matchAll(entry), ([, id, at, title, text]) => ({
    id: id!,
    at: at!,
    title: title!,
    html: text!,
  }));
}
