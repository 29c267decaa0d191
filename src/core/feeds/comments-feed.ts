import { commentAnchor, commentsFeedUrl, commentsUrl } from '../comments/addresses.ts';
import { type Comment, namelessReader } from '../comments/comment.ts';
import { paragraphsOf } from '../comments/clean-text.ts';
import { pagesOf, threadsOf } from '../comments/threads.ts';
import { commentsOf } from '../config/comments.ts';
import { dateAt, toRfc822 } from '../dates/news-date.ts';
import type { Site, SiteArticle } from '../site/site.ts';
import { compareTexts } from '../text/compare.ts';
import { guidOf } from './guid.ts';
import { asHtml, escapePlainTexts } from './rss-item.ts';
import { writeFeed } from './rss.ts';
import { escapeXml, xmlElement } from './xml.ts';

/** Number of comments in their feed. */
const feedSize = 30;

/**
 * Choose the articles that can have one of the newest comments: each of these is in one of the articles whose last comment is
 * the newest.
 */
export function recentlyDiscussed({ articles }: Pick<Site, 'articles'>): SiteArticle[] {
  return articles
    .filter(({ discussion }) => discussion && discussion.count > 0)
    .toSorted((a, b) => b.discussion!.newest - a.discussion!.newest || compareTexts(a.slug, b.slug))
    .slice(0, feedSize);
}

interface Item {
  article: SiteArticle;
  comment: Comment;
  /** Number of the page that shows it. */
  page: number;
}

/** Write the feed of the newest comments (RSS 2.0). Reads the texts of at most 30 articles. */
export async function commentsFeed(site: Site): Promise<string> {
  const { urls, config } = site;
  const items = recentlyDiscussed(site)
    .flatMap((article) => itemsOf(article, commentsOf(config)!.page))
    .toSorted(
      (a, b) =>
        Date.parse(b.comment.at) - Date.parse(a.comment.at) ||
        compareTexts(a.article.slug, b.article.slug) ||
        compareTexts(a.comment.id, b.comment.id),
    )
    .slice(0, feedSize);
  const channel = {
    title: `تبادل نظر | ${config.name}`,
    description: `تازه‌ترین نظرهای خوانندگان ${config.name}`,
    page: urls.page(),
    self: commentsFeedUrl(urls),
  };
  const changed = items[0] && dateAt(Date.parse(items[0].comment.at));
  return writeFeed(site, channel, { items: items.map((item) => writeItem(site, item)), changed });
}

function itemsOf(article: SiteArticle, size: number): Item[] {
  return pagesOf(threadsOf(article.discussion!.read()), size).flatMap((threads, index) =>
    threads
      .flatMap(({ top, replies }) => [top, ...replies])
      .filter(({ removed }) => !removed)
      .map((comment) => ({ article, comment, page: index + 1 })),
  );
}

function writeItem(site: Site, { article, comment, page }: Item): string {
  const { urls, config } = site;
  // Readers show titles and names in different ways; the Feed Validation Service warns of what could be a tag in them.
  const name = (comment.name ?? namelessReader).replace(/[<>]/g, '');
  const author = comment.by === undefined ? name : config.name;
  const [path] = commentsUrl(urls, article, page).split('#');
  const anchor = commentAnchor(comment);
  const html = paragraphsOf(comment.text)
    .map((lines) => `<p>${lines.map(asHtml).join('<br>')}</p>`)
    .join('');
  const item = xmlElement(
    'item',
    {},
    xmlElement('title', {}, escapeXml(`${author} درباره «${article.title}»`)),
    xmlElement('link', {}, escapeXml(urls.absolute(`${path}#${anchor}`))),
    xmlElement('guid', { isPermaLink: 'false' }, escapeXml(`${guidOf(site, article)}#${anchor}`)),
    xmlElement('description', {}, escapeXml(html)),
    xmlElement('pubDate', {}, toRfc822(dateAt(Date.parse(comment.at)))),
    xmlElement('dc:creator', {}, escapeXml(author)),
  );
  return escapePlainTexts(item);
}
