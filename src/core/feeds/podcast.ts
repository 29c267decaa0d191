import { getRssString } from '@astrojs/rss';
import { podcastFile } from '../config/podcast.ts';
import { formatDuration } from '../audio/duration.ts';
import { toRfc822 } from '../dates/news-date.ts';
import { newestChange } from '../site/last-change.ts';
import type { Site, SiteArticle } from '../site/site.ts';
import { toLatinDigits } from '../text/persian.ts';
import { absoluteUrl } from '../urls.ts';
import { guidOf } from './guid.ts';
import { audioOf } from './media.ts';
import { escapePlainTexts } from './rss-item.ts';
import { escapeXml, stripForbidden, xmlElement } from './xml.ts';

/** Number of episodes in the feed; apps keep what they have seen. */
const mostEpisodes = 300;

const xmlns = {
  atom: 'http://www.w3.org/2005/Atom',
  itunes: 'http://www.itunes.com/dtds/podcast-1.0.dtd',
  podcast: 'https://podcastindex.org/namespace/1.0',
};

/** List the articles of the podcast, newest first: those with a recording. */
export function podcastEpisodes({ articles }: Pick<Site, 'articles'>): readonly SiteArticle[] {
  return articles.filter(({ audio }) => audio).slice(0, mostEpisodes);
}

/**
 * Write the feed of the podcast: RSS 2.0 with what Apple Podcasts requires (podcasters.apple.com/support/823) and the Podcast
 * Standards Project (PSP-1), transcripts included (Podcasting 2.0).
 */
export async function podcastFeed(site: Site): Promise<string> {
  const { urls, config } = site;
  const podcast = config.podcast!;
  const episodes = podcastEpisodes(site);
  const changed = newestChange(episodes);
  const document = await getRssString({
    title: stripForbidden(podcast.title),
    description: stripForbidden(podcast.description),
    site: urls.absolute(urls.page()),
    xmlns: { ...xmlns },
    customData: [
      xmlElement('language', {}, 'fa'),
      changed ? xmlElement('lastBuildDate', {}, toRfc822(changed)) : '',
      xmlElement('atom:link', {
        href: urls.absolute(urls.file(podcastFile)),
        rel: 'self',
        type: 'application/rss+xml',
      }),
      textElement('itunes:author', podcast.author ?? config.name),
      xmlElement(
        'itunes:owner',
        {},
        textElement('itunes:name', config.name),
        textElement('itunes:email', podcast.email),
      ),
      xmlElement('itunes:image', { href: absoluteUrl(urls, urls.page(), urls.base + podcast.image) ?? '' }),
      categoryElement(podcast.category),
      xmlElement('itunes:explicit', {}, String(podcast.explicit ?? false)),
      xmlElement('itunes:type', {}, 'episodic'),
      xmlElement('podcast:locked', { owner: podcast.email }, 'yes'),
      xmlElement('podcast:medium', {}, 'podcast'),
    ].join(''),
    items: [],
  });
  const head = escapePlainTexts(document);
  const end = head.lastIndexOf('</channel>');
  return head.slice(0, end) + episodes.map((episode) => writeEpisode(site, episode)).join('') + head.slice(end);
}

function categoryElement(category: string | readonly [string, string]): string {
  if (typeof category === 'string') return xmlElement('itunes:category', { text: category });
  const [above, below] = category;
  return xmlElement('itunes:category', { text: above }, xmlElement('itunes:category', { text: below }));
}

function writeEpisode(site: Site, article: SiteArticle): string {
  const { urls } = site;
  const { audio, title, lead, date, url } = article;
  const { url: file, type, bytes = 0 } = audioOf(urls, article)!;
  const guid = guidOf(site, article);
  const link = urls.absolute(url);
  const transcript = audio?.transcript;
  const spoken = transcript && absoluteUrl(urls, url, transcript.src);
  return xmlElement(
    'item',
    {},
    textElement('title', title),
    xmlElement('link', {}, escapeXml(link)),
    xmlElement('guid', { isPermaLink: String(guid === link) }, escapeXml(stripForbidden(guid))),
    xmlElement('pubDate', {}, toRfc822(date)),
    textElement('description', lead || title),
    xmlElement('enclosure', { url: file, length: bytes, type }),
    audio?.seconds === undefined ? '' : xmlElement('itunes:duration', {}, toLatinDigits(formatDuration(audio.seconds))),
    xmlElement('itunes:explicit', {}, String(site.config.podcast?.explicit ?? false)),
    xmlElement('itunes:episodeType', {}, 'full'),
    transcript && spoken
      ? xmlElement('podcast:transcript', { url: spoken, type: transcript.type, language: 'fa' })
      : '',
  );
}

function textElement(name: string, text: string): string {
  return xmlElement(name, {}, escapeXml(stripForbidden(text)));
}
