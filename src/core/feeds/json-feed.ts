import { feedContent } from './item-content.ts';
import { guidOf } from './guid.ts';
import { audioOf, imageOf, videoOf } from './media.ts';
import { laterChangeOf } from '../site/last-change.ts';
import type { Site, SiteArticle } from '../site/site.ts';
import { stripForbidden } from './xml.ts';

/** Write the site's feed as JSON Feed 1.1. */
export function jsonFeed(site: Site): string {
  const { config, urls } = site;
  return JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: config.name,
    home_page_url: urls.absolute(urls.page()),
    feed_url: urls.absolute(urls.file('feed.json')),
    description: config.description,
    language: 'fa-IR',
    hubs: hubsOf(site),
    items: site.feed.map((article) => itemOf(site, article)),
  });
}

// JSON.stringify omits `undefined` members.
function itemOf(site: Site, article: SiteArticle): Record<string, unknown> {
  const { urls } = site;
  const url = urls.absolute(article.url);
  return {
    id: guidOf(site, article),
    url,
    title: stripForbidden(article.title),
    content_html: feedContent(site, article),
    summary: stripForbidden(article.lead),
    image: imageOf(urls, article)?.url,
    date_published: article.date.iso,
    date_modified: laterChangeOf(article)?.iso,
    authors: authorsOf(site, article),
    tags: article.tags.map(({ label }) => label),
    attachments: attachmentsOf(site, article),
  };
}

/** The hubs notified of new articles (WebSub); `undefined` if there are none. */
function hubsOf({ config }: Site): { type: string; url: string }[] | undefined {
  const hubs = config.feeds?.hubs ?? [];
  return hubs.length > 0 ? hubs.map((url) => ({ type: 'WebSub', url })) : undefined;
}

function authorsOf({ urls }: Site, { authors, source }: SiteArticle): { name: string; url: string }[] {
  return (authors.length > 0 ? authors : [source]).map(({ label, url }) => ({ name: label, url: urls.absolute(url) }));
}

// JSON Feed requires a type for attachments: a video of unknown type is in the text only.
function attachmentsOf({ urls }: Site, article: SiteArticle): Record<string, unknown>[] | undefined {
  const files = [videoOf(urls, article), audioOf(urls, article)].flatMap((media) =>
    media?.type
      ? [
          {
            url: media.url,
            mime_type: media.type,
            title: media.title,
            size_in_bytes: media.bytes,
            duration_in_seconds: media.duration,
          },
        ]
      : [],
  );
  return files.length > 0 ? files : undefined;
}
