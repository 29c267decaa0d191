import { podcastFile } from '../config/podcast.ts';
import { commentsFeedUrl } from '../comments/addresses.ts';
import { kindLabels, termKinds } from '../site/terms.ts';
import type { Site, Term, TermKind } from '../site/site.ts';
import { escapeXml, xmlDeclaration, xmlElement } from './xml.ts';
import type { Urls } from '../urls.ts';

/** A feed as shown on the page of feeds. */
export interface FeedLink {
  label: string;
  /** Path of the feed. */
  url: string;
}

/** The feeds of one kind of term, as shown on the page of feeds. */
export interface FeedGroup {
  kind: TermKind;
  /** In the site's order: sections as in the menu, the others alphabetically. */
  feeds: readonly FeedLink[];
  /** Path of the page with all terms of the kind, each with its feed; absent if every feed is listed here. */
  all?: string | undefined;
}

// Tags, sources and authors: the most used ones of each kind.
const listed = 30;

/**
 * Choose the feeds for the page of feeds. It omits article counts, so that the page does not change with each new
 * article.
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
  const comments = config.comments ? [outline(`${config.name}: تبادل نظر`, urls.page(), commentsFeedUrl(urls))] : [];
  const main = outline(config.name, urls.page(), urls.file('rss.xml'));
  const podcast = config.podcast ? [outline(config.podcast.title, urls.page(), urls.file(podcastFile))] : [];
  const body = xmlElement('body', {}, '\n', main, ...podcast, ...comments, ...groups);
  return `${xmlDeclaration}\n${xmlElement('opml', { version: '2.0' }, '\n', head, '\n', body, '\n')}\n`;
}

function mostUsed(terms: readonly Term[]): readonly Term[] {
  if (terms.length <= listed) return terms;
  const chosen = new Set(terms.toSorted((a, b) => b.count - a.count).slice(0, listed));
  return terms.filter((term) => chosen.has(term));
}

// Files beside articles may have any name, so only the paths of our own feeds match.
const isFeed =
  /^(?:feed\.json|(?:rss|podcast|feeds\/comments)\.xml|(?:tags|sections|sources|authors)\/[^/]+\/rss\.xml)$/;

/**
 * List the absolute URLs of the feeds among a site's files, as the feeds themselves give them.
 *
 * @param files Paths below the output folder, unencoded.
 * @example feedsAmong(['index.html', 'tags/ری/rss.xml'], urls) // ['https://example.org/tags/%D8%B1%DB%8C/rss.xml']
 */
export function feedsAmong(files: readonly string[], urls: Urls): string[] {
  return files.filter((file) => isFeed.test(file)).map((file) => urls.absolute(urls.file(...file.split('/'))));
}
