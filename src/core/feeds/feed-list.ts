import { kindLabels, termKinds } from '../site/term-kinds.ts';
import type { Site, Term, TermKind } from '../site/site.ts';
import { escapeXml, xmlDeclaration, xmlElement } from './xml.ts';
import type { Urls } from '../urls.ts';

/** A feed, as the page of feeds lists it. */
export interface FeedLink {
  label: string;
  /** The path of the feed. */
  url: string;
}

/** The feeds of a kind of terms, as the page of feeds lists them. */
export interface FeedGroup {
  kind: TermKind;
  /** In the order of the site: sections as in the menu, the others by the alphabet. */
  feeds: readonly FeedLink[];
  /** Where all terms of the kind are, each with its feed; absent if the page has all feeds. */
  all?: string | undefined;
}

/** How many feeds of a kind the page lists: of tags, sources and authors those that are used most. */
const listed = 30;

/**
 * Choose the feeds that the page of feeds lists. It says nothing of how many articles they have, so that it stays as it
 * is while articles come.
 */
export function listFeeds({ urls, terms }: Pick<Site, 'urls' | 'terms'>): FeedGroup[] {
  return termKinds
    .map((kind) => {
      const chosen = kind === 'sections' ? terms.sections : mostUsed(terms[kind]);
      const feeds = chosen.map(({ label, feedUrl }) => ({ label, url: feedUrl }));
      return { kind, feeds, all: feeds.length < terms[kind].length ? urls.page(kind) : undefined };
    })
    .filter(({ feeds }) => feeds.length > 0);
}

/** List all feeds of a site for feed readers (OPML 2.0, subscription list). */
export function writeOpml({ config, urls, terms }: Pick<Site, 'config' | 'urls' | 'terms'>): string {
  const outline = (text: string, page: string, feed: string): string => {
    const addresses = { xmlUrl: urls.absolute(feed), htmlUrl: urls.absolute(page) };
    return `${xmlElement('outline', { type: 'rss', version: 'RSS2', text, title: text, language: 'fa-IR', ...addresses })}\n`;
  };
  const groups = termKinds
    .filter((kind) => terms[kind].length > 0)
    .map((kind) => {
      const feeds = terms[kind].map(({ label, url, feedUrl }) => outline(`${config.name}: ${label}`, url, feedUrl));
      return `${xmlElement('outline', { text: kindLabels[kind].many }, '\n', ...feeds)}\n`;
    });
  const head = xmlElement('head', {}, xmlElement('title', {}, escapeXml(`خوراک‌های ${config.name}`)));
  const body = xmlElement('body', {}, '\n', outline(config.name, urls.page(), urls.file('rss.xml')), ...groups);
  return `${xmlDeclaration}\n${xmlElement('opml', { version: '2.0' }, '\n', head, '\n', body, '\n')}\n`;
}

function mostUsed(terms: readonly Term[]): readonly Term[] {
  if (terms.length <= listed) return terms;
  const chosen = new Set(terms.toSorted((a, b) => b.count - a.count).slice(0, listed));
  return terms.filter((term) => chosen.has(term));
}

/** Files beside articles may have any name. */
const isFeed = /^(?:feed\.json|rss\.xml|(?:tags|sections|sources|authors)\/[^/]+\/rss\.xml)$/;

/**
 * Find the feeds among the files of a site, and give their absolute addresses, as the feeds themselves do.
 *
 * @param files Their paths below the output folder, unencoded.
 * @example feedsAmong(['index.html', 'tags/ری/rss.xml'], urls) // ['https://example.org/tags/%D8%B1%DB%8C/rss.xml']
 */
export function feedsAmong(files: readonly string[], urls: Urls): string[] {
  return files.filter((file) => isFeed.test(file)).map((file) => urls.absolute(urls.file(...file.split('/'))));
}
