import type { Site } from '../site/site.ts';

/** User agents of crawlers that collect texts for training or answering machines, as published by their makers. */
export const aiCrawlers = [
  'AI2Bot',
  'Amazonbot',
  'Applebot-Extended',
  'Bytespider',
  'CCBot',
  'ClaudeBot',
  'Claude-SearchBot',
  'Claude-User',
  'cohere-ai',
  'Diffbot',
  'DuckAssistBot',
  'FacebookBot',
  'Google-Extended',
  'GPTBot',
  'ChatGPT-User',
  'OAI-SearchBot',
  'Meta-ExternalAgent',
  'Meta-ExternalFetcher',
  'MistralAI-User',
  'omgili',
  'PerplexityBot',
  'Perplexity-User',
  'Timpibot',
  'YouBot',
] as const;

/**
 * Write `robots.txt` (RFC 9309): which crawlers are excluded, and where the sitemaps are. A crawler obeys the group
 * with its own name and no other, so excluded crawlers have a separate group before the one for all.
 */
export function writeRobots({ config, urls }: Pick<Site, 'config' | 'urls'>): string {
  const { ai, blocked } = config.crawlers;
  const shut = [...new Set([...(ai === 'block' ? aiCrawlers : []), ...blocked])];
  const closed = shut.length > 0 ? [...shut.map((name) => `User-agent: ${name}`), 'Disallow: /', ''] : [];
  const sitemaps = ['sitemap-index.xml', 'news-sitemap.xml'].map(
    (name) => `Sitemap: ${urls.absolute(urls.file(name))}`,
  );
  return [...closed, 'User-agent: *', 'Allow: /', '', ...sitemaps, ''].join('\n');
}
